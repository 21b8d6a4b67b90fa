import { createRowScan } from './csv-row-end.ts'
import { csvCells, isCsvPreamble, normaliseHeader } from './csv-cells.ts'
import type { Framer, FramerContext, Span } from './framing.ts'
import { createLineCounter } from './framing.ts'

const NEWLINE = 10
const RETURN = 13

export type Delimiter = ',' | ';' | '\t'

export interface CsvShapeFound {
  readonly delimiter: Delimiter
  /** Normalised, from a sibling; undefined: the first row is the header. */
  readonly header: readonly string[] | undefined
  /** Rows have one cell more than the header names. */
  readonly isLastNameless?: true
  /** Rows above the header. */
  readonly titles?: number
}

/** Fits a row to its header: short rows lost empty cells at the end, long ones may have gained some. */
const fitCells = (cells: string[], width: number): readonly string[] | undefined => {
  if (cells.length === width) return cells
  if (cells.length < width) return cells.length > 1 ? [...cells, ...Array.from({ length: width - cells.length }, () => '')] : undefined
  return cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : undefined
}

/** Rows under a header. */
export const frameCsv = ({ sink, decoding, positions, cap }: FramerContext, shape: CsvShapeFound): Framer => {
  const rows = createRowScan(shape.delimiter.charCodeAt(0))
  const lines = createLineCounter()
  let header = shape.header
  let titles = shape.titles ?? 0
  /** Content offset up to which the row at hand was scanned. */
  let scanned = 0
  let skipping: { readonly line: number; readonly start: number } | undefined

  const headerFrom = (cells: string[]): readonly string[] => normaliseHeader(shape.isLastNameless === true ? [...cells, ''] : cells)
  const isHeader = (cells: string[]): boolean => header !== undefined && headerFrom(cells).join('\n') === header.join('\n')

  const deliver = (text: string, span: () => Span, isCut: boolean): void => {
    if (text.trim() === '') return
    const cells = csvCells(text, shape.delimiter)
    if (header === undefined) {
      if (isCsvPreamble(text)) return
      if (titles > 0) titles--
      else header = headerFrom(cells)
      return
    }
    if (isCut && cells.length < header.length) return sink.reject('truncated', span())
    const fitted = fitCells(cells, header.length)
    if (fitted === undefined) return sink.reject('bad-csv', span(), `${cells.length}/${header.length}`)
    // Files that were put together repeat it.
    if (cells[0]?.trim().toLowerCase() === header[0] && isHeader(cells)) return
    sink.csv(fitted, header, span())
  }
  const spanOf = (bytes: Buffer, base: number, from: number, to: number): Span => ({
    line: lines.at(bytes, base, base + from),
    start: positions.raw(base + from),
    end: positions.raw(base + to),
  })

  /** A row that is too long or never closes its quote: one reject up to the first newline. Returns where to go on. */
  const giveUp = (bytes: Buffer, base: number, from: number, end: boolean): number => {
    rows.restart()
    const newline = bytes.indexOf(NEWLINE, from)
    if (newline >= 0) {
      const why = newline - from > cap ? 'too-long' : 'bad-csv'
      sink.reject(why, spanOf(bytes, base, from, newline), why === 'bad-csv' ? 'open-quote' : undefined)
      return newline + 1
    }
    if (end) sink.reject(bytes.length - from > cap ? 'too-long' : 'truncated', spanOf(bytes, base, from, bytes.length))
    else skipping = { line: lines.at(bytes, base, base + from), start: positions.raw(base + from) }
    return bytes.length
  }
  const endSkip = (bytes: Buffer, base: number, end: boolean): number => {
    const newline = bytes.indexOf(NEWLINE)
    const to = newline < 0 ? bytes.length : newline
    if (skipping !== undefined && (newline >= 0 || end)) {
      sink.reject('too-long', { ...skipping, end: positions.raw(base + to) })
      skipping = undefined
    }
    return newline < 0 ? to : newline + 1
  }
  /** Handles the row at `from`; returns where the next one starts, or -1 when more bytes are needed. */
  const row = (bytes: Buffer, base: number, from: number, end: boolean): number => {
    const found = rows.find(bytes, Math.max(from, scanned - base))
    scanned = base + (found < 0 ? bytes.length : found + 1)
    const to = found < 0 ? bytes.length : found
    if (to - from > cap || (found < 0 && end && rows.isQuoted())) {
      const next = giveUp(bytes, base, from, end)
      scanned = base + next
      return next
    }
    if (found < 0 && !end) return -1
    rows.restart()
    const last = to > from && bytes[to - 1] === RETURN ? to - 1 : to
    deliver(decoding.decode(bytes, from, last), () => spanOf(bytes, base, from, last), found < 0)
    return to + 1
  }
  return {
    feed: (bytes, base, end) => {
      let from = skipping === undefined ? 0 : endSkip(bytes, base, end)
      if (skipping === undefined) scanned = Math.max(scanned, base + from)
      for (let next = from; from < bytes.length; from = Math.min(next, bytes.length)) {
        next = row(bytes, base, from, end)
        if (next < 0) break
      }
      lines.at(bytes, base, base + from)
      return from
    },
  }
}
