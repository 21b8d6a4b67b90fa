import { createRowScan } from './csv-row-end.ts'
import type { Framer, FramerContext } from './framing.ts'
import { createLineCounter, createSpans } from './framing.ts'
import { createTableRows, type CsvShapeFound } from './table-rows.ts'
import { createPartRows } from './part-lines.ts'

const NEWLINE = 10
const RETURN = 13

/** Rows under a header. */
export const frameCsv = (context: FramerContext, shape: CsvShapeFound): Framer => {
  const { sink, decoding, positions, cap } = context
  const rows = createRowScan(shape.delimiter.charCodeAt(0))
  const lines = createLineCounter()
  const part = createPartRows(context, lines)
  const { deliver, finish, isScanned } = createTableRows(context, shape)
  /** Content offset up to which the row at hand was scanned. */
  let scanned = 0
  let skipping: { readonly line: number; readonly start: number } | undefined

  const spanOf = createSpans(lines, positions)

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
      while (from < bytes.length) {
        const behind = skipping === undefined && isScanned() ? part(bytes, base, from, false) : from
        if (behind > from) {
          rows.restart()
          from = behind
          scanned = base + from
          continue
        }
        const next = row(bytes, base, from, end)
        if (next < 0) break
        from = Math.min(next, bytes.length)
      }
      if (end) finish()
      lines.at(bytes, base, base + from)
      return from
    },
  }
}
