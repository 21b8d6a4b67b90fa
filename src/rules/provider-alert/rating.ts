import type { RuleEvent } from '../define-rule.ts'
import type { Severity } from '../../model/vocabulary.ts'

const RATINGS: readonly (readonly [words: RegExp, severity: Severity])[] = [
  [/\b(?:critical|severe|high)\b/i, 'high'],
  [/\b(?:medium|moderate|suspicious)\b/i, 'medium'],
  [/\blow\b/i, 'low'],
  [/\b(?:none|info|informational)\b/i, 'info'],
]

/** Alerts that come without a rating, and whose name alone says enough: a hijack, or the owner's own report of one. */
const GRAVE =
  /^(?:gov_attack_warning|account_disabled_hijacked|SessionHijackingEventStore|user\.account\.report_suspicious_activity_by_enduser)\b/

/** The provider's own rating; `unrated` where it gave none. A stopped attempt without a rating did no harm: low. */
export const ratingOf = ({ providerRisk, code, outcome }: RuleEvent, unrated: Severity): Severity => {
  const rated = RATINGS.find(([words]) => words.test(providerRisk ?? ''))
  if (rated !== undefined) return rated[1]
  if (outcome === 'blocked') return 'low'
  return GRAVE.test(code ?? '') ? 'high' : unrated
}
