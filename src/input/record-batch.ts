import { ABSENT, ProjectedRecord, type ReadWhole } from './projected.ts'
import { slotCount, type Projection } from './projection.ts'
import {
  FIRST_SPAN,
  kindBits,
  PAIRS_AT,
  RECORDS_AT,
  RECORD_SIZE,
  SPANS_AT,
  SPAN_KIND,
  SPAN_PAYLOAD,
  SPAN_SIZE,
  segmentAt,
} from './scan-memory.ts'
import type { SharedMemory } from './web-assembly.ts'
import type { ScannedRun } from './line-scanner.ts'

/** Records that are looked at together: what fills their slots stays in the second cache. */
export const MOST_IN_BATCH = 1024

const PLAIN = kindBits(SPAN_KIND.plain)
const ZERO = 48
/** More may be too many for a number to hold exactly. */
const MOST_DIGITS = 9

/** Some records of a batch, by position. */
export interface Picks {
  readonly rows: Uint16Array
  count: number
}

/** Records of a batch that follow each other, by position: from..to. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export const noPicks = (): Picks => ({ rows: new Uint16Array(MOST_IN_BATCH), count: 0 })

/**
 * Part-read records of one segment, slot by slot: whoever asks one question of many records in a row waits for one look into
 * memory while the next are under way, which record by record does not happen.
 */
export class RecordBatch {
  size = 0
  readonly lines = new Uint32Array(MOST_IN_BATCH)
  readonly offsets = new Float64Array(MOST_IN_BATCH)
  readonly lengths = new Uint32Array(MOST_IN_BATCH)
  readonly words: Int32Array<ArrayBufferLike>
  readonly #floats: Float64Array<ArrayBufferLike>
  readonly #bytes: Uint8Array<ArrayBufferLike>
  readonly #record: ProjectedRecord
  /** What fills the slots that are in use, slot after slot. */
  #refs = new Int32Array(8 * MOST_IN_BATCH)
  #used = 0
  /** By slot: where its column begins; −1 while no record had anything in it. */
  readonly #columns: Int32Array
  #segment = 0
  #from = 0

  /** @param read a record in full from its text; JSON unless told otherwise */
  constructor(projection: Projection, memory: SharedMemory, read?: ReadWhole) {
    this.#record = new ProjectedRecord(projection, memory, read)
    this.words = new Int32Array(memory.buffer)
    this.#floats = new Float64Array(memory.buffer)
    this.#bytes = new Uint8Array(memory.buffer)
    this.#columns = new Int32Array(slotCount(projection)).fill(-1)
  }

  get projection(): Projection {
    return this.#record.projection
  }

  /** Turns to the records from number `from` on of a run, as many as there is room for. */
  load({ segment, to, base }: ScannedRun, from: number): void {
    const { words } = this
    const size = Math.min(to - from, MOST_IN_BATCH)
    this.size = size
    this.#record.forget()
    this.#segment = segment
    this.#from = from
    for (let column = 0; column < this.#used; column += 1) {
      this.#refs.fill(ABSENT, column * MOST_IN_BATCH, column * MOST_IN_BATCH + size)
    }
    const pairs = (segmentAt(segment) + PAIRS_AT) >>> 2
    let word = (segmentAt(segment) + RECORDS_AT + from * RECORD_SIZE) >>> 2
    let pair = pairs + (from === 0 ? 0 : 2 * (words[word - 1] as number))
    for (let at = 0; at < size; at += 1, word += RECORD_SIZE >>> 2) {
      this.offsets[at] = base + (words[word] as number)
      this.lengths[at] = words[word + 1] as number
      this.lines[at] = words[word + 2] as number
      const end = pairs + 2 * (words[word + 3] as number)
      for (; pair < end; pair += 2) this.#set(words[pair] as number, at, words[pair + 1] as number)
    }
  }

  /** As `ProjectedRecord.refOf`. */
  refAt(slot: number, at: number): number {
    const column = this.#columns[slot] as number
    return column < 0 ? ABSENT : (this.#refs[column + at] as number)
  }

  /** Of these slots the first that is filled; −1 where none is. */
  firstFilled(slots: readonly number[], at: number): number {
    for (let index = 0; index < slots.length; index += 1) {
      const slot = slots[index] as number
      if (this.refAt(slot, at) !== ABSENT) return slot
    }
    return -1
  }

  /** Where in `words` the payload of a span of one of these kinds (bits) lies; −1 where the slot holds none. */
  payloadAt(slot: number, at: number, kinds: number): number {
    const ref = slot < 0 ? ABSENT : this.refAt(slot, at)
    if (ref > FIRST_SPAN || ref === ABSENT) return -1
    const span = (segmentAt(this.#segment) + SPANS_AT + (FIRST_SPAN - ref) * SPAN_SIZE) >>> 2
    return ((1 << (this.words[span + 2] as number)) & kinds) === 0 ? -1 : span + (SPAN_PAYLOAD >>> 2)
  }

  /** The number that a slot holds as a span of few digits; −1 for whatever else it holds. */
  digitsAt(slot: number, at: number): number {
    const payload = this.payloadAt(slot, at, PLAIN)
    if (payload < 0) return -1
    const span = payload - (SPAN_PAYLOAD >>> 2)
    const from = segmentAt(this.#segment) + (this.words[span] as number)
    const to = segmentAt(this.#segment) + (this.words[span + 1] as number)
    if (to === from || to - from > MOST_DIGITS) return -1
    let value = 0
    for (let index = from; index < to; index += 1) {
      const digit = (this.#bytes[index] as number) - ZERO
      if (digit < 0 || digit > 9) return -1
      value = 10 * value + digit
    }
    return value
  }

  /** Of which kind the span is whose payload this is. */
  kindOf(payload: number): number {
    return this.words[payload - (SPAN_PAYLOAD >>> 2) + 2] as number
  }

  /** A payload that is a time: µs since 1970, or of a wall clock as if it were UTC's. */
  microsIn(payload: number): number {
    return this.#floats[payload >>> 1] as number
  }

  /** Minutes ahead of UTC that a payload which is a time was logged with. */
  offsetIn(payload: number): number {
    return this.words[payload + 2] as number
  }

  /** The text of a value by its number, where it is plain text. */
  plainText(value: number): string | undefined {
    return this.#record.plainText(value)
  }

  /** One record by itself, until the next one is turned to. */
  turnTo(at: number): ProjectedRecord {
    this.#record.seek(this.#segment, this.#from + at)
    return this.#record
  }

  #set(slot: number, at: number, ref: number): void {
    let column = this.#columns[slot] as number
    if (column < 0) column = this.#open(slot)
    this.#refs[column + at] = ref
  }

  #open(slot: number): number {
    const column = this.#used * MOST_IN_BATCH
    if (column === this.#refs.length) {
      const wider = new Int32Array(2 * column)
      wider.set(this.#refs)
      this.#refs = wider
    }
    this.#refs.fill(ABSENT, column, column + this.size)
    this.#columns[slot] = column
    this.#used += 1
    return column
  }
}
