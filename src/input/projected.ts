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

/** A chain of keys from the top of a record: `['details', 'error']`. */
export type KeyChain = readonly string[]

/** Where a wanted value lies: in a slot, or further inside the value that a slot holds whole. */
export interface SlotPlace {
  readonly slot: number
  readonly rest: KeyChain
}

/** A list of which only some members of its objects are wanted. */
export interface WantedList {
  readonly chain: KeyChain
  readonly members: readonly string[]
}

/** What is wanted of JSON records. */
export interface Wanted {
  /** Whatever is there, objects with all that they hold. */
  readonly whole: readonly KeyChain[]
  /** Texts, numbers and lists; of an object only that it is one. */
  readonly values: readonly KeyChain[]
  readonly lists: readonly WantedList[]
  /** Of these, only whether they are there (a null is). */
  readonly presence: readonly KeyChain[]
}

/** One slot per wanted chain, and none for those that lie inside a value that is held whole. Plain data: it can be handed to another thread. */
export interface Projection {
  /** The chains that are held whole, none of which is the beginning of another chain, and then the others; their slots are their positions. */
  readonly values: readonly KeyChain[]
  readonly wholeCount: number
  /** By slot: where it holds a list, the members of its objects that are wanted; undefined: all of them. */
  readonly members: readonly (readonly string[] | undefined)[]
  /** Their slots follow those of the values. A slot holds something where something is there. */
  readonly presence: readonly KeyChain[]
}

/** No two chains have the same text: each key is followed by its end. */
const textOf = (chain: KeyChain): string => chain.map((key) => `${key}\u0000`).join('')

/** The shortest beginning of a chain that is among these, itself included; and how long that is. */
const knownBeginning = (
  known: ReadonlyMap<string, number>,
  chain: KeyChain,
): { readonly slot: number; readonly length: number } | undefined => {
  let text = ''
  for (let length = 0; length <= chain.length; length += 1) {
    const slot = known.get(text)
    if (slot !== undefined) return { slot, length }
    text += `${chain[length]}\u0000`
  }
  return undefined
}

const distinct = (chains: readonly KeyChain[]): readonly KeyChain[] => [
  ...new Map(chains.toSorted((left, right) => left.length - right.length).map((chain) => [textOf(chain), chain])).values(),
]

/** Those of these chains that do not lie inside another one of them. */
const outermost = (chains: readonly KeyChain[]): ReadonlyMap<string, number> => {
  const kept = new Map<string, number>()
  for (const chain of distinct(chains)) if (!knownBeginning(kept, chain)) kept.set(textOf(chain), kept.size)
  return kept
}

/** By slot: the members that are wanted of a list's objects; undefined where somebody wants all that the slot holds. */
const membersBySlot = ({ values, lists }: Wanted, slots: readonly KeyChain[], wholeCount: number): Projection['members'] => {
  const asked = new Set(values.map(textOf))
  const members = Map.groupBy(lists, ({ chain }) => textOf(chain))
  return slots.map((chain, slot) => {
    const own = slot < wholeCount || asked.has(textOf(chain)) ? undefined : members.get(textOf(chain))
    return own === undefined ? undefined : [...new Set(own.flatMap((list) => list.members))].toSorted()
  })
}

/** Plans the slots for these chains, given in any order and more than once. */
export const planProjection = (wanted: Wanted): Projection => {
  const whole = outermost(wanted.whole)
  const isOpen = (chain: KeyChain): boolean => !knownBeginning(whole, chain)
  const kept = distinct(wanted.whole).filter((chain) => whole.has(textOf(chain)))
  const values = [...kept, ...distinct([...wanted.values, ...wanted.lists.map(({ chain }) => chain)]).filter(isOpen)]
  const known = new Set(values.map(textOf))
  const presence = distinct(wanted.presence).filter((chain) => isOpen(chain) && !known.has(textOf(chain)))
  return { values, wholeCount: kept.length, members: membersBySlot(wanted, values, kept.length), presence }
}

export const slotCount = ({ values, presence }: Projection): number => values.length + presence.length

interface Slots {
  readonly ofWhole: ReadonlyMap<string, number>
  readonly ofValue: ReadonlyMap<string, number>
  readonly ofPresence: ReadonlyMap<string, number>
}

/** By the texts of the chains, made once for each projection: every field of every format asks. */
const slotsByText = new WeakMap<Projection, Slots>()

const slotsOf = (projection: Projection): Slots => {
  const known = slotsByText.get(projection)
  if (known) return known
  const { values, wholeCount, presence } = projection
  const ofValue = values.map((chain, slot) => [textOf(chain), slot] as const)
  const slots = {
    ofWhole: new Map(ofValue.slice(0, wholeCount)),
    ofValue: new Map(ofValue),
    ofPresence: new Map(presence.map((chain, index) => [textOf(chain), values.length + index])),
  }
  slotsByText.set(projection, slots)
  return slots
}

/** Where the value of a chain is read from; undefined where nobody announced it. */
export const placeOfValue = (projection: Projection, chain: KeyChain): SlotPlace | undefined => {
  const { ofWhole, ofValue } = slotsOf(projection)
  const own = ofValue.get(textOf(chain))
  if (own !== undefined) return { slot: own, rest: [] }
  const found = knownBeginning(ofWhole, chain)
  return found === undefined ? undefined : { slot: found.slot, rest: chain.slice(found.length) }
}

/** Where it is seen whether a chain is there. */
export const placeOfPresence = (projection: Projection, chain: KeyChain): SlotPlace | undefined => {
  const slot = slotsOf(projection).ofPresence.get(textOf(chain))
  return slot === undefined ? placeOfValue(projection, chain) : { slot, rest: [] }
}

/** Lists and objects that are kept parsed, a thousand bytes each at most: those of a batch, and what came before. */
const MOST_PARSED = 2048

/** What is there and was not read: an object of which only parts are wanted. */
const SOMETHING: Readonly<Record<string, never>> = Object.freeze({})

/** A slot that nothing fills. */
export const ABSENT = -0x8000_0000

/** Columns of a table as what is wanted: their slots are their positions. */
export const tableProjection = (columns: readonly string[]): Projection => ({
  values: columns.map((column) => [column]),
  wholeCount: 0,
  members: [],
  presence: [],
})

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
  /** What was parsed since the last `forget`, by where its span is described. */
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
    if (kind !== SPAN_KIND.json) return this.#text(kind, from, to)
    // Several fields look into the same list or object, one after the other for all records of a batch.
    if (this.#spans.has(span)) return this.#spans.get(span)
    const parsed = this.#parse(from, to)
    this.#spans.set(span, parsed)
    return parsed
  }

  #parse(from: number, to: number): unknown {
    return parseJsonRecord(this.#bytes.toString('utf8', from, to), hasLongNumber(this.#bytes, from, to))
  }
}

const note = (trace: Trace, read: number): void => {
  if (!trace.reads.includes(read)) trace.reads.push(read)
}
