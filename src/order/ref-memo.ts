import { doubled } from './int-array.ts'

/** What a text was met as. */
export const MET_AS = { place: 1, account: 2, name: 3, userAgent: 4, client: 5 } as const
export type MetAs = (typeof MET_AS)[keyof typeof MET_AS]

/**
 * From the number that reading gave a text (it is read once, however often it occurs) to the key that the store gave it:
 * one look into one array, where looking the text itself up costs half a dozen cache misses.
 */
export interface RefMemo {
  /** The key of this text, met as `what` under `scope`; −1 when it was not met so, or last met otherwise. */
  readonly find: (ref: number, what: MetAs, scope: number) => number
  readonly keep: (ref: number, what: MetAs, scope: number, key: number) => void
  /** The input is at its end: nothing is known any more. */
  readonly forget: () => void
  /** Was this text met as `what` last, under any scope? Then it is not one of the words for nothing. */
  readonly isKnown: (ref: number, what: MetAs) => boolean
}

const KINDS = 8

export const createRefMemo = (): RefMemo => {
  /** By ref: what and scope in one number (0: never met), and the key. Refs that come together in records lie together here. */
  let cells = new Int32Array(2 * 4096)
  return {
    find: (ref, what, scope) => (cells[2 * ref] === what + KINDS * scope ? (cells[2 * ref + 1] as number) : -1),
    keep: (ref, what, scope, key) => {
      while (2 * ref >= cells.length) cells = cells.length === 0 ? new Int32Array(2 * 4096) : doubled(cells)
      cells[2 * ref] = what + KINDS * scope
      cells[2 * ref + 1] = key
    },
    forget: () => {
      cells = new Int32Array(0)
    },
    isKnown: (ref, what) => ((cells[2 * ref] ?? 0) & (KINDS - 1)) === what,
  }
}
