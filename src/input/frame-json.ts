import type { Framer, FramerContext, Span } from './framing.ts'
import { createLineCounter } from './framing.ts'
import { createPartLines } from './part-lines.ts'
import { SCAN_BROKEN, SCAN_MORE, createJsonScan, isNestedTooDeep } from './json-scan.ts'
import { hasLongNumber, parseJsonRecord } from './parse-json.ts'
import { holdsRows, locateRecords, wrapperPath } from './wrapper.ts'

const NEWLINE = 10
const COMMA = 44
const OPEN_ARRAY = 91
const CLOSE_ARRAY = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
const RECORD_SEPARATOR = 0x1e
/** Stands in the middle where files were put together. */
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf])

/** Arrays and pages inside each other, at most; deeper ones are values. */
const MAX_NESTED = 3
/** A line without an end yet is scanned by structure once it is longer than this. */
const PATIENCE = 1 << 16

/** An open array whose elements are records; `outside` objects are open round it. Where its records are arrays, they are not opened. */
interface OpenArray {
  readonly outside: number
  readonly hasRows: boolean
}

/**
 * between: before a record · value: in one, held · skip: in one beyond the cap, not held ·
 * tail: behind the array of a page · damage: until a newline that `{` or `[` follows.
 */
type Mode = 'between' | 'value' | 'skip' | 'tail' | 'damage'

const isSpace = (byte: number | undefined): boolean =>
  byte === 32 || byte === NEWLINE || byte === 13 || byte === 9 || byte === RECORD_SEPARATOR

const trimmedEnd = (bytes: Buffer, from: number, to: number): number => {
  let end = to
  while (end > from && isSpace(bytes[end - 1])) end--
  return end
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], value)

