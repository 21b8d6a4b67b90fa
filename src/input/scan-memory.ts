// The same places as in assembly/memory.ts, for whoever looks into the scanner's memory from here.

export const LAYOUT = 8

const MB = 1 << 20

/** By slot, a byte each: how it is read. */
export const MODES_AT = 0x14000

/** Values that repeat, by number: where each begins (the next one's begin is its end), above that what it is, and the bytes of all. */
export const STARTS = 8 * MB
export const START_BITS = 27
export const START_MASK = (1 << START_BITS) - 1
export const ARENA = 76 * MB

const SEGMENTS = 204 * MB
export const SEGMENT_BYTES = MB
export const SLACK = 64
const RECORDS = 1 << 13
const PAIRS = 1 << 17
const SPANS = 1 << 16

/** Per record: begin, length, line, end of its pairs. Per pair: slot and what fills it. Per span: begin, end, kind, and a hash, or a time in µs and its offset in minutes. */
export const RECORD_SIZE = 16
const PAIR_SIZE = 8
export const SPAN_SIZE = 32
export const SPAN_PAYLOAD = 16
export const RECORDS_AT = SEGMENT_BYTES + SLACK
export const PAIRS_AT = RECORDS_AT + RECORDS * RECORD_SIZE
export const SPANS_AT = PAIRS_AT + PAIRS * PAIR_SIZE
const SEGMENT_SIZE = SPANS_AT + SPANS * SPAN_SIZE

/**
 * Kinds of values and spans: plain text · JSON text · plain text that is a time in ISO form · plain text with its hash · text whose quotes
 * are doubled · times as web servers write them, in ISO form without an offset, without a year, as C writes them, as digits, with strokes, as C
 * but with the year before the clock.
 */
export const SPAN_KIND = {
  plain: 0,
  json: 1,
  isoTime: 2,
  hash: 3,
  quoted: 4,
  clfTime: 5,
  localTime: 6,
  yearlessTime: 7,
  ctime: 8,
  epoch: 9,
  slashTime: 10,
  datedTime: 11,
} as const
/** Some kinds of spans, a bit each. */
export const kindBits = (...kinds: readonly number[]): number => kinds.reduce((sum, kind) => sum | (1 << kind), 0)
/** What fills a slot: a value's number, or one of these and below: its being there, a span. */
export const PRESENT = -1
export const FIRST_SPAN = -2

/** The module is built for this many; touched pages only take memory. */
export const MEMORY_PAGES = 4096
export const MOST_SEGMENTS = 8
export const segmentAt = (segment: number): number => SEGMENTS + segment * SEGMENT_SIZE
