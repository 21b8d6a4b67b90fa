import type { FindingJudge } from './finding-judge.ts'
import { contextData } from './signal.ts'

/** An app whose session began before the log does is met on other networks, too. Scripts move about. */
export const tokenElsewhere: FindingJudge = (finding, { rows, read, isSharedLine }) => {
  const [first] = finding.rows
  if (first === undefined || isSharedLine(first)) return []
  const isThere = (row: number): boolean => read.network(row) === read.network(first)
  // What a rule flagged teaches nothing of what is usual, but it was a login.
  if (rows.some((row) => row < first && isThere(row) && read.isLogin(row) && read.isSuccess(row))) return []
  const isOwn = !read.isScript(first) && rows.some((row) => read.isSuccess(row) && read.agent(row) === read.agent(first) && !isThere(row))
  return [
    {
      rule: finding.rule,
      weight: finding.severity === 'high' && !isOwn ? 'suspected' : 'medium',
      messageId: 'reason.token-elsewhere',
      at: read.time(first),
      rows: finding.rows,
      success: first,
      data: contextData(first, read),
    },
  ]
}
