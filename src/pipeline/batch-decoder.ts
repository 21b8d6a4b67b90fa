import type { CompiledShape } from '../formats/decode.ts'
import { MOST_IN_BATCH, type RecordBatch } from '../input/record-batch.ts'
import { isBesideRows } from '../input/no-record.ts'
import type { ScannedRun } from '../input/line-scanner.ts'
import type { Fate, RawRecord, RecordShape } from '../model/record.ts'
import { createDecisionMemo, type DecisionMemo } from '../order/decision-memo.ts'
import type { EventLog } from '../order/event-log.ts'
import { createRowBatch } from '../order/row-batch.ts'
import { createValueKeys } from '../order/value-keys.ts'
import { createRowReader, type RowReader } from '../order/scanned-rows.ts'
import type { RunTarget } from './run-target.ts'
import type { ShapeFinder } from './shape-finder.ts'

/** Records of one kind: how one looks in full, and whose they are. */
export interface RecordSource {
  /** May grow. */
  readonly shapes: readonly CompiledShape[]
  readonly batch: RecordBatch
  readonly finderFor: (memo: DecisionMemo) => ShapeFinder
  readonly kind: RecordShape
  /** Of a table. */
  readonly header: readonly string[] | undefined
  /** What the row of the record that was last read in full says of when it was written. */
  readonly outerTime?: () => RawRecord['outerTime']
}

/** Decodes runs of part-read records of one kind. */
export const createBatchDecoder = (source: RecordSource, log: EventLog, target: RunTarget): ((run: ScannedRun) => void) => {
  const { shapes, batch, kind, header } = source
  const { projection } = batch
  const memo = createDecisionMemo()
  const values = createValueKeys()
  const rows = createRowBatch()
  const finder = source.finderFor(memo)
  /** Made when first wanted: of all shapes there are, a log has one or two. */
  const readers = new Map<number, RowReader | undefined>()
  const readerOf = (number: number): RowReader | undefined => {
    const shape = shapes[number]
    if (!readers.has(number))
      readers.set(
        number,
        shape?.fields === undefined
          ? undefined
          : createRowReader(shape, shape.fields(header ?? []), number + 1, { log, memo, values, rows, projection }),
      )
    return readers.get(number)
  }
  /** By position: what became of a record that a reader read. */
  const fates: (Fate | undefined)[] = Array.from({ length: MOST_IN_BATCH })
  const readRows = (): void => {
    // A run of a log that other records break up is a few records long: nothing is done for those that a batch could hold.
    fates.fill(undefined, 0, batch.size)
    for (const { number, picks } of finder.find(batch)) {
      const reader = readerOf(number)
      if (reader === undefined) continue
      reader.leaveSingle(batch, picks)
      target.expect(shapes[number] as CompiledShape, picks.count)
      reader.read(batch, picks, fates)
      target.scannedTimes(reader.scannedTimes())
    }
  }
  /** Whoever scans rows does not look for sums and notes: none of them becomes an event, so that only what did not is asked. */
  const isBeside = (at: number): boolean => kind === 'csv' && isBesideRows(batch.turnTo(at).whole() as readonly string[])
  const deliverOther = (at: number): void => {
    const where = { line: batch.lines[at] as number, offset: batch.offsets[at] as number, length: batch.lengths[at] as number }
    const fate = fates[at]
    const shape = shapes[finder.shapeAt(at)]
    if (isBeside(at)) return target.aside(fate === undefined ? undefined : shape)
    if (fate !== undefined) return target.passed(where, fate)
    const record = batch.turnTo(at)
    const raw = { shape: kind, value: record, header, ...where }
    if (shape !== undefined) return target.decode(raw, shape)
    const value = record.whole()
    const outerTime = source.outerTime?.()
    target.unknown({ ...raw, value, ...(outerTime === undefined ? {} : { outerTime }) })
  }
  const deliverRows = (from: number, to: number): void => {
    if (to > from) target.rows(rows, batch, { from, to })
  }
  return (run) => {
    for (let from = run.from; from < run.to; from += batch.size) {
      batch.load(run, from)
      readRows()
      let open = 0
      for (let at = 0; at < batch.size; at += 1) {
        if (fates[at]?.fate === 'used') continue
        deliverRows(open, at)
        deliverOther(at)
        open = at + 1
      }
      deliverRows(open, batch.size)
    }
  }
}
