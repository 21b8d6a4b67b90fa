import type { SharedMemory } from '../input/web-assembly.ts'
import type { CompiledFormat, CompiledShape } from '../formats/decode.ts'
import type { Projection } from '../input/projected.ts'
import { ProjectedRecord } from '../input/projected.ts'
import type { ScannedRun } from '../input/line-scanner.ts'
import type { RawRecord, Fate } from '../model/record.ts'
import { createDecisionMemo } from '../order/decision-memo.ts'
import type { EventLog, EventRow } from '../order/event-log.ts'
import { createRowReader, type RowReader } from '../order/scanned-rows.ts'

/** What a run's records are delivered to. */
export interface RunTarget {
  /** The record became this row, or its fate says why not. */
  readonly row: (record: RawRecord, shape: CompiledShape, row: EventRow, fate: Fate) => void
  /** A record of a known shape whose events are not read one field at a time. */
  readonly decode: (record: RawRecord, shape: CompiledShape) => void
  /** A record that no format knows, in full. */
  readonly unknown: (record: RawRecord) => void
}

/** Shapes whose turn came last are asked first: a mixed log alternates between a few. */
const RECENT = 4

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
  const record = new ProjectedRecord(projection, memory)
  const raw = { shape: 'json' as const, value: record, header: undefined, line: 0, offset: 0, length: 0 }
  /** Made when first wanted: of all shapes there are, a log has one or two. */
  const readers = new Map<number, RowReader | undefined>()
  const readerOf = (number: number, shape: CompiledShape): RowReader | undefined => {
    if (!readers.has(number))
      readers.set(number, shape.fields === undefined ? undefined : createRowReader(shape, shape.fields(), number + 1, log, memo))
    return readers.get(number)
  }
  let recent: readonly number[] = []
  const matches = (shape: number): boolean => memo.askSteady(record, 0, shape, () => (shapes[shape]?.matches(raw) === true ? 1 : 0)) === 1
  const shapeOfRecord = (): number => {
    const [latest] = recent
    if (latest !== undefined && matches(latest)) return latest
    const known = recent.find(matches)
    const found = known ?? shapes.findIndex((shape) => shape.matches(raw))
    if (found >= 0) recent = [found, ...recent.filter((shape) => shape !== found)].slice(0, RECENT)
    return found
  }
  const deliver = (): void => {
    const number = shapeOfRecord()
    const shape = shapes[number]
    if (shape === undefined) return target.unknown({ ...raw, value: record.whole() })
    const reader = readerOf(number, shape)
    if (reader === undefined) target.decode(raw, shape)
    else target.row(raw, shape, reader.row, reader.read(record))
  }
  return ({ segment, from, to, base }) => {
    for (let at = from; at < to; at += 1) {
      record.seek(segment, at)
      raw.line = record.line()
      raw.offset = base + record.from()
      raw.length = record.length()
      deliver()
    }
  }
}
