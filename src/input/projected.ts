import type { SharedMemory } from './web-assembly.ts'
import { hasLongNumber, parseJsonRecord } from './parse-json.ts'
import {
  ARENA,
  FIRST_SPAN,
  PAIRS_AT,
  PRESENT,
  RECORDS_AT,
  RECORD_SIZE,
  SPANS_AT,
  SPAN_KIND,
  SPAN_SIZE,
  STARTS,
  START_BITS,
  START_MASK,
  segmentAt,
} from './scan-memory.ts'
import { slotCount, type Projection } from './projection.ts'

/** Lists and objects that are kept parsed, a thousand bytes each at most: those of a batch, and what came before. */
const MOST_PARSED = 2048

/** Texts without a number that are shorter are made again sooner than they are looked up. */
const WORTH_KEEPING = 128

/** What is there and was not read: an object of which only parts are wanted. */
const SOMETHING: Readonly<Record<string, never>> = Object.freeze({})

/** A slot that nothing fills. */
export const ABSENT = -0x8000_0000

/** From the text of a record to the record. */
export type ReadWhole = (text: string, hasLongNumber: boolean) => unknown

/** Which slots somebody looked at, in order: the value of each (`slot * 2`), or only whether it is there (`slot * 2 + 1`). */
export interface Trace {
  readonly reads: number[]
  /** Was something read that has no number? Then what was read cannot be told again by numbers. */
  isVolatile: boolean
}

/**
 * One record of which only the wanted values were read, in the memory of whoever scanned it. It is turned to another record
 * again and again: whoever keeps it beyond the call keeps nothing.
 */
export class ProjectedRecord {
  readonly projection: Projection
  readonly #bytes: Buffer
  readonly #words: Int32Array<ArrayBufferLike>
  readonly #refs: Int32Array
  readonly #stamps: Uint32Array
  #stamp = 0
  #segment = 0
  #record = 0
  #trace: Trace | undefined
  /** Values that were parsed, by their numbers. */
  readonly #values = new Map<number, unknown>()
  /** What was parsed, and long texts, since the last `forget`, by where the span is described. */
  readonly #spans = new Map<number, unknown>()

  readonly #read: ReadWhole

  /** @param read a record in full from its text; JSON unless told otherwise */
  constructor(projection: Projection, { buffer }: SharedMemory, read: ReadWhole = parseJsonRecord) {
    this.projection = projection
    this.#read = read
    this.#bytes = Buffer.from(buffer)
    this.#words = new Int32Array(buffer)
    this.#refs = new Int32Array(slotCount(projection))
    this.#stamps = new Uint32Array(slotCount(projection))
  }

  /** What lies in memory is about to be others' records. */
  forget(): void {
    this.#spans.clear()
  }

  /** Turns to record number `record` of a segment. */
  seek(segment: number, record: number): void {
    const words = this.#words
    this.#segment = segmentAt(segment)
    this.#record = (this.#segment + RECORDS_AT + record * RECORD_SIZE) >>> 2
    this.#stamp += 1
    const first = record === 0 ? 0 : (words[this.#record - 1] as number)
    const pairs = (this.#segment + PAIRS_AT) >>> 2
    const end = pairs + 2 * (words[this.#record + 3] as number)
    for (let at = pairs + 2 * first; at < end; at += 2) {
      const slot = words[at] as number
      this.#refs[slot] = words[at + 1] as number
      this.#stamps[slot] = this.#stamp
    }
  }

  /** The record in full. */
  whole(): unknown {
    // Whatever is looked for in all of it has no number.
    if (this.#trace !== undefined) this.#trace.isVolatile = true
    const from = this.#segment + (this.#words[this.#record] as number)
    const to = from + (this.#words[this.#record + 1] as number)
    return this.#read(this.#bytes.toString('utf8', from, to), hasLongNumber(this.#bytes, from, to))
  }

  has(slot: number): boolean {
    if (this.#trace !== undefined) note(this.#trace, slot * 2 + 1)
    return this.#stamps[slot] === this.#stamp
  }

  get(slot: number): unknown {
    if (this.#trace !== undefined) {
      note(this.#trace, slot * 2)
      if (this.refOf(slot) <= FIRST_SPAN && this.refOf(slot) !== ABSENT) this.#trace.isVolatile = true
    }
    if (this.#stamps[slot] !== this.#stamp) return undefined
    const ref = this.#refs[slot] as number
    if (ref === PRESENT) return SOMETHING
    return ref >= 0 ? this.#valueOf(ref) : this.#spanValue(ref)
  }

  /** The number of the value in a slot; `PRESENT`, `ABSENT`, or a span. */
  refOf(slot: number): number {
    return this.#stamps[slot] === this.#stamp ? (this.#refs[slot] as number) : ABSENT
  }

  /** The text of a value by its number, where it is plain text. */
  plainText(value: number): string | undefined {
    return this.#kindOf(value) === SPAN_KIND.plain
      ? this.#bytes.toString('utf8', this.#startOf(value), this.#startOf(value + 1))
      : undefined
  }

  /** Notes what `read` looks at. */
  traced<Result>(trace: Trace, read: () => Result): Result {
    this.#trace = trace
    try {
      return read()
    } finally {
      this.#trace = undefined
    }
  }

  #kindOf(value: number): number {
    return (this.#words[(STARTS >>> 2) + value] as number) >>> START_BITS
  }

  #startOf(value: number): number {
    return ARENA + ((this.#words[(STARTS >>> 2) + value] as number) & START_MASK)
  }

  #valueOf(value: number): unknown {
    const kind = this.#kindOf(value)
    const [from, to] = [this.#startOf(value), this.#startOf(value + 1)]
    if (kind !== SPAN_KIND.json) return this.#text(kind, from, to)
    // Records to come often have the same list or object.
    if (this.#values.has(value)) return this.#values.get(value)
    if (this.#values.size >= MOST_PARSED) this.#values.clear()
    const parsed = this.#parse(from, to)
    this.#values.set(value, parsed)
    return parsed
  }

  #text(kind: number | undefined, from: number, to: number): string {
    const text = this.#bytes.toString('utf8', from, to)
    return kind === SPAN_KIND.quoted ? text.replaceAll('""', '"') : text
  }

  #spanValue(ref: number): unknown {
    const span = (this.#segment + SPANS_AT + (FIRST_SPAN - ref) * SPAN_SIZE) >>> 2
    const from = this.#segment + (this.#words[span] as number)
    const to = this.#segment + (this.#words[span + 1] as number)
    const kind = this.#words[span + 2]
    const isJson = kind === SPAN_KIND.json
    if (!isJson && to - from < WORTH_KEEPING) return this.#text(kind, from, to)
    // Several fields look into the same list, object or message, one after the other for all records of a batch.
    if (this.#spans.has(span)) return this.#spans.get(span)
    const value = isJson ? this.#parse(from, to) : this.#text(kind, from, to)
    this.#spans.set(span, value)
    return value
  }

  #parse(from: number, to: number): unknown {
    return parseJsonRecord(this.#bytes.toString('utf8', from, to), hasLongNumber(this.#bytes, from, to))
  }
}

const note = (trace: Trace, read: number): void => {
  if (!trace.reads.includes(read)) trace.reads.push(read)
}
