import { DAY_US } from '../../kernel/time-units.ts'
import type { FindingJudge } from './finding-judge.ts'
import { contextData, UNKNOWN } from './signal.ts'

/** Coming again on so many days, it is another place that the program runs at. */
const HABIT_DAYS = 4

/** The rule cites what came in between: the program's own logins are no sign. */
export const robotElsewhere: FindingJudge = (finding, { rows, read, isSharedLine, isOnBehalf }) => {
  const [first] = finding.rows
  if (first === undefined || isSharedLine(first) || isOnBehalf(first)) return []
  const there = [...rows].filter((row) => read.isSuccess(row) && read.network(row) === read.network(first))
  const days = new Set(there.map((row) => Math.floor(read.time(row) / DAY_US)))
  return [
    {
      rule: finding.rule,
      weight: finding.severity === 'high' && days.size < HABIT_DAYS ? 'suspected' : 'medium',
      messageId: 'reason.robot-elsewhere',
      at: read.time(first),
      rows: finding.rows,
      success: first,
      data: { ...contextData(first, read), logins: finding.rows.length, usual: finding.data['usual'] ?? UNKNOWN },
    },
  ]
}
