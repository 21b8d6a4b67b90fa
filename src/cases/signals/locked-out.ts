import type { FindingJudge } from './finding-judge.ts'
import { contextData } from './signal.ts'

/** Of two persons one set the password: the one who came first, from a place that was new. */
export const lockedOut: FindingJudge = (finding, { read, isSharedLine, isOnBehalf }) => {
  const login = finding.rows.find((row) => read.isSuccess(row))
  const change = finding.rows.find((row) => read.isChange(row))
  if (login === undefined || change === undefined || isSharedLine(login) || isOnBehalf(login)) return []
  return [
    {
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
    },
  ]
}
