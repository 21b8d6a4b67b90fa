import {
  CLOSE_OBJECT,
  COMMA,
  MAX_NESTED,
  NEWLINE,
  begin,
  enterArray,
  enterDamage,
  openPage,
  spanTo,
  trimmedEnd,
  type JsonFraming,
  type Pass,
} from './json-framing.ts'
import { SCAN_BROKEN, SCAN_MORE, isNestedTooDeep } from './json-scan.ts'
import { hasLongNumber, parseJsonRecord } from './parse-json.ts'
import { holdsRows, locateRecords, wrapperPath } from './wrapper.ts'

/** A line without an end yet is scanned by structure once it is longer than this. */
const PATIENCE = 1 << 16

const parsed = ({ decoding }: JsonFraming, { bytes }: Pass, from: number, to: number): unknown =>
  parseJsonRecord(decoding.decode(bytes, from, to), hasLongNumber(bytes, from, to))

/** A line that is one object: the usual case, without looking at its structure. */
export const takeLine = (framing: JsonFraming, pass: Pass): boolean => {
  const { bytes, base, at: from } = pass
  const newline = bytes.indexOf(NEWLINE, from)
  // Without a newline in sight, records are not searched for one each: a page of gigabytes can be a single line.
  if (newline < 0) framing.slowUntil = base + bytes.length - (pass.end ? 0 : PATIENCE)
  if (newline < 0 || newline - from > framing.cap) return false
  let to = trimmedEnd(bytes, from, newline)
  if (framing.arrays.length > 0 && bytes[to - 1] === COMMA) to = trimmedEnd(bytes, from, to - 1)
  framing.slowUntil = base + newline
  if (bytes[to - 1] !== CLOSE_OBJECT || isNestedTooDeep(bytes, from, to)) return false
  const value = parsed(framing, pass, from, to)
  if (value === undefined || wrapperPath(value) !== undefined) return false
  begin(framing, pass, from)
  framing.sink.json(value, spanTo(framing, pass, to))
  pass.at = to
  return true
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>>)[key], value)

/** The value in from..to is complete: a record, a page to open, or something that is no JSON after all. */
const complete = (framing: JsonFraming, pass: Pass, from: number, to: number): true => {
  const value = parsed(framing, pass, from, to)
  const path = framing.arrays.length < MAX_NESTED ? wrapperPath(value) : undefined
  const place = path === undefined ? undefined : locateRecords(pass.bytes.subarray(0, to), from)
  if (path !== undefined && place?.path.join('.') === path.join('.')) {
    return enterArray(framing, pass, place.open, { outside: path.length, hasRows: holdsRows(path.at(-1), valueAt(value, path)) })
  }
  framing.mode = 'between'
  pass.at = to
  if (value === undefined) framing.sink.reject('bad-json', spanTo(framing, pass, to))
  else framing.sink.json(value, spanTo(framing, pass, to))
  return true
}

/** Decided on the same bytes however they came in: what lies behind the cap is scanned again, if at all. */
const beyondCap = (framing: JsonFraming, pass: Pass, from: number): true => {
  const { scan, cap } = framing
  scan.restart()
  scan.scan(pass.bytes.subarray(0, from + cap), from)
  framing.scanned = pass.base + from + cap
  if (!openPage(framing, pass, from + cap)) framing.mode = 'skip'
  return true
}

/** The value ends with the input. */
const cutOff = (framing: JsonFraming, pass: Pass): false => {
  framing.sink.reject('truncated', spanTo(framing, pass, pass.bytes.length))
  framing.mode = 'between'
  pass.at = pass.bytes.length
  return false
}

export const inValue = (framing: JsonFraming, pass: Pass): boolean => {
  const { scan } = framing
  const { bytes, base } = pass
  const from = framing.start.offset - base
  const result = scan.scan(bytes, framing.scanned - base)
  framing.scanned = base + scan.stoppedAt()
  if (scan.stoppedAt() - from > framing.cap) return beyondCap(framing, pass, from)
  if (result >= 0) return complete(framing, pass, from, result)
  if (result === SCAN_MORE && !pass.end) return false
  if (openPage(framing, pass, scan.stoppedAt())) return true
  if (result !== SCAN_BROKEN) return cutOff(framing, pass)
  return enterDamage(framing, pass, scan.stoppedAt(), 'bad-json', scan.isTooDeep() ? 'nesting' : undefined)
}