/** NDJSON, values one after the other, arrays and pages of any size: element by element, never whole in memory. */
export const frameJson = (context: FramerContext): Framer => {
  const { sink, decoding, positions, cap } = context
  const scan = createJsonScan()
  const lines = createLineCounter()
  const readPartLines = createPartLines(context, lines)
  const arrays: OpenArray[] = []
  let mode: Mode = 'between'
  /** Where the value or the damage at hand began. */
  let start: { readonly line: number; readonly raw: number; readonly offset: number } = { line: 1, raw: 0, offset: 0 }
  let why: 'bad-json' | 'too-long' = 'bad-json'
  let detail: string | undefined
  /** Content offset up to which the value at hand was scanned. */
  let scanned = 0
  /** No quick try before this offset: that line did not parse. */
  let slowUntil = 0

  /** One pass over the bytes at hand; `at` is the index of what comes next. */
  interface Pass {
    readonly bytes: Buffer
    readonly base: number
    readonly end: boolean
    at: number
  }

  const begin = ({ bytes, base }: Pass, from: number): void => {
    start = { line: lines.at(bytes, base, base + from), raw: positions.raw(base + from), offset: base + from }
  }
  const spanTo = ({ base }: Pass, to: number): Span => ({ line: start.line, start: start.raw, end: positions.raw(base + to) })
  const rejectTo = (pass: Pass, to: number, reason: 'bad-json' | 'too-long' | 'truncated', what?: string): void =>
    sink.reject(reason, spanTo(pass, to), what)

  const enterDamage = (pass: Pass, at: number, reason: typeof why, what?: string): boolean => {
    mode = 'damage'
    why = reason
    detail = what
    // The newline just before the byte that cannot stand here may be the one to go on from.
    pass.at = Math.max(at - 1, pass.at)
    return true
  }
  const enterArray = (pass: Pass, open: number, outside: number, hasRows = false): boolean => {
    arrays.push({ outside, hasRows })
    mode = 'between'
    pass.at = open + 1
    slowUntil = 0
    return true
  }
  /** The value in from..to is complete: a record, a page to open, or something that is no JSON after all. */
  const complete = (pass: Pass, from: number, to: number): boolean => {
    const { bytes } = pass
    const value = parseJsonRecord(decoding.decode(bytes, from, to), hasLongNumber(bytes, from, to))
    const path = arrays.length < MAX_NESTED ? wrapperPath(value) : undefined
    const place = path === undefined ? undefined : locateRecords(bytes.subarray(0, to), from)
    if (path !== undefined && place?.path.join('.') === path.join('.'))
      return enterArray(pass, place.open, path.length, holdsRows(path.at(-1), valueAt(value, path)))
    mode = 'between'
    pass.at = to
    if (value === undefined) rejectTo(pass, to, 'bad-json')
    else sink.json(value, spanTo(pass, to))
    return true
  }
  /** A line that is one object: the usual case, without looking at its structure. */
  const quickLine = (pass: Pass): boolean => {
    const { bytes, base, at: from } = pass
    const newline = bytes.indexOf(NEWLINE, from)
    // Without a newline in sight, records are not searched for one each: a page of gigabytes can be a single line.
    if (newline < 0) slowUntil = base + bytes.length - (pass.end ? 0 : PATIENCE)
    if (newline < 0 || newline - from > cap) return false
    let to = trimmedEnd(bytes, from, newline)
    if (arrays.length > 0 && bytes[to - 1] === COMMA) to = trimmedEnd(bytes, from, to - 1)
    slowUntil = base + newline
    if (bytes[to - 1] !== CLOSE_OBJECT) return false
    if (isNestedTooDeep(bytes, from, to)) return false
    const value = parseJsonRecord(decoding.decode(bytes, from, to), hasLongNumber(bytes, from, to))
    if (value === undefined || wrapperPath(value) !== undefined) return false
    begin(pass, from)
    sink.json(value, spanTo(pass, to))
    pass.at = to
    return true
  }
  const closeArray = (pass: Pass): boolean => {
    const closed = arrays.pop()
    pass.at++
    if (closed === undefined || closed.outside === 0) return true
    mode = 'tail'
    begin(pass, pass.at)
    scan.restartInside(closed.outside)
    scanned = pass.base + pass.at
    return true
  }
  const startValue = (pass: Pass): boolean => {
    const { bytes, base, at, end } = pass
    if (bytes[at] === OPEN_OBJECT && base + at >= slowUntil) {
      pass.at = readPartLines(bytes, base, at, arrays.length > 0)
      if (pass.at > at || quickLine(pass)) return true
      if (slowUntil <= base + at && !end) return false
    }
    begin(pass, at)
    mode = 'value'
    scan.restart()
    scanned = base + at
    return true
  }
  const beginWith = (pass: Pass, byte: number): boolean => {
    if (byte === OPEN_ARRAY && arrays.length < MAX_NESTED && arrays.at(-1)?.hasRows !== true) return enterArray(pass, pass.at, 0)
    if (byte === CLOSE_ARRAY && arrays.length > 0) return closeArray(pass)
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY || arrays.length > 0) return startValue(pass)
    begin(pass, pass.at)
    return enterDamage(pass, pass.at + 1, 'bad-json')
  }
  const between = (pass: Pass): boolean => {
    const { bytes } = pass
    while (pass.at < bytes.length && (isSpace(bytes[pass.at]) || bytes[pass.at] === COMMA)) pass.at++
    const byte = bytes[pass.at]
    if (byte === undefined) return false
    if (byte === 0xef && bytes.length - pass.at < UTF8_BOM.length && !pass.end) return false
    if (byte === 0xef && UTF8_BOM.equals(bytes.subarray(pass.at, pass.at + UTF8_BOM.length))) {
      pass.at += UTF8_BOM.length
      return true
    }
    return beginWith(pass, byte)
  }
  /** A value that does not end before `to` (beyond the cap, damaged, cut off) may be a page: its elements may be whole. */
  const openPage = (pass: Pass, to: number): boolean => {
    const place = arrays.length < MAX_NESTED ? locateRecords(pass.bytes.subarray(0, to), start.offset - pass.base) : undefined
    return place?.isLikely === true && enterArray(pass, place.open, place.path.length)
  }
  const beyondCap = (pass: Pass): boolean => {
    if (!openPage(pass, start.offset - pass.base + cap)) mode = 'skip'
    return true
  }
  const value = (pass: Pass): boolean => {
    const { bytes, base } = pass
    const from = start.offset - base
    const result = scan.scan(bytes, scanned - base)
    scanned = base + scan.stoppedAt()
    if (scan.stoppedAt() - from > cap) {
      // Decided on the same bytes however they came in: what lies behind the cap is scanned again, if at all.
      scan.restart()
      scan.scan(bytes.subarray(0, from + cap), from)
      scanned = base + from + cap
      return beyondCap(pass)
    }
    if (result >= 0) return complete(pass, from, result)
    if (result === SCAN_MORE && !pass.end) return false
    if (openPage(pass, scan.stoppedAt())) return true
    if (result === SCAN_BROKEN) return enterDamage(pass, scan.stoppedAt(), 'bad-json', scan.isTooDeep() ? 'nesting' : undefined)
    rejectTo(pass, bytes.length, 'truncated')
    mode = 'between'
    pass.at = bytes.length
    return false
  }
  /** Scans on without holding what was scanned, but for the last byte: it may be the newline to go on from. */
  const scanAway = (pass: Pass): number => {
    const result = scan.scan(pass.bytes, scanned - pass.base)
    scanned = pass.base + scan.stoppedAt()
    pass.at = result === SCAN_MORE || result === SCAN_BROKEN ? Math.max(pass.at, scan.stoppedAt() - 1) : result
    return result
  }
  const skip = (pass: Pass): boolean => {
    const result = scanAway(pass)
    if (result === SCAN_BROKEN) return enterDamage(pass, scan.stoppedAt(), 'too-long')
    if (result === SCAN_MORE && !pass.end) return false
    if (result === SCAN_MORE) pass.at = pass.bytes.length
    rejectTo(pass, pass.at, 'too-long')
    mode = 'between'
    return result !== SCAN_MORE
  }
  const tail = (pass: Pass): boolean => {
    const result = scanAway(pass)
    if (result === SCAN_BROKEN) return enterDamage(pass, scan.stoppedAt(), 'bad-json')
    if (result === SCAN_MORE && !pass.end) return false
    if (result === SCAN_MORE) {
      pass.at = pass.bytes.length
      sink.note('array-not-closed')
    }
    mode = 'between'
    return result !== SCAN_MORE
  }
  const damage = (pass: Pass): boolean => {
    const { bytes, end } = pass
    for (let newline = bytes.indexOf(NEWLINE, pass.at); newline >= 0; newline = bytes.indexOf(NEWLINE, newline + 1)) {
      const next = bytes[newline + 1]
      pass.at = newline
      if (next === undefined && !end) return false
      if (next !== OPEN_OBJECT && next !== OPEN_ARRAY) continue
      // A new array at the start of a line is not an element of the old one.
      if (next === OPEN_ARRAY) arrays.length = 0
      rejectTo(pass, newline, why, detail)
      mode = 'between'
      return true
    }
    pass.at = bytes.length
    if (end) {
      rejectTo(pass, trimmedEnd(bytes, 0, bytes.length), why, detail)
      mode = 'between'
    }
    return false
  }
  const STEP: Readonly<Record<Mode, (pass: Pass) => boolean>> = { between, value, skip, tail, damage }
  return {
    feed: (bytes, base, end) => {
      const pass: Pass = { bytes, base, end, at: 0 }
      while (STEP[mode](pass));
      if (end && arrays.length > 0) sink.note('array-not-closed')
      const done = mode === 'value' ? start.offset - base : pass.at
      lines.at(bytes, base, base + done)
      return done
    },
  }
}
