import type { TableColumn } from '../../order/table-column.ts'

/** How many rows of a key came before the row `until`; it must not go backwards. */
export type TrailingCount = (key: number, until: number) => number

interface Counted {
  readonly isCounted: (row: number) => boolean
  readonly keys: TableColumn
  /** What the column's numbers stand for: −1 where for nothing. */
  readonly valueOf: Int32Array
}

const sizeFor = (values: Int32Array): number => values.reduce((most, value) => Math.max(most, value), -1) + 1

/**
 * A counter per value, which counts on when it is asked: rules ask for one or two of them, and some only now and then. One tight loop
 * per counter, whose looks into memory overlap.
 */
export const createTrailingCount = ({ isCounted, keys, valueOf }: Counted): TrailingCount => {
  let counts: Int32Array | undefined
  let next = 0
  return (key, until) => {
    const counted = (counts ??= new Int32Array(sizeFor(valueOf)))
    for (let row = next; row < until; row += 1) {
      const value = isCounted(row) ? (valueOf[keys.get(row)] ?? -1) : -1
      if (value >= 0) counted[value] = (counted[value] as number) + 1
    }
    next = until
    return counted[key] ?? 0
  }
}
