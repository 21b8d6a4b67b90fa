import { createByteInterner, type ByteInterner } from './byte-interner.ts'
import { hasLongNumber, parseJsonRecord } from './parse-json.ts'
import { ProjectedRecord, slotCount, type Projection } from './projected.ts'
import { keyTree, type KeySet, type KnownKey } from './projection-keys.ts'
import { isContainerStart, pastBlanks, PLAIN, skipString, skipValue } from './skip-json.ts'

const QUOTE = 34
const COMMA = 44
const COLON = 58
const OPEN_ARRAY = 91
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

/** This many records that turn out to be nobody's, and half of all, end the reading of parts. */
const MOST_UNKNOWN = 100

/** Reads only the wanted values of records that are one JSON object on one line. */
export interface Projector {
  /** Filled by the last `read` that returned true. */
  readonly record: ProjectedRecord
  /**
   * Reads the object in from..to; false when it has to be read in full: not valid JSON, keys that come twice or are
   * escaped, or what may be an envelope or a page. `isPure`: the bytes are ASCII; otherwise they are valid UTF-8.
   */
  readonly read: (bytes: Buffer, from: number, to: number, isPure: boolean) => boolean
  /** How a record of which parts were read is read in full when nobody knows it by its parts. */
  readonly readWholeBy: (whole: () => unknown) => void
  /** Slots that the last record filled, in the order of the record. */
  readonly filled: () => Int32Array
  /** What the record's numbers stand for. */
  readonly values: ByteInterner
}

class JsonProjector implements Projector {
  readonly record: ProjectedRecord
  readonly values: ByteInterner
  readonly #top: KeySet
  readonly #entered: Uint32Array
  readonly #filled: Int32Array
  #count = 0
  #turn = 0
  #isPure = true
  readonly #texts: string[] = []
  #unknown = 0

  constructor(projection: Projection) {
    const { top, places } = keyTree(projection)
    this.values = createByteInterner(slotCount(projection))
    this.record = new ProjectedRecord(projection, (id) => (this.#texts[id] ??= this.values.text(id)))
    this.#top = top
    this.#entered = new Uint32Array(places)
    this.#filled = new Int32Array(slotCount(projection))
  }

  read(bytes: Buffer, from: number, to: number, isPure: boolean): boolean {
    // A log that no format knows would be read twice, record by record.
    if (this.#unknown > MOST_UNKNOWN && this.#unknown * 2 > this.#turn) return false
    this.record.clear()
    this.#count = 0
    this.#turn += 1
    this.#isPure = isPure
    return bytes[from] === OPEN_OBJECT && this.#object(this.#top, bytes, from + 1) === to
  }

  readWholeBy(whole: () => unknown): void {
    this.record.readWhole = () => {
      this.#unknown += 1
      return whole()
    }
  }

  filled(): Int32Array {
    return this.#filled.subarray(0, this.#count)
  }

  /** From behind the brace to behind its partner; −1 when the record has to be read in full. */
  #object(keys: KeySet, bytes: Buffer, from: number): number {
    if (this.#entered[keys.number] === this.#turn) return -1
    this.#entered[keys.number] = this.#turn
    let at = pastBlanks(bytes, from)
    if (bytes[at] === CLOSE_OBJECT) return at + 1
    let next = 0
    for (;;) {
      if (bytes[at] !== QUOTE) return -1
      at += 1
      let key = keys.met[next]
      if (key === undefined || !isKeyAt(key.bytes, bytes, at)) {
        const end = plainEnd(bytes, at)
        if (bytes[end] !== QUOTE) return -1
        key = keys.find(bytes, at, end)
      }
      next = key.order + 1
      at += key.bytes.length + 1
      if (bytes[at] !== COLON) at = pastBlanks(bytes, at)
      if (bytes[at] !== COLON) return -1
      at = this.#value(key, bytes, pastBlanks(bytes, at + 1))
      if (at < 0) return -1
      at = pastBlanks(bytes, at)
      if (bytes[at] === CLOSE_OBJECT) return at + 1
      if (bytes[at] !== COMMA) return -1
      at = pastBlanks(bytes, at + 1)
    }
  }

  #value(key: KnownKey, bytes: Buffer, at: number): number {
    const byte = bytes[at]
    if (key.refusesContainer !== 'never' && isContainerStart(byte) && (byte === OPEN_ARRAY || key.refusesContainer === 'any')) return -1
    if (key.presence >= 0 && !this.#fill(key.presence, true)) return -1
    if (key.use === 'skip') return byte === QUOTE ? skipString(bytes, at + 1) : skipValue(bytes, at)
    if (key.use === 'take') return byte === QUOTE ? this.#takeString(key.slot, bytes, at) : this.#takeOther(key.slot, bytes, at)
    if (key.use === 'refuse' || key.inside === undefined || byte === OPEN_ARRAY) return -1
    if (byte === OPEN_OBJECT) return this.#object(key.inside, bytes, at + 1)
    // A scalar where an object is looked into: as if nothing were there, unless the key comes twice.
    if (this.#entered[key.inside.number] === this.#turn) return -1
    this.#entered[key.inside.number] = this.#turn
    return skipValue(bytes, at)
  }

  /** Marks a slot as filled; false when it already is: of keys that come twice the full reading takes the last. */
  #mark(slot: number): boolean {
    if (this.record.has(slot)) return false
    this.#filled[this.#count++] = slot
    return true
  }

  #fill(slot: number, value: unknown): boolean {
    if (!this.#mark(slot)) return false
    this.record.set(slot, value)
    return true
  }

  #takeString(slot: number, bytes: Buffer, at: number): number {
    const from = at + 1
    const to = plainEnd(bytes, from)
    if (bytes[to] !== QUOTE) return this.#takeOther(slot, bytes, at)
    const id = this.values.find(bytes, from, to, slot)
    if (id < 0) return this.#fill(slot, bytes.toString(this.#isPure ? 'latin1' : 'utf8', from, to)) ? to + 1 : -1
    if (!this.#mark(slot)) return -1
    this.record.refer(slot, id)
    return to + 1
  }

  #takeOther(slot: number, bytes: Buffer, from: number): number {
    const to = skipValue(bytes, from)
    if (to < 0) return -1
    const value = parseJsonRecord(bytes.toString(this.#isPure ? 'latin1' : 'utf8', from, to), hasLongNumber(bytes, from, to))
    return value !== undefined && this.#fill(slot, value) ? to : -1
  }
}

const isKeyAt = (key: Buffer, bytes: Buffer, from: number): boolean => {
  for (let at = 0; at < key.length; at += 1) if (key[at] !== bytes[from + at]) return false
  return bytes[from + key.length] === QUOTE
}

/** Index of the first byte that is not plain text inside a string. */
const plainEnd = (bytes: Buffer, from: number): number => {
  let at = from
  while (PLAIN[bytes[at] as number] === 1) at += 1
  return at
}

export const createProjector = (projection: Projection): Projector => new JsonProjector(projection)
