import type { LineScanner, ScannedRun } from './line-scanner.ts'
import type { RejectReason } from '../model/record.ts'
import type { TextDecoding } from './charset.ts'

/**
 * Cuts content into records. `bytes` begin at content offset `base` and hold everything not yet done with; returned is
 * the number of bytes that are done with, which is all of them when `end` is true.
 */
export interface Framer {
  readonly feed: (bytes: Buffer, base: number, end: boolean) => number
}

/** From content offsets to raw bytes; the same thing unless content was transcoded. Ask in ascending order. */
export interface Positions {
  readonly raw: (offset: number) => number
  readonly forget: (offset: number) => void
}

export const SAME_POSITIONS: Positions = { raw: (offset) => offset, forget: () => undefined }

/** Where a record or a reject lies, in raw offsets; `line` counts from 1. */
export interface Span {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** What framers deliver to. */
export interface FrameSink {
  readonly json: (value: unknown, span: Span) => void
  /** Records of which only what is wanted was read; no envelopes and no pages. */
  readonly run: (run: ScannedRun) => void
  readonly csv: (cells: readonly string[], header: readonly string[], span: Span) => void
  readonly text: (line: string, span: Span) => void
  readonly reject: (why: RejectReason, span: Span, detail?: string) => void
  /** A line round a table that is no record of it: a title, a comment, a legend. */
  readonly aside: (text: string) => void
  readonly note: (id: string) => void
}

export interface FramerContext {
  readonly sink: FrameSink
  readonly decoding: TextDecoding
  readonly positions: Positions
  /** Reads only what is wanted of JSON records, where that is known. */
  readonly scanner?: LineScanner
  /** Longest record in bytes; a longer one is rejected and skipped without being held. */
  readonly cap: number
}

const NEWLINE = 10

/** Line number of ascending content offsets. */
export interface LineCounter {
  /** Line of `offset`, counting the newlines since the last offset asked for. */
  readonly at: (bytes: Buffer, base: number, offset: number) => number
  /** Somebody else counted up to `offset`, which is on this line. */
  readonly skipTo: (offset: number, line: number) => void
}

export const createLineCounter = (): LineCounter => {
  let line = 1
  /** The next newline, or the end of what was searched: content can be gigabytes on one line. */
  let searched = 0
  return {
    at: (bytes, base, offset) => {
      if (offset <= searched) return line
      let next = bytes.indexOf(NEWLINE, Math.max(0, searched - base))
      for (; next >= 0 && base + next < offset; next = bytes.indexOf(NEWLINE, next + 1)) line++
      searched = base + (next < 0 ? bytes.length : next)
      return line
    },
    skipTo: (offset, known) => {
      line = known
      searched = offset
    },
  }
}

/** Where bytes from..to of those at hand lie. */
export const createSpans =
  (lines: LineCounter, positions: Positions) =>
  (bytes: Buffer, base: number, from: number, to: number): Span => ({
    line: lines.at(bytes, base, base + from),
    start: positions.raw(base + from),
    end: positions.raw(base + to),
  })
