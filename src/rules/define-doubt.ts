import { isAtLeast } from '../model/vocabulary.ts'
import type { RuleEvent } from './define-rule.ts'
import { contextNews, newsSeverity } from './define-signals.ts'
import type { NewsOptions } from './define-signals.ts'

/** Rules whose findings make a source an attacker for those that read `threat`. Other source rules (sign-ups, code messages) do not. */
export const ATTACK_RULES: readonly string[] = ['single-source-stuffing', 'single-source-spray', 'low-and-slow-source', 'user-enumeration']

/** Parameters of `isForeign`, for the rules that ask it. */
export const NEWS_PARAMETERS = {
  minSuccesses: { default: 5, type: 'count', en: 'As in new-context-success.', ja: 'new-context-success と同じ。' },
  minHistory: { default: '14d', type: 'duration', en: 'As in new-context-success.', ja: 'new-context-success と同じ。' },
  rareShare: { default: 0.001, type: 'ratio', en: 'As in new-context-success.', ja: 'new-context-success と同じ。' },
  commonShare: { default: 0.05, type: 'ratio', en: 'As in new-context-success.', ja: 'new-context-success と同じ。' },
} as const

/** The parameters above as they arrive in a rule, as options of `isForeign`. */
export const newsOptions = (parameters: Omit<NewsOptions, 'minHistoryMs'> & { readonly minHistory: number }): NewsOptions => ({
  ...parameters,
  minHistoryMs: parameters.minHistory,
})

/** The network (or, where none is known, the address) and the program are the account's own. */
export const isUsualPlace = ({ usual, networkKey, sourceKey, agentKey }: RuleEvent): boolean => {
  const isUsualLine = networkKey >= 0 ? usual.sameNetwork > 0 : sourceKey >= 0 && usual.sameSource > 0
  return isUsualLine && (agentKey < 0 || usual.sameAgent > 0)
}

/** Is this event's context as unlike the past of whoever acted as new-context-success calls medium? */
export const isForeign = (event: RuleEvent, options: NewsOptions): boolean => {
  const news = contextNews(event, options)
  const severity = news === undefined ? undefined : newsSeverity(news, event, event.threat(0) !== undefined)
  return severity !== undefined && isAtLeast(severity, 'medium')
}
