import type { CompiledShape } from '../formats/decode.ts'
import { createNumberWatch, type MissingNumbers } from './number-watch.ts'
import { createOrderWatch, type OrderWatch } from './order-watch.ts'
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

const bump = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Keeps account of every record of one input. */
export interface Tally {
  readonly counts: InputCounts
  readonly reject: (record: Pick<RawRecord, 'line' | 'offset' | 'length'>, why: RejectReason, detail: string | undefined) => void
  readonly settle: (record: RawRecord, fate: Fate) => void
  readonly shape: (shape: CompiledShape) => void
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
  const settle = (record: RawRecord, fate: Fate): void => {
    if (fate.fate === 'used') counts.used += 1
    else if (fate.fate === 'rejected') reject(record, fate.why, fate.detail)
    else {
      counts.ignored += 1
      bump(counts.ignoredBy, fate.why)
    }
  }
  const shape = (known: CompiledShape): void => {
    bump(counts.formats, known.format.id)
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
  return {
    counts,
    reject,
    settle,
    shape,
    event,
    order,
    missingNumbers: () => (counts.ignored + counts.rejected === 0 ? numbers.finish() : undefined),
  }
}
