import { createShares } from '../scores/shares.ts'
import type { LoginKinds } from './login-kinds.ts'
import { ACTS, THIEVES_TRIES } from './thief.ts'
import type { WeighedLogins } from './weigh-logins.ts'

export interface TriesOdds {
  /** Was the password forgotten, or something changed, beside this login? */
  readonly isActed: (at: number) => boolean
  /** log10 of how much likelier a thief's the tries before it make a login. */
  readonly triesOf: (at: number) => number
}

export const createTriesOdds = (
  { logins, evidence }: Pick<WeighedLogins, 'logins' | 'evidence'>,
  kinds: LoginKinds,
  /** By row. */
  isAttacker: (row: number) => boolean,
): TriesOdds => {
  // Wrong passwords and what is done about them go together: with owners, too.
  const acts = ACTS.map((act) => evidence[act])
  const isActed = (at: number): boolean => acts.some((column) => column[at] !== 0)
  const groupOf = (at: number): number => Number(kinds.isNewcomer(at)) * 2 + Number(isActed(at))
  const tries = createShares(4, THIEVES_TRIES)
  for (let at = 0; at < logins.size; at += 1)
    if (kinds.isSubject(at) && !isAttacker(logins.row[at] as number)) tries.learn(groupOf(at), evidence.tries[at] as number)
  return { isActed, triesOf: (at) => tries.ratio(groupOf(at), evidence.tries[at] as number) }
}
