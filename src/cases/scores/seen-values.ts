/** Values that one account showed: a short list searched from its end, and a map where it grows long. With counts. */
export interface SeenValues {
  readonly clear: () => void
  readonly has: (value: number) => boolean
  readonly count: (value: number) => number
  /** True where the value is new. Missing values (below 0) are not kept. */
  readonly add: (value: number) => boolean
  readonly size: () => number
}

const SHORT = 24

export const createSeenValues = (): SeenValues => {
  const values = new Int32Array(SHORT)
  const counts = new Int32Array(SHORT)
  let size = 0
  let long: Map<number, number> | undefined
  const find = (value: number): number => {
    let at = size - 1
    while (at >= 0 && values[at] !== value) at -= 1
    return at
  }
  const lengthen = (): Map<number, number> => {
    const map = new Map<number, number>()
    for (let at = 0; at < size; at += 1) map.set(values[at] as number, counts[at] as number)
    return map
  }
  const addLong = (map: Map<number, number>, value: number): boolean => {
    const before = map.get(value) ?? 0
    map.set(value, before + 1)
    return before === 0
  }
  return {
    clear: () => {
      size = 0
      long = undefined
    },
    has: (value) => (long === undefined ? find(value) >= 0 : long.has(value)),
    count: (value) => {
      if (long !== undefined) return long.get(value) ?? 0
      const at = find(value)
      return at < 0 ? 0 : (counts[at] as number)
    },
    add: (value) => {
      if (value < 0) return false
      if (long !== undefined) return addLong(long, value)
      const at = find(value)
      if (at >= 0) {
        counts[at]! += 1
        return false
      }
      if (size === SHORT) return addLong((long = lengthen()), value)
      values[size] = value
      counts[size] = 1
      size += 1
      return true
    },
    size: () => long?.size ?? size,
  }
}
