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
    if (![...values, ...presence].some((known) => isSame(known, chain)) && !values.some((known) => isBeginning(known, chain)))
      presence.push(chain)
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
 * the call keeps nothing.
 */
export class ProjectedRecord {
  readonly projection: Projection
  /** Is it known to be of the same shape as the part-read record before it? */
  isLikeLast = false
  /** Reads the record in full; set by whoever holds its bytes. */
  readWhole: () => unknown = () => undefined
  #whole: unknown
  #isWhole = false
  readonly #values: unknown[]
  readonly #refs: Int32Array
  /** The text that a number stands for. */
  readonly textOf: (ref: number) => string
  readonly #stamps: Uint32Array
  #stamp = 0

  /** @param textOf the text that a number given to `refer` stands for */
  constructor(projection: Projection, textOf: (ref: number) => string) {
    this.projection = projection
    this.textOf = textOf
    this.#refs = new Int32Array(slotCount(projection))
    this.#values = Array.from({ length: slotCount(projection) })
    this.#stamps = new Uint32Array(slotCount(projection))
  }

  clear(): void {
    this.#isWhole = false
    this.#whole = undefined
    this.#stamp += 1
  }

  /** The record in full, read when first asked for. */
  whole(): unknown {
    if (!this.#isWhole) this.#whole = this.readWhole()
    this.#isWhole = true
    return this.#whole
  }

  /** Did somebody need the record in full? */
  wasWhole(): boolean {
    return this.#isWhole
  }

  has(slot: number): boolean {
    return this.#stamps[slot] === this.#stamp
  }

  get(slot: number): unknown {
    if (this.#stamps[slot] !== this.#stamp) return undefined
    const ref = this.#refs[slot] as number
    return ref >= 0 ? this.textOf(ref) : this.#values[slot]
  }

  set(slot: number, value: unknown): void {
    this.#values[slot] = value
    this.#refs[slot] = -1
    this.#stamps[slot] = this.#stamp
  }

  /** As `set`, with a number for a text that is looked up when it is asked for. */
  refer(slot: number, ref: number): void {
    this.#refs[slot] = ref
    this.#stamps[slot] = this.#stamp
  }

  /** The number given to `refer`; −1 where the slot was filled with a value, or not at all. */
  refOf(slot: number): number {
    return this.#stamps[slot] === this.#stamp ? (this.#refs[slot] as number) : -1
  }
}
