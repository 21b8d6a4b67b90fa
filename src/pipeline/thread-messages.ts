import type { ReadResult, RecordReceiver } from '../input/input.ts'
import type { ScannedRun, ScanPlan } from '../input/line-scanner.ts'
import type { ReadOptions } from '../input/read-input.ts'
import type { SourceFile } from '../input/source.ts'
import type { RawRecord } from '../model/record.ts'

/** What a reading thread is told; plain data. */
export interface ThreadTask {
  readonly source: SourceFile
  readonly options: Pick<ReadOptions, 'csvHeaders' | 'isOnly'>
  /** Its memory is shared: runs are looked up there. */
  readonly scan: ScanPlan
  /** One number per segment: 1 while somebody reads in it. */
  readonly taken: SharedArrayBuffer
}

/** What was read, in order: runs of part-read records, records in full, and what is no record. */
export type Delivery =
  | { readonly run: ScannedRun }
  | { readonly record: RawRecord }
  | { readonly aside: string }
  | { readonly reject: Parameters<RecordReceiver['reject']>[0] }

export type FromThread =
  /** `segment` is done with once these are taken; `bytes`: stored bytes read so far. */
  | { readonly kind: 'batch'; readonly deliveries: readonly Delivery[]; readonly segment: number | undefined; readonly bytes: number }
  | { readonly kind: 'done'; readonly result: ReadResult }
