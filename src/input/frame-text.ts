import { createLineCounter, type Framer, type FramerContext } from './framing.ts'
import { createCutLines } from './part-lines.ts'
import { hasLongNumber, parseJsonRecord } from './parse-json.ts'

const NEWLINE = 10
const RETURN = 13
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

const isBlank = (byte: number | undefined): boolean => byte === 32 || byte === 9 || byte === RETURN

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Lines: each that parses as a JSON object is one, every other line that is not blank is text. */
export const frameText = (context: FramerContext, head: Buffer): Framer => {
  const { sink, decoding, positions, cap } = context
  const lines = createLineCounter()
  const cut = createCutLines(context, lines)
  const isCut = context.scanner?.openLines(head) === true
  /** Start of a line beyond the cap, which is passed over without being held. */
  let skipping: { readonly start: number } | undefined

  const asObject = (bytes: Buffer, from: number, to: number): unknown => {
    if (bytes[from] !== OPEN_BRACE || bytes[to - 1] !== CLOSE_BRACE) return undefined
    const value = parseJsonRecord(decoding.decode(bytes, from, to), hasLongNumber(bytes, from, to))
    return isObject(value) ? value : undefined
  }
  /** The line that the next newline ends. */
  let line = 1
  const deliver = (bytes: Buffer, base: number, lineFrom: number, lineTo: number): void => {
    const hasMark = bytes[lineFrom] === 0xef && bytes[lineFrom + 1] === 0xbb && bytes[lineFrom + 2] === 0xbf
    const from = hasMark && lineTo - lineFrom >= 3 ? lineFrom + 3 : lineFrom
    const to = bytes[lineTo - 1] === RETURN && lineTo > from ? lineTo - 1 : lineTo
    let first = from
    while (first < to && isBlank(bytes[first])) first++
    if (first === to) return
    const span = { line, start: positions.raw(base + from), end: positions.raw(base + to) }
    if (to - from > cap) return sink.reject('too-long', span)
    const value = asObject(bytes, from, to)
    if (value === undefined) sink.text(decoding.decode(bytes, from, to), span)
    else sink.json(value, span)
  }
  const endSkip = (end: number): void => {
    if (skipping !== undefined) sink.reject('too-long', { line, start: skipping.start, end: positions.raw(end) })
    skipping = undefined
  }
  return {
    feed: (bytes, base, end) => {
      let from = 0
      const next = (): number => {
        if (isCut && skipping === undefined && from < bytes.length) {
          lines.skipTo(base + from, line)
          from = cut(bytes, base, from, false)
          line = lines.at(bytes, base, base + from)
        }
        return bytes.indexOf(NEWLINE, from)
      }
      for (let to = next(); to >= 0; to = next()) {
        if (skipping === undefined) deliver(bytes, base, from, to)
        else endSkip(base + to)
        from = to + 1
        line++
      }
      if (end && skipping === undefined) deliver(bytes, base, from, bytes.length)
      else if (end) endSkip(base + bytes.length)
      // One byte more than the cap may be the carriage return.
      else if (skipping === undefined && bytes.length - from > cap + 1) skipping = { start: positions.raw(base + from) }
      return end || skipping !== undefined ? bytes.length : from
    },
  }
}
