import type { FramerContext, LineCounter, Span } from './framing.ts'
import { createLineCounter } from './framing.ts'
import { type JsonScan, createJsonScan } from './json-scan.ts'
import { type ReadPartLines, createPartLines } from './part-lines.ts'
import { locateRecords } from './wrapper.ts'

export const NEWLINE = 10
export const COMMA = 44
export const OPEN_ARRAY = 91
export const CLOSE_ARRAY = 93
export const OPEN_OBJECT = 123
export const CLOSE_OBJECT = 125
const RECORD_SEPARATOR = 0x1e

/** Arrays and pages inside each other, at most; deeper ones are values. */
export const MAX_NESTED = 3

/**
 * between: before a record · value: in one, held · skip: in one beyond the cap, not held ·
 * tail: behind the array of a page · damage: until a newline that `{` or `[` follows · comment: until the end of its line.
 */
export type Mode = 'between' | 'value' | 'skip' | 'tail' | 'damage' | 'comment'

/** An open array whose elements are records; `outside` objects are open round it. Where its records are arrays, they are not opened. */
interface OpenArray {
  readonly outside: number
  readonly hasRows: boolean
}

/** One pass over the bytes at hand; `at` is the index of what comes next. */
export interface Pass {
  readonly bytes: Buffer
  readonly base: number
  readonly end: boolean
  at: number
}

/** Takes what comes next in its mode; false when more bytes are needed. */
export type Step = (framing: JsonFraming, pass: Pass) => boolean

/** How far the framing of an input has come, between one piece of its bytes and the next. */
export interface JsonFraming extends FramerContext {
  readonly scan: JsonScan
  readonly lines: LineCounter
  readonly readPartLines: ReadPartLines
  readonly arrays: OpenArray[]
  mode: Mode
  /** Where the value or the damage at hand began. */
  start: { readonly line: number; readonly raw: number; readonly offset: number }
  /** What the damage at hand will be rejected as. */
  damage: { readonly why: 'bad-json' | 'too-long'; readonly detail?: string | undefined }
  /** Content offset up to which the value at hand was scanned. */
  scanned: number
  /** No quick try before this offset: that line did not parse. */
  slowUntil: number
}

export const createJsonFraming = (context: FramerContext): JsonFraming => {
  const lines = createLineCounter()
  return {
    ...context,
    scan: createJsonScan(),
    lines,
    readPartLines: createPartLines(context, lines),
    arrays: [],
    mode: 'between',
    start: { line: 1, raw: 0, offset: 0 },
    damage: { why: 'bad-json' },
    scanned: 0,
    slowUntil: 0,
  }
}

export const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === NEWLINE || byte === 13 || byte === 9 || byte === RECORD_SEPARATOR

export const trimmedEnd = (bytes: Buffer, from: number, to: number): number => {
  let end = to
  while (end > from && isSpace(bytes[end - 1])) end--
  return end
}

export const begin = (framing: JsonFraming, { bytes, base }: Pass, from: number): void => {
  const offset = base + from
  framing.start = { line: framing.lines.at(bytes, base, offset), raw: framing.positions.raw(offset), offset }
}

export const spanTo = ({ start, positions }: JsonFraming, { base }: Pass, to: number): Span => ({
  line: start.line,
  start: start.raw,
  end: positions.raw(base + to),
})

export const enterDamage = (framing: JsonFraming, pass: Pass, at: number, why: 'bad-json' | 'too-long', detail?: string): true => {
  framing.mode = 'damage'
  framing.damage = { why, detail }
  // The newline just before the byte that cannot stand here may be the one to go on from.
  pass.at = Math.max(at - 1, pass.at)
  return true
}

export const enterArray = (framing: JsonFraming, pass: Pass, open: number, { outside, hasRows }: OpenArray): true => {
  framing.arrays.push({ outside, hasRows })
  framing.mode = 'between'
  framing.slowUntil = 0
  pass.at = open + 1
  return true
}

/** A value that does not end before `to` (beyond the cap, damaged, cut off) may be a page: its elements may be whole. */
export const openPage = (framing: JsonFraming, pass: Pass, to: number): boolean => {
  if (framing.arrays.length >= MAX_NESTED) return false
  const place = locateRecords(pass.bytes.subarray(0, to), framing.start.offset - pass.base)
  return place?.isLikely === true && enterArray(framing, pass, place.open, { outside: place.path.length, hasRows: false })
}
