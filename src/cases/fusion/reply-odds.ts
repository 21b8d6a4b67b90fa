import { createShares } from '../scores/shares.ts'
import type { LoginEvidence } from './login-evidence.ts'
import { THIEVES_REPLIES } from './thief.ts'

/** What sets the password anew, by the trace that it leaves. */
const WITH_PASSWORD = ['reset', 'forgotten', 'renewed'] as const

/**
 * log10 of how much likelier a thief's what came of an act makes it. Learnt at home, too, where owners change things and then use another
 * machine that does not know of it.
 */
export const createReplyOdds = (
  evidence: LoginEvidence,
  size: number,
  isActed: (at: number) => boolean,
  isHonest: (at: number) => boolean,
): ((at: number) => number) => {
  const shares = {
    withPassword: createShares(1, THIEVES_REPLIES.withPassword),
    without: createShares(1, THIEVES_REPLIES.without),
  }
  const groupOf = (at: number) => (WITH_PASSWORD.some((trace) => evidence[trace][at] === 1) ? shares.withPassword : shares.without)
  for (let at = 0; at < size; at += 1) if (isActed(at) && isHonest(at)) groupOf(at).learn(0, evidence.reply[at] as number)
  return (at) => (isActed(at) ? groupOf(at).ratio(0, evidence.reply[at] as number) : 0)
}
