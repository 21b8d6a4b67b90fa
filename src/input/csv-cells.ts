import { rowCells, withoutMark } from '../kernel/row-cells.ts'
import { isCustomTable } from './custom-table.ts'
import { EXTENDED_DELIMITER } from './extended-log.ts'

/** What separates the cells of a table that is no extended log. */
export const DELIMITERS = [',', ';', '\t', '|'] as const

/** Do cells of this row stand in such formulas? */
export const hasGuards = (row: string): boolean => /(?:^|[,;\t|])"?=""?[^",;\t|]*""?(?:"|$|[,;\t|])/.test(row)

/** The cells of one row without its line end and without a byte order mark in front. A row without quotes is simply split. */
export const csvCells = (text: string, delimiter: string): string[] =>
  delimiter === EXTENDED_DELIMITER ? withoutMark(text).split(delimiter) : rowCells(text, delimiter)

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
