import type { Finding } from '../../model/finding.ts'
import type { FindingJudge } from './finding-judge.ts'
import { contextData, type Signal, type SignalInput } from './signal.ts'

/** Of two persons one set the password: the one who came first, from a place that was new. */
const set = (finding: Finding, login: number, change: number, { read }: SignalInput): Signal => ({
  rule: finding.rule,
  weight: 'suspected',
  messageId: 'reason.locked-out',
  at: read.time(change),
  rows: finding.rows,
  success: login,
  data: {
    ...contextData(login, read),
    time: { time: read.time(change) },
    failures: finding.rows.filter((row) => read.isAttempt(row)).length,
  },
})

/** A new password did not keep them out: they have a key of their own, or what leads to the next password. */
const cameBack = (finding: Finding, rows: readonly number[], first: number, { read }: SignalInput): Signal => ({
  rule: finding.rule,
  weight: 'suspected',
  messageId: 'reason.locked-out-back',
  at: read.time(first),
  rows,
  success: first,
  data: { ...contextData(first, read), logins: rows.length },
})

/** Whoever comes back soon is in the same finding, behind the failures of the other. */
export const lockedOut: FindingJudge = (finding, input) => {
  const { read, isSharedLine, isOnBehalf } = input
  const logins = finding.rows.filter((row) => read.isSuccess(row))
  const [login] = logins
  if (login === undefined || isSharedLine(login) || isOnBehalf(login)) return []
  const change = finding.rows.find((row) => read.isChange(row))
  const lastFailure = finding.rows.findLast((row) => read.isAttempt(row)) ?? login
  const returns = change === undefined ? logins : logins.filter((row) => row > lastFailure)
  const [again] = returns
  return [
    ...(change === undefined
      ? []
      : [set({ ...finding, rows: finding.rows.filter((row) => !returns.includes(row)) }, login, change, input)]),
    ...(again === undefined ? [] : [cameBack(finding, returns, again, input)]),
  ]
}
