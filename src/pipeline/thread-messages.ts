import type { CsvHeaderHint } from '../input/detect-shape.ts'
import type { ReadResult } from '../input/input.ts'
import type { Projection } from '../input/projected.ts'
import type { SourceFile } from '../input/source.ts'
import type { RecordBatch } from './record-batch.ts'

/** Batches on their way, at most: a few MB. */
export const MOST_WAITING = 8

/** What a reading thread is told; plain data. */
export interface ThreadTask {
  readonly source: SourceFile
  readonly options: { readonly csvHeaders: readonly CsvHeaderHint[] }
  readonly projection: Projection
  /** Built-in formats that the run asks; records that none of them knows come whole. */
  readonly formatIds: readonly string[]
  /** Are these all formats that the run asks? Otherwise the thread does not know whose a record is in the end. */
  readonly isWholeChoice: boolean
  /** One shared number: batches sent and not yet taken. */
  readonly waiting: SharedArrayBuffer
}

export type FromThread = { readonly kind: 'batch'; readonly batch: RecordBatch } | { readonly kind: 'done'; readonly result: ReadResult }
