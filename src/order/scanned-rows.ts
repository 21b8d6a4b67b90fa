import type { CompiledShape } from '../formats/decode.ts'
import type { ShapeFields } from '../formats/shape-fields.ts'
import { toNumber } from '../formats/to-number.ts'
import type { ProjectedRecord } from '../input/projected.ts'
import type { Projection } from '../input/projection.ts'
import { MOST_IN_BATCH, type Picks, type RecordBatch } from '../input/record-batch.ts'
import type { Fate } from '../model/record.ts'
import type { DecisionMemo } from './decision-memo.ts'
import type { EventLog } from './event-log.ts'
import { createRecordKinds, USED } from './record-kinds.ts'
import type { RowBatch } from './row-batch.ts'
import { sortOutDamaged } from './row-damage.ts'
import { fillPlaces } from './row-places.ts'
import { fillSubjects } from './row-subjects.ts'
import { fillTexts } from './row-texts.ts'
import { readTimes, type ScannedTimes } from './row-times.ts'
import { fillIds, fillSequences, fillSessions } from './row-uniques.ts'
import { NO_CONTEXT, numbered, type Wiring } from './row-wiring.ts'
import type { ValueKeys } from './value-keys.ts'

/** From part-read records of one shape to rows of the log, field by field, mostly without making a single text. */
export interface RowReader {
  /** Leaves those picked that are one event each, as a row is. */
  readonly leaveSingle: (batch: RecordBatch, picks: Picks) => void
  /** Fills the rows of the picked records, and their fates. */
  readonly read: (batch: RecordBatch, picks: Picks, fates: (Fate | undefined)[]) => void
  /** Of the records read last, the times that were read by whoever scanned them. */
  readonly scannedTimes: () => ScannedTimes
}

/** Classifies records and leaves those picked that are used. */
const readKinds = ({ kinds, kind, asks, memo, rows }: Wiring) => {
  const question = { number: asks.kind, contexts: NO_CONTEXT, decide: kinds.numberOf }
  return (batch: RecordBatch, picks: Picks, fates: (Fate | undefined)[]): void => {
    memo.ask(batch, picks, question, kind)
    let kept = 0
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      const { fate, cls } = kinds.get(kind[at] as number)
      fates[at] = fate
      rows.cls[at] = cls
      if (fate === USED) picks.rows[kept++] = at
    }
    picks.count = kept
  }
}

const sortOutSingle = ({ fields: { repeat, itemCount }, asks, memo }: Wiring): RowReader['leaveSingle'] => {
  if (repeat === undefined && itemCount === undefined) return () => undefined
  const isOne = new Int32Array(MOST_IN_BATCH)
  const isSingle = (record: ProjectedRecord): boolean =>
    (toNumber(repeat?.(record, undefined)) ?? 1) === 1 && (itemCount?.(record) ?? 1) === 1
  const question = { number: asks.single, contexts: NO_CONTEXT, decide: (record: ProjectedRecord) => (isSingle(record) ? 1 : 0) }
  return (batch, picks) => {
    memo.ask(batch, picks, question, isOne)
    let kept = 0
    for (let index = 0; index < picks.count; index += 1) {
      const at = picks.rows[index] as number
      if (isOne[at] === 1) picks.rows[kept++] = at
    }
    picks.count = kept
  }
}

/** What all readers of an input share. */
export interface RowReading {
  readonly log: EventLog
  readonly memo: DecisionMemo
  readonly values: ValueKeys
  readonly rows: RowBatch
  readonly projection: Projection
}

/** @param number of the shape, other than those of all other shapes that share the memo */
export const createRowReader = (compiled: CompiledShape, fields: ShapeFields, number: number, reading: RowReading): RowReader => {
  const { log, memo, values, rows, projection } = reading
  const kinds = createRecordKinds(fields, compiled, log)
  const wiring: Wiring = {
    compiled,
    fields,
    kinds,
    kind: new Int32Array(MOST_IN_BATCH),
    asks: numbered(number),
    log,
    memo,
    values,
    rows,
    projection,
  }
  const classify = readKinds(wiring)
  const siftDamaged = sortOutDamaged(wiring, projection)
  const times = readTimes(wiring, projection)
  const fillers = [
    fillTexts(wiring),
    fillSubjects(wiring),
    fillPlaces(wiring),
    fillSequences(wiring),
    fillSessions(wiring, projection),
    fillIds(wiring, projection),
  ]
  return {
    leaveSingle: sortOutSingle(wiring),
    scannedTimes: times.scanned,
    read: (batch, picks, fates) => {
      siftDamaged(batch, picks, fates)
      classify(batch, picks, fates)
      times.read(batch, picks, fates)
      for (const fillOne of fillers) fillOne(batch, picks)
    },
  }
}
