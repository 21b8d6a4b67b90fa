const QUOTE = '"'

/** One quoted cell from `at` (behind its opening quote): its text, and where it ends. RFC 4180, lenient behind the quote. */
const quotedCell = (row: string, at: number, delimiter: string): { readonly text: string; readonly end: number } => {
  let text = ''
  let from = at
  for (;;) {
    const quote = row.indexOf(QUOTE, from)
    if (quote < 0) return { text: text + row.slice(from), end: row.length }
    text += row.slice(from, quote)
    if (row[quote + 1] !== QUOTE) {
      const next = row.indexOf(delimiter, quote + 1)
      const end = next < 0 ? row.length : next
      return { text: text + row.slice(quote + 1, end), end }
    }
    text += QUOTE
    from = quote + 2
  }
}

/** `="00123"`: a formula that keeps a spreadsheet from taking the text for a number. */
const GUARD = /^="([^"]*)"$/

const withoutGuards = (cells: string[]): string[] => cells.map((cell) => GUARD.exec(cell)?.[1] ?? cell)

const BYTE_ORDER_MARK = '\ufeff'

export const withoutMark = (text: string): string => (text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text)

const quotedCells = (row: string, delimiter: string): string[] => {
  const cells: string[] = []
  for (let at = 0; ;) {
    let end: number
    if (row[at] === QUOTE) {
      const cell = quotedCell(row, at + 1, delimiter)
      cells.push(cell.text)
      end = cell.end
    } else {
      const next = row.indexOf(delimiter, at)
      end = next < 0 ? row.length : next
      cells.push(row.slice(at, end))
    }
    if (end >= row.length) return cells
    at = end + 1
  }
}

/** The cells of one row of a table, without its line end and without a byte order mark in front. A row without quotes is simply split. */
export const rowCells = (text: string, delimiter: string): string[] => {
  const row = withoutMark(text)
  if (!row.includes(QUOTE)) return row.split(delimiter)
  const cells = quotedCells(row, delimiter)
  return row.includes('="') ? withoutGuards(cells) : cells
}
