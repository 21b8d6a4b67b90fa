import { createShares } from '../scores/shares.ts'
import type { LoginKinds } from './login-kinds.ts'
import type { WeighedLogins } from './weigh-logins.ts'

/** How many thieves come from rented machines and VPNs in data centres: an assumption. Most come by proxies on somebody's line. */
const THIEVES_RENTED = 0.12
const STRANGERS = [1 - THIEVES_RENTED, THIEVES_RENTED]

/**
 * log10 of how much likelier a thief's the kind of line makes a login. Owners' part is learnt from their logins at new places: where many
 * use VPNs it says little.
 * @param isRented by row: in a data centre
 */
export const createLineOdds = (
  { logins }: Pick<WeighedLogins, 'logins'>,
  { isElsewhere }: LoginKinds,
  isHonest: (at: number) => boolean,
  isRented: (row: number) => boolean,
): ((at: number) => number) => {
  const shares = createShares(1, STRANGERS)
  const kindOf = (at: number): number => (isRented(logins.row[at] as number) ? 1 : 0)
  for (let at = 0; at < logins.size; at += 1) if (isElsewhere(at) && isHonest(at)) shares.learn(0, kindOf(at))
  return (at) => shares.ratio(0, kindOf(at))
}
