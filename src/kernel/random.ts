/** Seeded random numbers (mulberry32): the same data on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  readonly next: () => number
  /** 0 ≤ n < below */
  readonly int: (below: number) => number
  readonly pick: <Value>(values: readonly Value[]) => Value
}

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const int = (below: number): number => Math.floor(next() * below)
  return { next, int, pick: (values) => values[int(values.length)] as never }
}
