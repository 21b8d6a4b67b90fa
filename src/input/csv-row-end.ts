import { EXTENDED_DELIMITER } from './extended-log.ts'

const NEWLINE = 10
const QUOTE = 34
/** A byte order mark: before the header behind a preamble, and in the middle where files were put together. */
const MARK = [0xef, 0xbb, 0xbf] as const

/** Finds where a row ends; remembers where it was when the bytes ran out. */
export interface RowScan {
  /** Index of the newline that ends the row that `from` lies in, or -1 when more bytes are needed. */
  readonly find: (bytes: Buffer, from: number) => number
  /** Is the scan inside quotes: no row ends here. */
  readonly isQuoted: () => boolean
  readonly restart: () => void
}

/** Quotes count at the start of a cell only, as RFC 4180 has it: `5" disk` is a cell like any other. In extended logs they do not count at all. */
export const createRowScan = (delimiter: number): RowScan => {
  const hasQuotes = delimiter !== EXTENDED_DELIMITER.charCodeAt(0)
  let cellStart = true
  let quoted = false
  let afterQuote = false
  /** Bytes of a mark that the row began with; past it once anything else came. */
  let mark = 0
  const restart = (): void => {
    cellStart = true
    quoted = false
    afterQuote = false
    mark = 0
  }
  const find = (bytes: Buffer, from: number): number => {
    for (let at = from; at < bytes.length; at++) {
      if (quoted) {
        const close = bytes.indexOf(QUOTE, at)
        if (close < 0) return -1
        at = close
        quoted = false
        afterQuote = true
        continue
      }
      const byte = bytes[at]
      if (byte === NEWLINE) return at
      if (byte === MARK[mark]) {
        mark += 1
        continue
      }
      if (mark > 0 && mark < MARK.length) cellStart = false
      mark = MARK.length
      if (byte === QUOTE && hasQuotes && (cellStart || afterQuote)) quoted = true
      afterQuote = false
      cellStart = byte === delimiter
    }
    return -1
  }
  return { find, isQuoted: () => quoted, restart }
}
