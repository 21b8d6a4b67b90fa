import type { Spool } from '../../input/spool.ts'
import { createBlockCache } from './block-cache.ts'
import { BLOCK_ROWS, type Pages } from './paged-column.ts'
import { createSlots } from './slots.ts'

/** What the rows of a log may take, and where those go that would take more. */
export interface RowMemory {
  readonly bytes: number
  /** Opens a private file; called once, when it is needed. */
  readonly open: () => Spool
}

export const openPages = ({ bytes, open }: RowMemory): Pages => ({
  slots: createSlots(open()),
  cache: createBlockCache(bytes),
  bytes: new Uint8Array(BLOCK_ROWS * Float64Array.BYTES_PER_ELEMENT),
})
