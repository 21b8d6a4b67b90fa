import type { LoginNovelty } from './login-novelty.ts'
import type { LoginTable } from '../rows/login-table.ts'
import { createRarity } from './rarity.ts'
import { createShares } from './shares.ts'
import { STRANGER_HOSTED } from './strangers.ts'

const RENTED: ReadonlySet<string> = new Set(['hosting', 'relay'])

/**
 * Of accounts that were seen once, nothing is unusual; what is odd is where they come from, among all that were seen once. By account:
 * log10 of how much likelier it is a stranger who comes from there.
 */
export const oddsOfNewcomers = ({ places }: LoginTable, { ofNetwork, ofCountry, onlyPlace }: LoginNovelty): Float32Array => {
  const networks = createRarity(ofNetwork)
  const countries = createRarity(ofCountry)
  const rented = createShares(1, STRANGER_HOSTED)
  /** −1 where nothing is known of the network. */
  const rentedAt = (place: number): number => {
    const kind = places.networkOf(place)?.kind
    return kind === undefined ? -1 : Number(RENTED.has(kind))
  }
  const networkAt = (place: number): number => places.network[place] as number
  const countryAt = (place: number): number => places.country[place] as number
  for (const place of onlyPlace) {
    if (place < 0) continue
    if (networkAt(place) >= 0) networks.learn(networkAt(place))
    else if (countryAt(place) >= 0) countries.learn(countryAt(place))
    if (rentedAt(place) >= 0) rented.learn(0, rentedAt(place))
  }
  const rarityOf = (place: number): number => {
    if (networkAt(place) >= 0) return networks.of(networkAt(place))
    return countryAt(place) >= 0 ? countries.of(countryAt(place)) : 0
  }
  return new Float32Array(onlyPlace.length).map((_, account) => {
    const place = onlyPlace[account] as number
    if (place < 0) return 0
    const kind = rentedAt(place)
    return rarityOf(place) + (kind < 0 ? 0 : rented.ratio(0, kind))
  })
}
