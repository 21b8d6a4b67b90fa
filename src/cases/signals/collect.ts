import { GUESSING_RULES } from '../sources/attack-source.ts'
import { attackSourceSignals } from './attack-source.ts'
import { deedSignals } from './deeds.ts'
import { FAN_IN_RULES } from './finding-judge.ts'
import { judgeFinding } from './finding-judges.ts'
import { fusedSignals } from './fused.ts'
import { guessedSignals } from './guessed.ts'
import { pushSignals } from './push.ts'
import { resetWaveSignals } from './reset-wave.ts'
import { sameHandSignals } from './same-hand.ts'
import { waveHitSignals } from './wave-hit.ts'
import type { Signal, SignalInput, Weight } from './signal.ts'
import { compareTexts } from '../../kernel/text-order.ts'

const HEAVIEST: readonly Weight[] = ['compromised', 'suspected', 'medium', 'unclear', 'context']
/** At one moment: how somebody came in, from where, and only then what was done. */
const TELLING_ORDER: readonly string[] = [
  'reason.tried-by-campaign',
  'reason.success-from-attack-source',
  'reason.login-in-wave',
  'reason.success-after-failures',
  'reason.guessed',
  'reason.mfa-denials-then-approval',
  'reason.reset-in-wave-source',
  'reason.reset-in-wave-program',
  'reason.reset-in-wave-network',
  'reason.same-hand',
  'reason.session-moved',
  'reason.token-elsewhere',
  'reason.script-login',
  'reason.impossible-travel',
  'reason.new-context',
  'reason.rare-login',
  'reason.rare-newcomer',
  'reason.failed-elsewhere',
  'reason.barren-source',
]

const placeOf = ({ messageId }: Signal): number => {
  const place = TELLING_ORDER.indexOf(messageId)
  return place < 0 ? TELLING_ORDER.length : place
}

/** The order in which reasons are told. */
export const inTellingOrder = (left: Signal, right: Signal): number =>
  left.at - right.at || placeOf(left) - placeOf(right) || compareTexts(left.messageId, right.messageId)

/** Two rules may say the same of one event: it is told once, with the heavier weight. */
const withoutRepeats = (signals: readonly Signal[]): readonly Signal[] => {
  const told = new Map<string, Signal>()
  for (const signal of signals) {
    const key = `${signal.messageId} ${signal.rows.at(-1) ?? ''} ${signal.at}`
    const known = told.get(key)
    if (known === undefined || HEAVIEST.indexOf(signal.weight) < HEAVIEST.indexOf(known.weight)) told.set(key, signal)
  }
  return [...told.values()]
}

/** From what tells a success after failures most fully to what tells it least. */
const FULLEST: readonly string[] = [
  'reason.success-from-attack-source',
  'reason.login-in-wave',
  'reason.guessed',
  'reason.success-after-failures',
]

/** Failures and then a success are told once, unless what tells less weighs more. */
const withoutEchoes = (signals: readonly Signal[]): readonly Signal[] =>
  signals.filter(({ messageId, success, weight }) => {
    const place = FULLEST.indexOf(messageId)
    return !signals.some((other) => {
      const fuller = FULLEST.indexOf(other.messageId)
      return fuller >= 0 && fuller < place && other.success === success && HEAVIEST.indexOf(other.weight) <= HEAVIEST.indexOf(weight)
    })
  })

/**
 * A weak sign on a login that is likelier the owner's, by all that came before and after, only explains. Not where many come in at one address:
 * there what all of them have seems common, and theirs.
 */
const withoutOwners = (signals: readonly Signal[], { isLikelyOwners }: SignalInput): readonly Signal[] => {
  const crowded = new Set(signals.flatMap(({ rule, success }) => (FAN_IN_RULES.has(rule) ? (success ?? []) : [])))
  const isOwners = (success: number | undefined): boolean => success !== undefined && !crowded.has(success) && isLikelyOwners(success)
  return signals.map((signal) => (signal.weight === 'medium' && isOwners(signal.success) ? { ...signal, weight: 'context' } : signal))
}

/** Everything that speaks for or against somebody else having been in, in time order. */
export const collectSignals = (input: SignalInput): readonly Signal[] => {
  const { findings, read } = input
  const all = [
    ...attackSourceSignals(input),
    ...waveHitSignals(input),
    ...pushSignals(input),
    ...guessedSignals(input),
    ...resetWaveSignals(input),
    ...sameHandSignals(input),
    ...deedSignals(input),
    ...fusedSignals(input).filter(({ success }) => success === undefined || !input.isSharedLine(success)),
    ...findings
      .filter(({ rule }) => !GUESSING_RULES.has(rule))
      // An administrator's act stands on the account but comes from the administrator's address: it accuses nobody.
      .map((finding) => ({ ...finding, rows: finding.rows.filter((row) => !read.isByOther(row)) }))
      .flatMap((finding) => judgeFinding(finding, input)),
  ]
  const others = all.filter(({ success }) => success === undefined || !read.isAllowed(success))
  return withoutRepeats(withoutEchoes(withoutOwners(others, input))).toSorted(inTellingOrder)
}
