import type { CaseReason } from '../../model/case.ts'
import { DEEDS_ELSEWHERE, DEEDS_MESSAGE, DEEDS_RULE } from './deeds.ts'
import { FUSION_RULE } from './fused.ts'
import { HAND_RULE } from './same-hand.ts'
import { ATTACK_SOURCE } from './signal.ts'

/** By the reason that tells of it in a document: what weighs against an account though no rule reported it. Remarks weigh nothing. */
const SIGNALS: Readonly<Record<string, string>> = {
  'reason.rare-login': FUSION_RULE,
  'reason.rare-newcomer': FUSION_RULE,
  'reason.guessed': 'guessed',
  'reason.mfa-denials-then-approval': 'push-after-refusal',
  'reason.reset-in-wave-source': 'reset-wave-hit',
  'reason.reset-in-wave-program': 'reset-wave-hit',
  'reason.reset-in-wave-network': 'reset-wave-hit',
  'reason.same-hand': HAND_RULE,
  'reason.acted-on': HAND_RULE,
  [DEEDS_MESSAGE]: DEEDS_RULE,
  [DEEDS_ELSEWHERE]: DEEDS_RULE,
}

/** Where the rule reported the same, its finding tells of it. */
const SAID_BY_RULE: Readonly<Record<string, string>> = { 'push-after-refusal': 'mfa-fatigue' }

/** What weighs against an account under a name that is no rule's. */
export const SIGNAL_IDS: ReadonlySet<string> = new Set([...Object.values(SIGNALS), ATTACK_SOURCE])

/** The signals of a written account beside its findings: a document keeps the sentences, not what they were made of. */
export const signalsTold = (reasons: readonly CaseReason[], rules: readonly string[]): readonly string[] =>
  reasons.flatMap(({ messageId }) => SIGNALS[messageId] ?? []).filter((signal) => !rules.includes(SAID_BY_RULE[signal] ?? signal))
