import type { MessageData } from '../model/finding.ts'
import type { RuleEvent, RuleReport } from './define-rule.ts'
import { agentText, contextNews, networkText } from './define-signals.ts'
import type { NewsOptions } from './define-signals.ts'

/** The place from which an account first uses a way of logging in: its own, another one, or no telling yet. */
type FirstUse = 'usual' | 'elsewhere' | 'too-early'

const isThin = ({ usual, timeMs }: RuleEvent, { minSuccesses, minHistoryMs }: NewsOptions): boolean =>
  Number.isNaN(usual.firstMs) || (usual.successes < minSuccesses && timeMs - usual.firstMs < minHistoryMs)

/**
 * Judges the first login of an account by a protocol. The program is nearly always new with it, so only the line counts: a new
 * country, a new network that is not one of the common carriers, or an attacking source.
 */
const judgeFirstUse = (event: RuleEvent, options: NewsOptions): FirstUse => {
  if (isThin(event, options)) return 'too-early'
  const news = contextNews(event, options)
  const isElsewhere = event.threat(0) !== undefined || (news !== undefined && (news.country || (news.network && !news.isCommon)))
  return isElsewhere ? 'elsewhere' : 'usual'
}

/**
 * Reports an account's first login by the protocols that a rule wants, once it has a history: `usual` from a line it knows (low),
 * `elsewhere` from another one (medium). The state remembers that the account has used them.
 * @param more what the rule's sentences say besides place and program
 */
export const firstUseJudge =
  (options: NewsOptions, report: (event: RuleEvent, finding: RuleReport) => void, more: (event: RuleEvent) => MessageData = () => ({})) =>
  (event: RuleEvent, state: { isKnown: number }): void => {
    if (state.isKnown === 1) return
    state.isKnown = 1
    const use = judgeFirstUse(event, options)
    if (use === 'too-early') return
    report(event, {
      messageId: use,
      severity: use === 'elsewhere' ? 'medium' : 'low',
      data: {
        account: event.account ?? '',
        source: event.source ?? '',
        network: networkText(event),
        agent: agentText(event),
        ...more(event),
        logins: event.usual.successes,
      },
      evidence: [event.row],
    })
  }
