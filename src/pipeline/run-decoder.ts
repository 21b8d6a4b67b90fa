import type { SharedMemory } from '../input/web-assembly.ts'
import type { CompiledFormat, CompiledShape } from '../formats/decode.ts'
import type { Projection } from '../input/projected.ts'
import { MOST_IN_BATCH, noPicks, RecordBatch, type Picks } from '../input/record-batch.ts'
import type { ScannedRun } from '../input/line-scanner.ts'
import type { RawRecord, Fate } from '../model/record.ts'
import { createDecisionMemo } from '../order/decision-memo.ts'
import type { EventLog } from '../order/event-log.ts'
import { createRowBatch, type RowBatch } from '../order/row-batch.ts'
import { createRowReader, type RowReader } from '../order/scanned-rows.ts'
import { createShapeFinder } from './shape-finder.ts'

/** Where a record lies. */
export type Whereabouts = Pick<RawRecord, 'line' | 'offset' | 'length'>

/** What a run's records are delivered to, in their order. */
export interface RunTarget {
  /** So many records of this shape are about to be delivered by their rows. */
  readonly expect: (shape: CompiledShape, count: number) => void
  /** So many of their times were read by whoever scanned them: all of these are in UTC. */
  readonly scannedTimes: (count: number) => void
  /** The picked records became rows. */
  readonly rows: (rows: RowBatch, batch: RecordBatch, picks: Picks) => void
  /** A record that became no row, and why. */
  readonly passed: (record: Whereabouts, fate: Fate) => void
  /** A record of a known shape whose events are not read one field at a time. */
  readonly decode: (record: RawRecord, shape: CompiledShape) => void
  /** A record that no format knows, in full. */
  readonly unknown: (record: RawRecord) => void
}

/** Decodes runs of part-read records. One per input: numbers of values mean nothing beyond it. */
export const createRunDecoder = (
  formats: readonly CompiledFormat[],
  projection: Projection,
  memory: SharedMemory,
  log: EventLog,
  target: RunTarget,
): ((run: ScannedRun) => void) => {
  const shapes = formats.flatMap((format) => format.shapes.filter(({ shape }) => shape.kind === 'json'))
  const memo = createDecisionMemo()
  const batch = new RecordBatch(projection, memory)
  const rows = createRowBatch()
  const finder = createShapeFinder(shapes, memo)
  /** Made when first wanted: of all shapes there are, a log has one or two. */
  const readers = new Map<number, RowReader | undefined>()
  const readerOf = (number: number): RowReader | undefined => {
    const shape = shapes[number]
    if (!readers.has(number))
      readers.set(
        number,
        shape?.fields === undefined ? undefined : createRowReader(shape, shape.fields(), number + 1, { log, memo, rows, projection }),
      )
    return readers.get(number)
  }
  /** By position: what became of a record that a reader read. */
  const fates: (Fate | undefined)[] = Array.from({ length: MOST_IN_BATCH })
  const readRows = (): void => {
    fates.fill(undefined)
    for (const { number, picks } of finder.find(batch)) {
      const reader = readerOf(number)
      if (reader === undefined) continue
      target.expect(shapes[number] as CompiledShape, picks.count)
      reader.read(batch, picks, fates)
      target.scannedTimes(reader.scannedTimes())
    }
  }
  const deliverOther = (at: number): void => {
    const where = { line: batch.lines[at] as number, offset: batch.offsets[at] as number, length: batch.lengths[at] as number }
    const fate = fates[at]
    if (fate !== undefined) return target.passed(where, fate)
    const record = batch.turnTo(at)
    const raw = { shape: 'json' as const, value: record, header: undefined, ...where }
    const shape = shapes[finder.shapeAt(at)]
    if (shape === undefined) target.unknown({ ...raw, value: record.whole() })
    else target.decode(raw, shape)
  }
  const used = noPicks()
  const flush = (): void => {
    if (used.count > 0) target.rows(rows, batch, used)
    used.count = 0
  }
  return (run) => {
    for (let from = run.from; from < run.to; from += batch.size) {
      batch.load(run, from)
      readRows()
      for (let at = 0; at < batch.size; at += 1) {
        if (fates[at]?.fate === 'used') used.rows[used.count++] = at
        else {
          flush()
          deliverOther(at)
        }
      }
      flush()
    }
  }
}
