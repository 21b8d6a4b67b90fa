/** Values that one account showed, with counts: a short list searched from its end, and a map where it grows long. */
export interface SeenValues {
  readonly clear: () => void
  readonly count: (value: number) => number
  readonly add: (value: number) => void
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
  return {
    clear: () => {
      size = 0
      long = undefined
    },
    count: (value) => {
      if (long !== undefined) return long.get(value) ?? 0
      const at = find(value)
      return at < 0 ? 0 : (counts[at] as number)
    },
    add: (value) => {
      if (value < 0) return
      if (long === undefined) {
        const at = find(value)
        if (at >= 0) counts[at]! += 1
        else if (size < SHORT) {
          values[size] = value
          counts[size] = 1
          size += 1
        } else long = lengthen()
      }
      if (long !== undefined) long.set(value, (long.get(value) ?? 0) + 1)
    },
    size: () => long?.size ?? size,
  }
}
