import { carries, commonKinds, commonNetworks, lineDepth, programDepth } from './packed-novelty.ts'

/** What somebody comes with who knows the password and how much of the owner's surroundings. Chances of each part being new. */
interface Stranger {
  /**
   * How many of all strangers are such: an assumption, with little to choose between them. Proxies in the victims' own country are what is
   * rented by the hour.
   */
  readonly share: number
  readonly address: number
  readonly country: number
  /** Of one who takes pains to be like the owner; others come with what is common. */
  readonly disguised?: { readonly network: number; readonly version: number; readonly kind: number }
}

/** The three attackers of Wiefling et al. (2022): from anywhere; from the owner's country; from the owner's network with a like program. */
const STRANGERS: readonly Stranger[] = [
  { share: 0.42, address: 0.98, country: 0.7 },
  { share: 0.48, address: 0.98, country: 0.05 },
  { share: 0.1, address: 0.98, country: 0.02, disguised: { network: 0.1, version: 0.3, kind: 0.1 } },
]

/** Half of what strangers come with is spread like everybody's logins, as in `rarity.ts`. */
export const LIKE_EVERYBODY = 0.5
/** Of those whose program happens to be of a kind that the owner has, so many have the very version. */
const SAME_VERSION = 0.2

/**
 * By chance, a stranger comes with what the owner has where that is common (Freeman et al., NDSS 2016: what is seen with everybody says
 * little about one): an owner of the most frequent telephone is hit by every third, one of a rare browser by nobody.
 */
const byChance = ({ country }: Stranger, common: number): NonNullable<Stranger['disguised']> => {
  const kinds = commonKinds(common)
  const version = 1 - kinds * SAME_VERSION
  return { network: 1 - (1 - country) * LIKE_EVERYBODY * commonNetworks(common), version, kind: (1 - kinds) / version }
}

const part = (isCarried: boolean, isNew: boolean, chance: number): number => (isCarried ? (isNew ? chance : 1 - chance) : 1)

const chanceFor = (stranger: Stranger, packed: number, common: number): number => {
  const line = lineDepth(packed)
  const program = programDepth(packed)
  const isAway = line >= 1
  const { network, version, kind } = stranger.disguised ?? byChance(stranger, common)
  return (
    part(carries(packed, 1), isAway, stranger.address) *
    part(carries(packed, 2) && isAway, line >= 2, network) *
    part(carries(packed, 4) && (line >= 2 || (isAway && !carries(packed, 2))), line === 3, stranger.country) *
    part(carries(packed, 8), program >= 1, version) *
    part(carries(packed, 8) && program >= 1, program === 2, kind)
  )
}

/** Chance that a stranger's login looks like this. @param common how common the owner's programs and networks are, packed */
export const strangerChance = (packed: number, common: number): number =>
  STRANGERS.reduce((sum, stranger) => sum + stranger.share * chanceFor(stranger, packed, common), 0)

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
