/** A number column by slot that grows by doubling; cells never written hold `initial`. */
export interface Column {
  readonly get: (slot: number) => number
  readonly set: (slot: number, value: number) => void
}

/** Doubles of any value; 8 bytes a slot. */
export const createFloatColumn = (initial: number): Column => {
  let cells = new Float64Array(64).fill(initial)
  const grow = (slot: number): void => {
    const wider = new Float64Array(Math.max(slot + 1, cells.length * 2)).fill(initial, cells.length)
    wider.set(cells)
    cells = wider
  }
  return {
    get: (slot) => cells[slot] ?? initial,
    set: (slot, value) => {
      if (slot >= cells.length) grow(slot)
      cells[slot] = value
    },
  }
}

/** Int32 cells in records of `stride`, 0 at first; `at` makes room for a record and returns the cells, which a later `at` may replace. */
export const createIntRecords = (stride: number): { readonly at: (slot: number) => Int32Array } => {
  let cells = new Int32Array(64 * stride)
  return {
    at: (slot) => {
      const needed = (slot + 1) * stride
      if (needed > cells.length) {
        const wider = new Int32Array(Math.max(needed, cells.length * 2))
        wider.set(cells)
        cells = wider
      }
      return cells
    },
  }
}
