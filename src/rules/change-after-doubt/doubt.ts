import { isAtLeast } from '../../model/vocabulary.ts'
import type { RuleEvent } from '../define-rule.ts'
import { contextNews, newsSeverity } from '../define-signals.ts'
import type { NewsOptions } from '../define-signals.ts'

/** Why a login, or the change itself, is doubted: message ids in the order of the number that the state keeps. */
export const DOUBTS = ['after-new-context', 'after-guessing', 'after-travel', 'elsewhere'] as const
type Doubt = (typeof DOUBTS)[number]

/** The network (or, where none is known, the address) and the program are the account's own. */
export const isUsualPlace = ({ usual, networkKey, sourceKey, agentKey }: RuleEvent): boolean => {
  const isUsualLine = networkKey >= 0 ? usual.sameNetwork > 0 : sourceKey >= 0 && usual.sameSource > 0
  return isUsualLine && (agentKey < 0 || usual.sameAgent > 0)
}

/** Is this event's context as unlike the account's past as new-context-success calls medium? */
export const isForeign = (event: RuleEvent, options: NewsOptions): boolean => {
  const news = contextNews(event, options)
  const severity = news === undefined ? undefined : newsSeverity(news, event, event.threat(0) !== undefined)
  return severity !== undefined && isAtLeast(severity, 'medium')
}

/** What speaks against a successful login; undefined for an ordinary one, or one without a past to compare with. */
export const doubtOf = (event: RuleEvent, options: NewsOptions, seen: { readonly isGuessed: boolean; readonly isFar: boolean }): Doubt | undefined => {
  if (isForeign(event, options)) return 'after-new-context'
  if (isUsualPlace(event)) return undefined
  if (seen.isGuessed) return 'after-guessing'
  return seen.isFar ? 'after-travel' : undefined
}
