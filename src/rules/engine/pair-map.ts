/** Counts by pairs of int32 keys: open addressing with the key beside its value, so that a look-up touches one cache line. */
export interface PairMap {
  readonly size: () => number
  /** 0 when the pair was never added. */
  readonly get: (a: number, b: number) => number
  /** Adds to the pair's value and returns the new one. Values must stay above 0: 0 marks a free cell. */
  readonly add: (a: number, b: number, by: number) => number
}

const STRIDE = 3

const hashPair = (a: number, b: number): number => {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}

/** An empty map; grows by doubling at 60 % load. */
export const createPairMap = (): PairMap => {
  let mask = 1023
  let cells = new Int32Array((mask + 1) * STRIDE)
  let size = 0

  const cellOf = (a: number, b: number): number => {
    let at = (hashPair(a, b) & mask) * STRIDE
    while (cells[at + 2] !== 0 && (cells[at] !== a || cells[at + 1] !== b)) {
      at += STRIDE
      if (at === cells.length) at = 0
    }
    return at
  }

  const grow = (): void => {
    const old = cells
    mask = mask * 2 + 1
    cells = new Int32Array((mask + 1) * STRIDE)
    for (let at = 0; at < old.length; at += STRIDE) {
      const value = old[at + 2] ?? 0
      if (value !== 0) cells.set([old[at] ?? 0, old[at + 1] ?? 0, value], cellOf(old[at] ?? 0, old[at + 1] ?? 0))
    }
  }

  return {
    size: () => size,
    get: (a, b) => cells[cellOf(a, b) + 2] ?? 0,
    add: (a, b, by) => {
      let at = cellOf(a, b)
      if (cells[at + 2] === 0) {
        if (size > mask * 0.6) {
          grow()
          at = cellOf(a, b)
        }
        cells[at] = a
        cells[at + 1] = b
        size += 1
      }
      const value = (cells[at + 2] ?? 0) + by
      cells[at + 2] = value
      return value
    },
  }
}
