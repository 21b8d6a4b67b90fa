import { createShares } from '../scores/shares.ts'
import type { LoginKinds } from './login-kinds.ts'
import { ACTS, NO_ACT, THIEVES_SHARE, THIEVES_TRIES, TRACES, type Trace } from './thief.ts'
import type { WeighedLogins } from './weigh-logins.ts'

const ALL_TRACES = TRACES.map((_, index) => index)

export interface ThiefOdds {
  /** Was the password forgotten, or something changed, beside this login? */
  readonly isActed: (at: number) => boolean
  /** log10 of how much likelier a thief's than the owner's: by its score, the most telling act beside it, and the tries before it. */
  readonly ratioOf: (at: number) => number
}

/** What the odds are taken from, besides the traces. */
interface Grounds {
  /** log10, of the login's score. */
  readonly odds: ArrayLike<number>
  readonly kinds: LoginKinds
  /** Part of the honest logins with at least so many of a trace. */
  readonly tailOf: (trace: number, at: number) => number
  /** By row. */
  readonly isAttacker: (row: number) => boolean
}

export const createThiefOdds = (
  { logins, evidence }: Pick<WeighedLogins, 'logins' | 'evidence'>,
  { odds, kinds, tailOf, isAttacker }: Grounds,
): ThiefOdds => {
  const countOf = (trace: number, at: number): number => evidence[TRACES[trace] as Trace][at] as number
  /** Of the most telling act, or that there is none. */
  const actOf = (at: number): number => {
    const acts = ALL_TRACES.flatMap((trace) => {
      const thieves = THIEVES_SHARE[TRACES[trace] as Trace]
      return thieves === undefined || countOf(trace, at) <= 0 ? [] : Math.log10(thieves / tailOf(trace, at))
    })
    return acts.length === 0 ? NO_ACT : Math.max(...acts)
  }
  // Wrong passwords and what is done about them go together: with owners, too.
  const acts = ACTS.map((act) => evidence[act])
  const isActed = (at: number): boolean => acts.some((column) => column[at] !== 0)
  const groupOf = (at: number): number => Number(kinds.isNewcomer(at)) * 2 + Number(isActed(at))
  const tries = createShares(4, THIEVES_TRIES)
  for (let at = 0; at < logins.size; at += 1)
    if (kinds.isSubject(at) && !isAttacker(logins.row[at] as number)) tries.learn(groupOf(at), evidence.tries[at] as number)
  const triesOf = (at: number): number => tries.ratio(groupOf(at), evidence.tries[at] as number)
  return { isActed, ratioOf: (at) => (odds[at] as number) + actOf(at) + triesOf(at) }
}
