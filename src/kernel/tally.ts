/** Counts how often each int32 value occurs in one small batch after another, without clearing: cells carry the batch's number. */
export interface Tally {
  /** Starts a batch of at most `most` values. */
  readonly begin: (most: number) => void
  readonly add: (value: number) => void
  /** Different values in the batch. */
  readonly distinct: () => number
  /** Occurrences of the most frequent value; 0 for an empty batch. */
  readonly most: () => number
  /** Different values that occur at least `low` and at most `high` times. */
  readonly countWithin: (low: number, high: number) => number
}

const FIRST_CELLS = 64

export const createTally = (): Tally => {
  let mask = FIRST_CELLS - 1
  let values = new Int32Array(FIRST_CELLS)
  let batches = new Int32Array(FIRST_CELLS)
  let indexes = new Int32Array(FIRST_CELLS)
  let counts = new Int32Array(FIRST_CELLS)
  let batch = 0
  let distinct = 0

  const resize = (cells: number): void => {
    mask = cells - 1
    values = new Int32Array(cells)
    batches = new Int32Array(cells)
    indexes = new Int32Array(cells)
    counts = new Int32Array(cells)
    batch = 0
  }

  return {
    begin: (most) => {
      if (most * 2 > mask + 1) resize(2 ** Math.ceil(Math.log2(most * 2)))
      batch += 1
      distinct = 0
    },
    add: (value) => {
      let at = (Math.imul(value, 0x9e3779b1) >>> 7) & mask
      while (batches[at] === batch && values[at] !== value) at = (at + 1) & mask
      if (batches[at] !== batch) {
        batches[at] = batch
        values[at] = value
        indexes[at] = distinct
        counts[distinct++] = 0
      }
      const index = indexes[at] ?? 0
      counts[index] = (counts[index] ?? 0) + 1
    },
    distinct: () => distinct,
    most: () => {
      let most = 0
      for (let index = 0; index < distinct; index += 1) most = Math.max(most, counts[index] ?? 0)
      return most
    },
    countWithin: (low, high) => {
      let within = 0
      for (let index = 0; index < distinct; index += 1) {
        const count = counts[index] ?? 0
        if (count >= low && count <= high) within += 1
      }
      return within
    },
  }
}
