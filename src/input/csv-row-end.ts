const NEWLINE = 10
const QUOTE = 34

/** Finds where a row ends; remembers where it was when the bytes ran out. */
export interface RowScan {
  /** Index of the newline that ends the row that `from` lies in, or -1 when more bytes are needed. */
  readonly find: (bytes: Buffer, from: number) => number
  /** Is the scan inside quotes: no row ends here. */
  readonly isQuoted: () => boolean
  readonly restart: () => void
}

/** Quotes count at the start of a cell only, as RFC 4180 has it: `5" disk` is a cell like any other. */
export const createRowScan = (delimiter: number): RowScan => {
  let cellStart = true
  let quoted = false
  let afterQuote = false
  const restart = (): void => {
    cellStart = true
    quoted = false
    afterQuote = false
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
      if (byte === QUOTE && (cellStart || afterQuote)) quoted = true
      afterQuote = false
      cellStart = byte === delimiter
    }
    return -1
  }
  return { find, isQuoted: () => quoted, restart }
}
