import { isCustomTable } from './custom-table.ts'
import { EXTENDED_DELIMITER } from './extended-log.ts'

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

/** What separates the cells of a table that is no extended log. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** `="00123"`: a formula that keeps a spreadsheet from taking the text for a number. */
const GUARD = /^="([^"]*)"$/

const withoutGuards = (cells: string[]): string[] => cells.map((cell) => GUARD.exec(cell)?.[1] ?? cell)

/** Do cells of this row stand in such formulas? */
export const hasGuards = (row: string): boolean => /(?:^|[,;\t|])"?=""?[^",;\t|]*""?(?:"|$|[,;\t|])/.test(row)

const BYTE_ORDER_MARK = '\ufeff'

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

/** The cells of one row without its line end and without a byte order mark in front. A row without quotes is simply split. */
export const csvCells = (text: string, delimiter: string): string[] => {
  const row = text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text
  if (delimiter === EXTENDED_DELIMITER || !row.includes(QUOTE)) return row.split(delimiter)
  const cells = quotedCells(row, delimiter)
  return row.includes('="') ? withoutGuards(cells) : cells
}

/** A line of signs that draws the frame of a table: `+----+-----+`, `-----+-----`, `---------`. */
export const isTableRule = (row: string): boolean => /^[-+=|\s]*[-=]{3}[-+=|\s]*$/.test(row)

/** Header names as formats ask for them: trimmed, blanks collapsed, lower case (but where they are names inside a record), without BOM; repeats get `#2`, `#3` … */
export const normaliseHeader = (cells: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  const isCustom = isCustomTable(cells)
  return cells.map((cell) => {
    const written = cell.replaceAll('\ufeff', '').trim().replace(/\s+/g, ' ')
    const name = isCustom ? written : written.toLowerCase()
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name}#${times}`
  })
}

/** A first line that is no header: PowerShell's `#TYPE …`, Excel's `sep=;`, the question to a database that a table on a screen answers. */
export const isCsvPreamble = (line: string): boolean =>
  /^\ufeff?"?(?:#TYPE |sep=|(?:mysql|MariaDB \[[^\]]{1,64}\])> |[\w-]{1,63}[=-][#>] ?select\b)/i.test(line)
