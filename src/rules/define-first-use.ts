import type { RuleEvent } from './define-rule.ts'
import { contextNews } from './define-signals.ts'
import type { NewsOptions } from './define-signals.ts'

/** The place from which an account first uses a way of logging in: its own, another one, or no telling yet. */
export type FirstUse = 'usual' | 'elsewhere' | 'too-early'

const isThin = ({ usual, timeMs }: RuleEvent, { minSuccesses, minHistoryMs }: NewsOptions): boolean =>
  Number.isNaN(usual.firstMs) || (usual.successes < minSuccesses && timeMs - usual.firstMs < minHistoryMs)

/**
 * Judges the first login of an account by a protocol. The program is nearly always new with it, so only the line counts: a new
 * country, a new network that is not one of the common carriers, or an attacking source.
 */
export const judgeFirstUse = (event: RuleEvent, options: NewsOptions): FirstUse => {
  if (isThin(event, options)) return 'too-early'
  const news = contextNews(event, options)
  const isElsewhere = event.threat(0) !== undefined || (news !== undefined && (news.country || (news.network && !news.isCommon)))
  return isElsewhere ? 'elsewhere' : 'usual'
}
