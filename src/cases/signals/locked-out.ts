import { HOUR_US } from '../../kernel/time-units.ts'
import type { Finding } from '../../model/finding.ts'
import { noveltyOf } from '../habits/history.ts'
import { isPasswordReset } from '../rows/after-login.ts'
import type { FindingJudge } from './finding-judge.ts'
import { contextData, type Signal, type SignalInput, type Weight } from './signal.ts'

/** The password that let them in had been set anew just before: it was not theirs to remember. */
const hadJustBeenSet = (login: number, { rows, read }: SignalInput): boolean =>
  rows.some((row) => row < login && isPasswordReset(read.cls(row)) && read.time(login) - read.time(row) <= HOUR_US)

/** Of an account with no past every place is new: there an owner may have forgotten at the office what was set at home. */
const weightOf = (finding: Finding, login: number, input: SignalInput): Weight => {
  const { thin } = noveltyOf(login, input.historyBefore(input.read.time(login)), input.read)
  return finding.severity === 'high' || !thin || hadJustBeenSet(login, input) ? 'suspected' : 'medium'
}

/** Of two persons one set the password: the one who came first, from a place that was new. */
const set = (finding: Finding, login: number, change: number, input: SignalInput): Signal => ({
  rule: finding.rule,
  weight: weightOf(finding, login, input),
  messageId: 'reason.locked-out',
  at: input.read.time(change),
  rows: finding.rows,
  success: login,
  data: {
    ...contextData(login, input.read),
    time: { time: input.read.time(change) },
    failures: finding.rows.filter((row) => input.read.isAttempt(row)).length,
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
