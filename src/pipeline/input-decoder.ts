import type { CompiledFormat, CompiledShape } from '../formats/decode.ts'
import { createRouter } from '../formats/router.ts'
import type { RecordReceiver } from '../input/input.ts'
import { ProjectedRecord } from '../input/projected.ts'
import { NO_REFS, type DraftRefs } from '../formats/draft-refs.ts'
import type { EventLog } from '../order/event-log.ts'
import type { RefMemo } from '../order/ref-memo.ts'
import type { EventDraft } from '../model/event.ts'
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

/** Decides about records that no format knows, from a sample of them: a compiled guess, or why not. */
export type Guess = (sample: readonly RawRecord[]) => { readonly format: CompiledFormat } | { readonly refusal: string }

export interface InputDecoder {
  readonly receiver: RecordReceiver
  /** Call when the input is at its end. */
  readonly finish: () => {
    readonly counts: InputCounts
    readonly refusal: string | undefined
    /** Of the table that the input was, if it was one. */
    readonly header: readonly string[] | undefined
  }
}

/** Rejects are counted; this many are shown. */
const REJECT_SAMPLES = 10
/** Unknown records kept until a guess is made (formats.md 35: a 200-record sample). */
const GUESS_SAMPLE = 200

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

/** Routes, decodes and stores the records of input number `input`, and keeps account of every one of them. */
export const createInputDecoder = (
  input: number,
  formats: readonly CompiledFormat[],
  log: EventLog,
  memo: RefMemo,
  guess: Guess,
): InputDecoder => {
  const counts = createCounts()
  const routeParts = createRouter(formats)
  let route = routeParts
  let lastParts: CompiledShape | undefined
  let waiting: RawRecord[] | undefined = []
  let refusal: string | undefined
  let header: readonly string[] | undefined
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
  const decode = (record: RawRecord, shape: CompiledShape): void => {
    const origin = { input, line: record.line, offset: record.offset, length: record.length }
    bump(counts.formats, shape.format.id)
    counts.shapes.add(shape)
    const fate = shape.decode(record, (draft: EventDraft, part: number, refs: Readonly<DraftRefs> = NO_REFS) => {
      log.append(draft, origin, part, shape.format, { memo, refs })
      counts.events += 1
      if (draft.time < counts.first) counts.first = draft.time
      if (draft.time > counts.last) counts.last = draft.time
    })
    settle(record, fate)
  }
  const decodeOrReject = (record: RawRecord): void => {
    const shape = route(record)
    if (shape === undefined) reject(record, 'unknown-format', undefined)
    else decode(record, shape)
  }
  const decideWaiting = (): void => {
    const sample = waiting ?? []
    waiting = undefined
    if (sample.length === 0) return
    const guessed = guess(sample)
    if ('format' in guessed) route = createRouter([...formats, guessed.format])
    else refusal = guessed.refusal
    for (const record of sample) decodeOrReject(record)
  }
  const take = (record: RawRecord): void => {
    const shape = route(record)
    if (shape !== undefined) decode(record, shape)
    else if (waiting === undefined) decodeOrReject(record)
    else if (waiting.push(record) >= GUESS_SAMPLE) decideWaiting()
  }
  return {
    receiver: {
      record: (record) => {
        counts.records += 1
        if (record.header !== undefined) header = record.header
        // What was read in part holds what the formats that were known before reading look at, no more.
        const { value } = record
        if (!(value instanceof ProjectedRecord)) return take(record)
        if (!value.isLikeLast || lastParts === undefined) lastParts = routeParts(record)
        if (lastParts === undefined) take({ ...record, value: value.whole() })
        else decode(record, lastParts)
      },
      reject: (damage) => {
        counts.records += 1
        reject(damage, damage.why, damage.detail)
      },
    },
    finish: () => {
      decideWaiting()
      return { counts, refusal, header }
    },
  }
}
