import { createLineCounter, createSpans, type Framer, type FramerContext } from './framing.ts'
import { fieldAt, isBlankLine, journalEntry } from './journal-entry.ts'

const NEWLINE = 10
const SPACE = 32
const DASH = 45
const NEXT_EXPORT = Buffer.from('\n\n__CURSOR=')

/** Where an entry ends; more: behind these bytes; broken: nowhere that can be told. */
type End = number | 'more' | 'broken'

/** At the blank line behind its fields. */
const endOfExport = (bytes: Buffer, from: number): End => {
  for (let at = from; ;) {
    if (at >= bytes.length) return 'more'
    if (isBlankLine(bytes, at)) return at
    const field = fieldAt(bytes, at)
    if (typeof field === 'string') return field
    at = field.next
  }
}

/** Before the next line that is not indented. */
const endOfVerbose = (bytes: Buffer, from: number): End => {
  for (let newline = bytes.indexOf(NEWLINE, from); newline >= 0; newline = bytes.indexOf(NEWLINE, newline + 1)) {
    if (newline + 1 === bytes.length) return 'more'
    if (bytes[newline + 1] !== SPACE) return newline
  }
  return 'more'
}

/** Of an entry that broke: before what may be the next one. */
const endOfBroken = (bytes: Buffer, from: number): End => {
  const next = bytes.indexOf(NEXT_EXPORT, from)
  return next < 0 ? 'more' : next
}

/** Entries of the journal over as many lines as they take, each as the object that `-o json` would write. */
export const frameJournal = ({ sink, positions, decoding, cap }: FramerContext, kind: 'export' | 'verbose'): Framer => {
  const lines = createLineCounter()
  const [endOf, endOfLost] = kind === 'export' ? [endOfExport, endOfBroken] : [endOfVerbose, endOfVerbose]
  /** Of an entry beyond the cap, or one that broke, whose end is looked for. */
  let lost: { readonly why: 'too-long' | 'truncated'; readonly line: number; readonly start: number } | undefined

  const spanOf = createSpans(lines, positions)
  const lose = (bytes: Buffer, base: number, from: number, why: 'too-long' | 'truncated'): void => {
    const { line, start } = spanOf(bytes, base, from, from)
    lost = { why, line, start }
  }
  /** Looks for the end of what is lost; returns where to go on. */
  const pass = (bytes: Buffer, base: number, from: number, end: boolean): number => {
    const found = endOfLost(bytes, from)
    // The mark of the next entry may have begun.
    if (typeof found !== 'number' && !end) return Math.max(from, bytes.length - NEXT_EXPORT.length)
    const to = typeof found === 'number' ? found : bytes.length
    if (lost !== undefined) sink.reject(lost.why, { line: lost.line, start: lost.start, end: positions.raw(base + to) })
    lost = undefined
    return to
  }
  const deliver = (bytes: Buffer, base: number, from: number, to: number): void => {
    const span = spanOf(bytes, base, from, to)
    const entry = to - from > cap ? undefined : journalEntry(bytes.subarray(from, to))
    if (to - from > cap) sink.reject('too-long', span)
    else if (entry !== undefined) sink.json(entry, span)
    else if (bytes[from] === DASH) sink.text(decoding.decode(bytes, from, to).trimEnd(), span)
    else sink.reject('truncated', span)
  }
  const pastBlanks = (bytes: Buffer, from: number): number => {
    let at = from
    while (isBlankLine(bytes, at)) at += bytes[at] === NEWLINE ? 1 : 2
    return at
  }
  return {
    feed: (bytes, base, end) => {
      let at = 0
      while (at < bytes.length) {
        if (lost !== undefined) at = pass(bytes, base, at, end)
        if (lost !== undefined) break
        at = pastBlanks(bytes, at)
        if (at >= bytes.length) break
        // What journalctl says between entries is a line by itself.
        const isRemark = bytes[at] === DASH
        const remarkEnd = isRemark ? bytes.indexOf(NEWLINE, at) : -1
        const found = isRemark ? (remarkEnd < 0 ? 'more' : remarkEnd) : endOf(bytes, at)
        if (typeof found === 'number') {
          deliver(bytes, base, at, found)
          at = found
        } else if (found === 'more' && end) {
          deliver(bytes, base, at, bytes.length)
          at = bytes.length
        } else if (found === 'broken') lose(bytes, base, at, 'truncated')
        else if (bytes.length - at > cap) lose(bytes, base, at, 'too-long')
        else break
      }
      lines.at(bytes, base, base + at)
      return at
    },
  }
}
