import type { CompiledShape } from '../formats/decode.ts'
import type { RecordBatch, Stretch } from '../input/record-batch.ts'
import type { Fate, RawRecord } from '../model/record.ts'
import type { RowBatch } from '../order/row-batch.ts'
import type { ScannedTimes } from '../order/row-times.ts'

/** Where a record lies. */
export type Whereabouts = Pick<RawRecord, 'line' | 'offset' | 'length'>

/** What a run's records are delivered to, in their order. */
export interface RunTarget {
  /** So many records of this shape are about to be delivered by their rows. */
  readonly expect: (shape: CompiledShape, count: number) => void
  /** Of their times those that say their offset and were read by whoever scanned them. */
  readonly scannedTimes: (times: ScannedTimes) => void
  /** The records of this stretch became rows. */
  readonly rows: (rows: RowBatch, batch: RecordBatch, stretch: Stretch) => void
  /** A record that became no row, and why. */
  readonly passed: (record: Whereabouts, fate: Fate) => void
  /** What is no record after all, a sum under a table: of this shape, where records of it were expected. */
  readonly aside: (shape: CompiledShape | undefined) => void
  /** A record of a known shape whose events are not read one field at a time. */
  readonly decode: (record: RawRecord, shape: CompiledShape) => void
  /** A record that no format knows, in full. */
  readonly unknown: (record: RawRecord) => void
}
