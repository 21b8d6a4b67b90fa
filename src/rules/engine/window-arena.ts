/**
 * Storage shared by all windows of a run: blocks of 4, 8, 16 … entries (time f64, a, b, row i32: 20 bytes each), reused
 * through one free list per size. A window that outgrows its block moves to the next size.
 */
export interface WindowArena {
  times: Float64Array
  a: Int32Array
  b: Int32Array
  rows: Int32Array
  /** First entry of a fresh or reused block of `4 << sizeClass` entries. */
  readonly take: (sizeClass: number) => number
  readonly give: (offset: number, sizeClass: number) => void
}

const FIRST_ENTRIES = 4096

const wider = <T extends Float64Array | Int32Array>(next: T, old: T): T => {
  next.set(old)
  return next
}

export const createWindowArena = (): WindowArena => {
  const free: number[][] = []
  let top = 0
  const arena: WindowArena = {
    times: new Float64Array(FIRST_ENTRIES),
    a: new Int32Array(FIRST_ENTRIES),
    b: new Int32Array(FIRST_ENTRIES),
    rows: new Int32Array(FIRST_ENTRIES),
    take: (sizeClass) => {
      const reused = free[sizeClass]?.pop()
      if (reused !== undefined) return reused
      const offset = top
      top += 4 << sizeClass
      if (top > arena.times.length) grow(Math.max(top, arena.times.length * 2))
      return offset
    },
    give: (offset, sizeClass) => {
      const list = free[sizeClass] ?? []
      free[sizeClass] = list
      list.push(offset)
    },
  }
  const grow = (entries: number): void => {
    arena.times = wider(new Float64Array(entries), arena.times)
    arena.a = wider(new Int32Array(entries), arena.a)
    arena.b = wider(new Int32Array(entries), arena.b)
    arena.rows = wider(new Int32Array(entries), arena.rows)
  }
  return arena
}
