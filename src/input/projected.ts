/** A chain of keys from the top of a record: `['details', 'error']`. */
export type KeyChain = readonly string[]

/** Where a wanted value lies: in a slot, or further inside the value that a slot holds whole. */
export interface SlotPlace {
  readonly slot: number
  readonly rest: KeyChain
}

/** What is wanted of JSON records. */
export interface Wanted {
  readonly values: readonly KeyChain[]
  /** Of these, only whether they are there (a null is). */
  readonly presence: readonly KeyChain[]
}

/** One slot per shortest wanted chain; longer ones lie inside its value. Plain data: it can be handed to another thread. */
export interface Projection {
  /** No chain is the beginning of another; their slots are their positions. */
  readonly values: readonly KeyChain[]
  /** Their slots follow those of the values. A slot holds true where something is there. */
  readonly presence: readonly KeyChain[]
}

const isBeginning = (short: KeyChain, long: KeyChain): boolean => short.length <= long.length && short.every((key, at) => key === long[at])

const isSame = (one: KeyChain, other: KeyChain): boolean => one.length === other.length && isBeginning(one, other)

/** Plans the slots for these chains, given in any order and more than once. */
export const planProjection = (wanted: Wanted): Projection => {
  const values: KeyChain[] = []
  for (const chain of wanted.values.toSorted((left, right) => left.length - right.length)) {
    if (!values.some((known) => isBeginning(known, chain))) values.push(chain)
  }
  const presence: KeyChain[] = []
  for (const chain of wanted.presence) {
    if (![...values, ...presence].some((known) => isSame(known, chain)) && !values.some((known) => isBeginning(known, chain))) presence.push(chain)
  }
  return { values, presence }
}

export const slotCount = ({ values, presence }: Projection): number => values.length + presence.length

/** Where the value of a chain is read from; undefined where nobody announced it. */
export const placeOfValue = ({ values }: Projection, chain: KeyChain): SlotPlace | undefined => {
  const slot = values.findIndex((known) => isBeginning(known, chain))
  return slot < 0 ? undefined : { slot, rest: chain.slice(values[slot]?.length) }
}

/** Where it is seen whether a chain is there. */
export const placeOfPresence = (projection: Projection, chain: KeyChain): SlotPlace | undefined => {
  const index = projection.presence.findIndex((known) => isSame(known, chain))
  return index < 0 ? placeOfValue(projection, chain) : { slot: projection.values.length + index, rest: [] }
}

/**
 * One record of which only the wanted values were read. It is filled anew for every record: whoever keeps it beyond
 * the call keeps nothing. `whole` reads the record in full.
 */
export class ProjectedRecord {
  readonly projection: Projection
  whole: () => unknown = () => undefined
  readonly #values: unknown[]
  readonly #stamps: Uint32Array
  #stamp = 0

  constructor(projection: Projection) {
    this.projection = projection
    this.#values = new Array<unknown>(slotCount(projection)).fill(undefined)
    this.#stamps = new Uint32Array(slotCount(projection))
  }

  clear(): void {
    this.#stamp += 1
  }

  has(slot: number): boolean {
    return this.#stamps[slot] === this.#stamp
  }

  get(slot: number): unknown {
    return this.#stamps[slot] === this.#stamp ? this.#values[slot] : undefined
  }

  set(slot: number, value: unknown): void {
    this.#values[slot] = value
    this.#stamps[slot] = this.#stamp
  }
}
