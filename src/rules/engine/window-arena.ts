/** 32-bit cells per entry: time as a double in the first two, then a, b, row and one left over to keep the double aligned. */
export const ENTRY = 6
export const ENTRY_A = 2
export const ENTRY_B = 3
export const ENTRY_ROW = 4

/**
 * Storage shared by all windows of a run: blocks of 4, 8, 16 … entries of 24 bytes, reused through one free list per size.
 * A window that outgrows its block moves to the next size. One entry is one cache line: four arrays side by side cost four.
 */
export interface WindowArena {
  /** Entry `i`'s time is `times[i * 3]`, the rest `ints[i * 6 + …]`; both may be replaced by `take`. */
  times: Float64Array
  ints: Int32Array
  /** First entry of a fresh or reused block of `4 << sizeClass` entries. */
  readonly take: (sizeClass: number) => number
  readonly give: (offset: number, sizeClass: number) => void
}

const FIRST_ENTRIES = 4096
const ENTRY_BYTES = ENTRY * 4

export const createWindowArena = (): WindowArena => {
  const free: number[][] = []
  let top = 0
  const first = new ArrayBuffer(FIRST_ENTRIES * ENTRY_BYTES)
  const arena: WindowArena = {
    times: new Float64Array(first),
    ints: new Int32Array(first),
    take: (sizeClass) => {
      const reused = free[sizeClass]?.pop()
      if (reused !== undefined) return reused
      const offset = top
      top += 4 << sizeClass
      if (top * ENTRY > arena.ints.length) grow(top * 2)
      return offset
    },
    give: (offset, sizeClass) => {
      const list = free[sizeClass] ?? []
      free[sizeClass] = list
      list.push(offset)
    },
  }
  const grow = (entries: number): void => {
    const old = arena.ints
    const buffer = new ArrayBuffer(entries * ENTRY_BYTES)
    arena.times = new Float64Array(buffer)
    arena.ints = new Int32Array(buffer)
    arena.ints.set(old)
  }
  return arena
}
