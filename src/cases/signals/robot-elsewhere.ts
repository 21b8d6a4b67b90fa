import { DAY_US } from '../../kernel/time-units.ts'
import type { FindingJudge } from './finding-judge.ts'
import { contextData } from './signal.ts'

/** Coming again on so many days, it is another place that the program runs at. */
const HABIT_DAYS = 4

/** What came between the last login before and the first login after is the stranger's; the program's own are no sign. */
export const robotElsewhere: FindingJudge = (finding, { rows, read, isSharedLine, isOnBehalf }) => {
  const home = read.network(finding.rows[0] ?? -1)
  const logins = finding.rows.filter((row) => read.network(row) !== home)
  const [first] = logins
  if (first === undefined || isSharedLine(first) || isOnBehalf(first)) return []
  const there = [...rows].filter((row) => read.isSuccess(row) && read.network(row) === read.network(first))
  const days = new Set(there.map((row) => Math.floor(read.time(row) / DAY_US)))
  return [
    {
      rule: finding.rule,
      weight: finding.severity === 'high' && days.size < HABIT_DAYS ? 'suspected' : 'medium',
      messageId: 'reason.robot-elsewhere',
      at: read.time(first),
      rows: logins,
      success: first,
      data: { ...contextData(first, read), logins: logins.length, usual: read.networkText(finding.rows[0] ?? -1) ?? '' },
    },
  ]
}
