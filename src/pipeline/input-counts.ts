import type { CompiledShape } from '../formats/decode.ts'
import { createNumberWatch, type MissingNumbers } from './number-watch.ts'
import { createOrderWatch, type OrderWatch } from './order-watch.ts'
import type { RecordBatch, Stretch } from '../input/record-batch.ts'
import type { RowBatch } from '../order/row-batch.ts'
import type { Fate, RawRecord, RejectReason, RejectSample } from '../model/record.ts'

/** What became of one input's records: used + ignored + rejected = records. */
export interface InputCounts {
  records: number
  used: number
  ignored: number
  rejected: number
  events: number
  first: number
  last: number
  readonly ignoredBy: Map<string, number>
  readonly rejects: RejectSample[]
  /** Records per format id. */
  readonly formats: Map<string, number>
  /** Shapes that its records had. */
  readonly shapes: Set<CompiledShape>
}

/** Formats of which an input has shapes that were never checked against a real log. */
export const unverifiedFormats = ({ shapes }: InputCounts): readonly string[] =>
  [
    ...new Set([...shapes].filter(({ format, shape }) => format.unverified?.includes(shape.name) === true).map(({ format }) => format.id)),
  ].toSorted()

/** Rejects are counted; this many are shown. */
const REJECT_SAMPLES = 10
const createCounts = (): InputCounts => ({
  records: 0,
  used: 0,
  ignored: 0,
  rejected: 0,
  events: 0,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
  ignoredBy: new Map(),
  rejects: [],
  formats: new Map(),
  shapes: new Set(),
})

const bump = (counts: Map<string, number>, key: string, by: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

/** Keeps account of every record of one input. */
export interface Tally {
  readonly counts: InputCounts
  readonly reject: (record: Pick<RawRecord, 'line' | 'offset' | 'length'>, why: RejectReason, detail: string | undefined) => void
  readonly settle: (record: Pick<RawRecord, 'line' | 'offset' | 'length'>, fate: Fate) => void
  /** So many records were of this shape. */
  readonly shape: (shape: CompiledShape, count: number) => void
  /** The records of this stretch became one event each. */
  readonly rows: (rows: RowBatch, batch: RecordBatch, stretch: Stretch) => void
  readonly event: (time: number, line: number, sequence: number | undefined) => void
  readonly order: OrderWatch
  /** Records that were no events have numbers as well: with any of them, holes prove nothing. */
  readonly missingNumbers: () => MissingNumbers | undefined
}

export const createTally = (): Tally => {
  const counts = createCounts()
  const reject = (record: Pick<RawRecord, 'line' | 'offset' | 'length'>, why: RejectReason, detail: string | undefined): void => {
    counts.rejected += 1
    const { line, offset, length } = record
    if (counts.rejects.length < REJECT_SAMPLES) counts.rejects.push({ line, offset, length, why, detail })
  }
  const settle: Tally['settle'] = (record, fate) => {
    if (fate.fate === 'used') counts.used += 1
    else if (fate.fate === 'rejected') reject(record, fate.why, fate.detail)
    else {
      counts.ignored += 1
      bump(counts.ignoredBy, fate.why, 1)
    }
  }
  const shape = (known: CompiledShape, count: number): void => {
    bump(counts.formats, known.format.id, count)
    counts.shapes.add(known)
  }
  const order = createOrderWatch()
  const numbers = createNumberWatch()
  const event = (time: number, line: number, sequence: number | undefined): void => {
    counts.events += 1
    order.see(time, line)
    if (sequence !== undefined) numbers.see(sequence)
    if (time < counts.first) counts.first = time
    if (time > counts.last) counts.last = time
  }
  const rows: Tally['rows'] = ({ time, sequence }, { lines }, { from, to }) => {
    counts.used += to - from
    for (let at = from; at < to; at += 1) event(time[at] as number, lines[at] as number, sequence[at] || undefined)
  }
  return {
    counts,
    reject,
    settle,
    shape,
    event,
    rows,
    order,
    missingNumbers: () => (counts.ignored + counts.rejected === 0 ? numbers.finish() : undefined),
  }
}
