import { DAY_US } from '../../kernel/time-units.ts'
import type { FindingJudge } from './finding-judge.ts'
import { contextData } from './signal.ts'

/** Whoever automates something of their own does it again. */
export const scriptLogin: FindingJudge = (finding, { rows, read, isSharedLine }) => {
  const [first] = finding.rows
  if (first === undefined || isSharedLine(first)) return []
  const times = [...rows].filter((row) => read.isSuccess(row) && read.agent(row) === read.agent(first)).map(read.time)
  if ((times.at(-1) ?? 0) - (times[0] ?? 0) > DAY_US) return []
  return [
    {
      rule: finding.rule,
      weight: 'suspected',
      messageId: 'reason.script-login',
      at: read.time(first),
      rows: finding.rows,
      success: first,
      data: { ...contextData(first, read), logins: finding.rows.length },
    },
  ]
}
