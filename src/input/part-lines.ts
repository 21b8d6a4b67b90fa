import type { LineScanner } from './line-scanner.ts'
import { SAME_POSITIONS, type FramerContext, type LineCounter } from './framing.ts'

/** Reads as many records in part as it can from content offset `base + at` on; returns the index where it stopped, `at` if at once. */
export type ReadPartLines = (bytes: Buffer, base: number, at: number, inList: boolean) => number

type Scan = (scanner: LineScanner, offset: number, line: number, cap: number, inList: boolean) => number

/** Offsets are those of the raw bytes, so nothing that was transcoded is read in part. */
const createParts = ({ scanner, positions, decoding, cap, sink }: FramerContext, lines: LineCounter, scan: Scan): ReadPartLines => {
  if (scanner === undefined || positions !== SAME_POSITIONS) return (_bytes, _base, at) => at
  return (bytes, base, at, inList) => {
    if (!scanner.holds(base + at) || scanner.isFull()) scanner.load(bytes, at, base, decoding, inList)
    if (!scanner.holds(base + at)) return at
    const stopped = scan(scanner, base + at, lines.at(bytes, base, base + at), cap, inList)
    lines.skipTo(stopped, scanner.line())
    const run = scanner.run()
    if (run !== undefined) sink.run(run)
    return stopped - base
  }
}

export const createPartLines = (context: FramerContext, lines: LineCounter): ReadPartLines =>
  createParts(context, lines, (scanner, offset, line, cap, inList) => scanner.scan(offset, line, cap, inList))

/** The same for lines of text. */
export const createCutLines = (context: FramerContext, lines: LineCounter): ReadPartLines =>
  createParts(context, lines, (scanner, offset, line, cap) => scanner.cutLines(offset, line, cap))

/** The same for rows of a table. */
export const createPartRows = (context: FramerContext, lines: LineCounter): ReadPartLines =>
  createParts(context, lines, (scanner, offset, line, cap) => scanner.scanRows(offset, line, cap))
