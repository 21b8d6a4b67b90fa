import type { Spool } from '../../input/spool.ts'

/** Stretches of a scratch file, taken and given back: what a merge has read makes room for what it writes. */
export interface Slots {
  /** Where a stretch of this length is free from now on. */
  readonly take: (bytes: number) => number
  readonly giveBack: (offset: number, bytes: number) => void
  readonly file: Spool
}

export const createSlots = (file: Spool): Slots => {
  /** By length. Blocks have few lengths, so that nothing need be split or joined. */
  const free = new Map<number, number[]>()
  let end = 0
  return {
    take: (bytes) => {
      const offset = free.get(bytes)?.pop() ?? end
      if (offset === end) end += bytes
      return offset
    },
    giveBack: (offset, bytes) => {
      const known = free.get(bytes)
      if (known === undefined) free.set(bytes, [offset])
      else known.push(offset)
    },
    file,
  }
}
