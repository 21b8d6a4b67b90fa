import type { Framer, FramerContext } from './framing.ts'
import { inDamage, inSkip, inTail } from './json-beyond.ts'
import {
  CLOSE_ARRAY,
  COMMA,
  MAX_NESTED,
  NEWLINE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  begin,
  createJsonFraming,
  enterArray,
  enterDamage,
  isSpace,
  type JsonFraming,
  type Mode,
  type Pass,
  type Step,
} from './json-framing.ts'
import { inValue, takeLine } from './json-value.ts'

/** Stands in the middle where files were put together. */
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf])

const closeArray = (framing: JsonFraming, pass: Pass): true => {
  const closed = framing.arrays.pop()
  pass.at++
  if (closed === undefined || closed.outside === 0) return true
  framing.mode = 'tail'
  begin(framing, pass, pass.at)
  framing.scan.restartInside(closed.outside)
  framing.scanned = pass.base + pass.at
  return true
}

const startValue = (framing: JsonFraming, pass: Pass): boolean => {
  const { bytes, base, at, end } = pass
  if (bytes[at] === OPEN_OBJECT && base + at >= framing.slowUntil) {
    pass.at = framing.readPartLines(bytes, base, at, framing.arrays.length > 0)
    if (pass.at > at || takeLine(framing, pass)) return true
    if (framing.slowUntil <= base + at && !end) return false
  }
  begin(framing, pass, at)
  framing.mode = 'value'
  framing.scan.restart()
  framing.scanned = base + at
  return true
}

const HASH = 35
const SLASH = 47

/** `# page 2`, `// end`. */
const isComment = ({ bytes, at }: Pass): boolean => bytes[at] === HASH || (bytes[at] === SLASH && bytes[at + 1] === SLASH)

const beginWith = (framing: JsonFraming, pass: Pass, byte: number): boolean => {
  const { arrays } = framing
  if (byte === OPEN_ARRAY && arrays.length < MAX_NESTED && arrays.at(-1)?.hasRows !== true) {
    return enterArray(framing, pass, pass.at, { outside: 0, hasRows: false })
  }
  if (byte === CLOSE_ARRAY && arrays.length > 0) return closeArray(framing, pass)
  if (byte === OPEN_OBJECT || byte === OPEN_ARRAY || arrays.length > 0) return startValue(framing, pass)
  if (isComment(pass)) {
    framing.mode = 'comment'
    return true
  }
  begin(framing, pass, pass.at)
  return enterDamage(framing, pass, pass.at + 1, 'bad-json')
}

/** What somebody wrote between lines of JSON is no record. */
const inComment = (framing: JsonFraming, pass: Pass): boolean => {
  const newline = pass.bytes.indexOf(NEWLINE, pass.at)
  pass.at = newline < 0 ? pass.bytes.length : newline + 1
  if (newline >= 0) framing.mode = 'between'
  return newline >= 0
}

const inBetween = (framing: JsonFraming, pass: Pass): boolean => {
  const { bytes, end } = pass
  while (pass.at < bytes.length && (isSpace(bytes[pass.at]) || bytes[pass.at] === COMMA)) pass.at++
  const byte = bytes[pass.at]
  if (byte === undefined) return false
  if (byte !== UTF8_BOM[0]) return beginWith(framing, pass, byte)
  if (bytes.length - pass.at < UTF8_BOM.length && !end) return false
  if (!UTF8_BOM.equals(bytes.subarray(pass.at, pass.at + UTF8_BOM.length))) return beginWith(framing, pass, byte)
  pass.at += UTF8_BOM.length
  return true
}

const STEP: Readonly<Record<Mode, Step>> = {
  between: inBetween,
  value: inValue,
  skip: inSkip,
  tail: inTail,
  damage: inDamage,
  comment: inComment,
}

/** NDJSON, values one after the other, arrays and pages of any size: element by element, never whole in memory. */
export const frameJson = (context: FramerContext): Framer => {
  const framing = createJsonFraming(context)
  return {
    feed: (bytes, base, end) => {
      const pass: Pass = { bytes, base, end, at: 0 }
      while (STEP[framing.mode](framing, pass));
      if (end && framing.arrays.length > 0) framing.sink.note('array-not-closed')
      const done = framing.mode === 'value' ? framing.start.offset - base : pass.at
      framing.lines.at(bytes, base, base + done)
      return done
    },
  }
}
