import { carries, lineDepth, programDepth } from './packed-novelty.ts'

/** What somebody comes with who knows the password and how much of the owner's surroundings. Chances of each part being new. */
interface Stranger {
  /** How many of all strangers are such: an assumption. Proxies in the victims' own country are what is rented by the hour. */
  readonly share: number
  readonly address: number
  readonly network: number
  readonly country: number
  readonly version: number
  readonly kind: number
}

/** The three attackers of Wiefling et al. (2022): from anywhere; from the owner's country; from the owner's network with a like program. */
const STRANGERS: readonly Stranger[] = [
  { share: 0.3, address: 0.98, network: 0.95, country: 0.7, version: 0.85, kind: 0.7 },
  { share: 0.5, address: 0.98, network: 0.9, country: 0.05, version: 0.85, kind: 0.7 },
  { share: 0.2, address: 0.98, network: 0.1, country: 0.02, version: 0.3, kind: 0.1 },
]

const part = (isCarried: boolean, isNew: boolean, chance: number): number => (isCarried ? (isNew ? chance : 1 - chance) : 1)

const chanceFor = (stranger: Stranger, packed: number): number => {
  const line = lineDepth(packed)
  const program = programDepth(packed)
  const isAway = line >= 1
  return (
    part(carries(packed, 1), isAway, stranger.address) *
    part(carries(packed, 2) && isAway, line >= 2, stranger.network) *
    part(carries(packed, 4) && (line >= 2 || (isAway && !carries(packed, 2))), line === 3, stranger.country) *
    part(carries(packed, 8), program >= 1, stranger.version) *
    part(carries(packed, 8) && program >= 1, program === 2, stranger.kind)
  )
}

/** Chance that a stranger's login looks like this. */
export const strangerChance = (packed: number): number =>
  STRANGERS.reduce((sum, stranger) => sum + stranger.share * chanceFor(stranger, packed), 0)

/**
 * The same of the company at an address that is new to the account: alone, a few others, or a line that many share. Addresses are cheap;
 * whoever tries many accounts from one is found by that (`sources/`).
 */
export const STRANGER_COMPANY: readonly number[] = [0.8, 0.15, 0.05]

/**
 * Of whether the address is a data centre's, a VPN's or a relay's: not, or so. Most traffic of attacks now comes through homes, as that
 * passes every list; the rest is what can be rented at once.
 */
export const STRANGER_HOSTED: readonly number[] = [0.75, 0.25]

/** And of where the owner, or whoever it was, logged in from next: no later login, the same new address, an old one, yet another. */
export const STRANGER_AFTERMATH: readonly number[] = [1, 0.1, 0.65, 0.25]

/** And of whether what was new came again on a later day: it did not, it did. A buyer or a checker comes with things of their own. */
export const STRANGER_AGAIN: readonly number[] = [0.95, 0.05]

/**
 * And of the machine, where its id is logged: nothing to compare with, one of the owner's (the thief has its cookies too), another, another
 * that came again on a later day.
 */
export const STRANGER_MACHINE: readonly number[] = [1, 0.05, 0.85, 0.1]
