/** A chain of keys from the top of a record: `['details', 'error']`. */
export type KeyChain = readonly string[]

/** Where a wanted value lies: in a slot, or further inside the value that a slot holds whole. */
export interface SlotPlace {
  readonly slot: number
  readonly rest: KeyChain
}

/** What is wanted of JSON records: one slot per shortest wanted chain; longer ones lie inside its value. */
export interface Projection {
  /** By slot. No chain is the beginning of another. */
  readonly chains: readonly KeyChain[]
  /** undefined where nobody announced the chain. */
  readonly placeOf: (chain: KeyChain) => SlotPlace | undefined
}

const isBeginning = (short: KeyChain, long: KeyChain): boolean => short.length <= long.length && short.every((key, at) => key === long[at])

/** Plans the slots for these chains, given in any order and more than once. */
export const planProjection = (wanted: readonly KeyChain[]): Projection => {
  const chains: KeyChain[] = []
  for (const chain of wanted.toSorted((left, right) => left.length - right.length)) {
    if (!chains.some((known) => isBeginning(known, chain))) chains.push(chain)
  }
  return {
    chains,
    placeOf: (chain) => {
      const slot = chains.findIndex((known) => isBeginning(known, chain))
      return slot < 0 ? undefined : { slot, rest: chain.slice(chains[slot]?.length) }
    },
  }
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
    this.#values = projection.chains.map(() => undefined)
    this.#stamps = new Uint32Array(projection.chains.length)
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
