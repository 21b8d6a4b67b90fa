import type { Severity, Verdict } from '../../model/vocabulary.ts'
import { FUSION_RULE } from '../signals/fused.ts'
import type { Signal } from '../signals/signal.ts'

export interface VerdictInput {
  readonly signals: readonly Signal[]
  /** Failed or blocked attempts by attack sources, or guesses that a rule reported. */
  readonly attempts: number
  /** Right password, stopped by the second factor, from an attack source or a new context. */
  readonly passwordKnown: boolean
  /** Does the log that this account stands in record successful logins at all? */
  readonly recordsSuccesses: boolean
}

/**
 * Rules that look at the same fact in several ways: together they are one sign, not two. A traveller is at once in a new country, and there
 * sooner than anybody travels where the telephone goes out by its carrier at home; and what is done after such a login is a sign because of it.
 */
const PLACE = 'new-context-success'
const MANY = 'fan-in'
const KIN: Readonly<Record<string, string>> = {
  'rare-network': PLACE,
  'impossible-travel': PLACE,
  'two-countries': PLACE,
  'country-hop': PLACE,
  'session-moved': PLACE,
  'scripted-session': PLACE,
  'token-elsewhere': PLACE,
  'script-login': PLACE,
  'change-after-doubt': PLACE,
  'reset-then-new-context': PLACE,
  'acts-on-others': PLACE,
  'fan-in-network': MANY,
  'fan-in-device': MANY,
  // An old program, or a partner's, that logs in for many with their passwords.
  'legacy-protocol': MANY,
}

/** The verdict rule (docs/ARCHITECTURE.md) over weighed signals; `undefined`: nothing worth listing. */
export const decideVerdict = ({ signals, attempts, passwordKnown, recordsSuccesses }: VerdictInput): Verdict | undefined => {
  if (signals.some(({ weight }) => weight === 'compromised')) return 'compromised'
  if (signals.some(({ weight }) => weight === 'suspected')) return 'suspected'
  const independent = new Set(signals.filter(({ weight }) => weight === 'medium').map(({ rule }) => KIN[rule] ?? rule))
  if (independent.size >= 2) return 'suspected'
  // Somebody tried, then somebody got in from there, and nothing tells whether that was the owner.
  if (signals.some(({ weight }) => weight === 'unclear')) return 'undetermined'
  if (attempts === 0 && !passwordKnown) return undefined
  return recordsSuccesses ? 'targeted' : 'undetermined'
}

const SEVERITY_OF: Readonly<Record<Verdict, Severity>> = {
  compromised: 'critical',
  suspected: 'high',
  targeted: 'low',
  undetermined: 'medium',
}

/** Nothing but the rarity of a login and of what was done around it: worth a look, in working hours. */
const isStatistical = (signals: readonly Signal[]): boolean => {
  const telling = signals.filter(({ weight }) => weight === 'suspected')
  return telling.length > 0 && telling.every(({ rule }) => rule === FUSION_RULE)
}

/** Severity of an account's entry; a known password is worth a reset soon, even though nobody got in. */
export const severityOf = ({
  verdict,
  passwordKnown,
  signals,
}: {
  readonly verdict: Verdict
  readonly passwordKnown: boolean
  readonly signals: readonly Signal[]
}): Severity => {
  if (verdict === 'targeted' && passwordKnown) return 'medium'
  return verdict === 'suspected' && isStatistical(signals) ? 'medium' : SEVERITY_OF[verdict]
}
