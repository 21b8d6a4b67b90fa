import { DAY_US } from '../../kernel/time-units.ts'

/** An address in the hands of somebody who was in accounts that are not theirs. Times in epoch µs. */
export interface Hand {
  /** The accounts that were entered from there. */
  readonly accounts: ReadonlySet<number>
  /** Programs that came from there: their lines as sent, and their kinds. */
  readonly programs: ReadonlySet<number>
  readonly kinds: ReadonlySet<number>
  /** How many accounts besides got in from there. */
  readonly others: number
  readonly first: number
  readonly last: number
}

/** What is known of intruders once accounts are judged, for judging the others. */
export interface Intruders {
  /** By source. */
  readonly hands: ReadonlyMap<number, Hand>
  /** Rows in which somebody who held one account acted on another. */
  readonly acts: ReadonlySet<number>
  /** The same by the account that was held. */
  readonly reach: ReadonlyMap<number, readonly number[]>
  /** The round of judging in which an account was found entered: what follows from it is no evidence for it. */
  readonly foundIn: ReadonlyMap<number, number>
}

export const NO_INTRUDERS: Intruders = { hands: new Map(), acts: new Set(), reach: new Map(), foundIn: new Map() }

/** Who held the address, as far as it speaks against this account: by what was found before it. undefined where nothing does. */
export const handAgainst = (key: number, source: number, { hands, foundIn }: Intruders): Hand | undefined => {
  const hand = hands.get(source)
  if (hand === undefined) return undefined
  const round = foundIn.get(key) ?? Number.POSITIVE_INFINITY
  const accounts = new Set([...hand.accounts].filter((account) => (foundIn.get(account) ?? round) < round))
  return accounts.size === 0 ? undefined : { ...hand, accounts }
}

/** An address is its owner's for a day, by and large; a rented machine for as long as it is paid for. */
const HELD_US = DAY_US
const RENTED_US = 30 * DAY_US

/** Was the address in that hand then? */
export const isHeldAt = ({ first, last }: Hand, time: number, isRented: boolean): boolean => {
  const span = isRented ? RENTED_US : HELD_US
  return time >= first - span && time <= last + span
}
