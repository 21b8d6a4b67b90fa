import { normaliseIp } from '../../kernel/ip.ts'
import { parseCsv } from '../../kernel/parse-csv.ts'
import { parseTime } from '../../kernel/time.ts'

const LEAST_CELLS = 4
/** Share of the lines that must be alike: the last ones may be a summary. */
const ALIKE = 0.8

const isTime = (cell: string): boolean => !Number.isNaN(parseTime(cell, 'any', { zone: 'UTC', year: () => 1970 }))

/** A cell that is a time or an address all by itself: lines of a text log have none. */
const isValue = (cell: string): boolean => normaliseIp(cell) !== undefined || isTime(cell)

/** Are these lines rows of a table of which nobody says what the columns are? */
export const isTableWithoutHeader = (lines: readonly string[]): boolean => {
  const rows = parseCsv(lines.join('\n'))
  const width = rows[0]?.cells.length ?? 0
  const alike = rows.filter(({ cells }) => cells.length === width && cells.some(isValue))
  return width >= LEAST_CELLS && alike.length >= rows.length * ALIKE
}
