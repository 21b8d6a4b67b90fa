import { NEWLINE, OPEN_ARRAY, OPEN_OBJECT, enterDamage, spanTo, trimmedEnd, type JsonFraming, type Pass } from './json-framing.ts'
import { SCAN_BROKEN, SCAN_MORE } from './json-scan.ts'

/** Scans on without holding what was scanned, but for the last byte: it may be the newline to go on from. */
const scanAway = (framing: JsonFraming, pass: Pass): number => {
  const { scan } = framing
  const result = scan.scan(pass.bytes, framing.scanned - pass.base)
  framing.scanned = pass.base + scan.stoppedAt()
  pass.at = result === SCAN_MORE || result === SCAN_BROKEN ? Math.max(pass.at, scan.stoppedAt() - 1) : result
  return result
}

/** In a value that is longer than a record may be. */
export const inSkip = (framing: JsonFraming, pass: Pass): boolean => {
  const result = scanAway(framing, pass)
  if (result === SCAN_BROKEN) return enterDamage(framing, pass, framing.scan.stoppedAt(), 'too-long')
  if (result === SCAN_MORE && !pass.end) return false
  if (result === SCAN_MORE) pass.at = pass.bytes.length
  framing.sink.reject('too-long', spanTo(framing, pass, pass.at))
  framing.mode = 'between'
  return result !== SCAN_MORE
}

/** In what follows the list of a page, up to the end of the object that held it. */
export const inTail = (framing: JsonFraming, pass: Pass): boolean => {
  const result = scanAway(framing, pass)
  if (result === SCAN_BROKEN) return enterDamage(framing, pass, framing.scan.stoppedAt(), 'bad-json')
  if (result === SCAN_MORE && !pass.end) return false
  if (result === SCAN_MORE) {
    pass.at = pass.bytes.length
    framing.sink.note('array-not-closed')
  }
  framing.mode = 'between'
  return result !== SCAN_MORE
}

const endDamage = (framing: JsonFraming, pass: Pass, to: number): void => {
  framing.sink.reject(framing.damage.why, spanTo(framing, pass, to), framing.damage.detail)
  framing.mode = 'between'
}

/** In what is no JSON: a line that begins with `{` or `[` ends it. */
export const inDamage = (framing: JsonFraming, pass: Pass): boolean => {
  const { bytes, end } = pass
  for (let newline = bytes.indexOf(NEWLINE, pass.at); newline >= 0; newline = bytes.indexOf(NEWLINE, newline + 1)) {
    const next = bytes[newline + 1]
    pass.at = newline
    if (next === undefined && !end) return false
    if (next !== OPEN_OBJECT && next !== OPEN_ARRAY) continue
    // A new array at the start of a line is not an element of the old one.
    if (next === OPEN_ARRAY) framing.arrays.length = 0
    endDamage(framing, pass, newline)
    return true
  }
  pass.at = bytes.length
  if (end) endDamage(framing, pass, trimmedEnd(bytes, 0, bytes.length))
  return false
}
