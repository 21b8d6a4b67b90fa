import type { RuleEvent } from '../define-rule.ts'
import { isForeign, isUsualPlace } from '../define-doubt.ts'
import type { NewsOptions } from '../define-signals.ts'

/** Why a login, or the change itself, is doubted: message ids in the order of the number that the state keeps. */
export const DOUBTS = ['after-new-context', 'after-guessing', 'after-travel', 'elsewhere'] as const
type Doubt = (typeof DOUBTS)[number]

/** What speaks against a successful login; undefined for an ordinary one, or one without a past to compare with. */
export const doubtOf = (
  event: RuleEvent,
  options: NewsOptions,
  seen: { readonly isGuessed: boolean; readonly isFar: boolean },
): Doubt | undefined => {
  if (isForeign(event, options)) return 'after-new-context'
  if (isUsualPlace(event)) return undefined
  if (seen.isGuessed) return 'after-guessing'
  return seen.isFar ? 'after-travel' : undefined
}
