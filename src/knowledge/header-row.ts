import type { CsvRow } from '../kernel/parse-csv.ts'

/** Titles, dates and remarks that people put above a table take a few rows. */
const MOST_TITLES = 10

const filled = ({ cells }: CsvRow): number => cells.filter((cell) => cell.trim() !== '').length

/**
 * The row that names the columns: the first, or one of several cells that follows nothing but rows of one. -1 where no row names any: a list
 * of bare ids may hold a word that a column could be called by.
 */
export const headerRow = (rows: readonly CsvRow[], isName: (cell: string) => boolean): number => {
  const names = (row: CsvRow | undefined): boolean => row?.cells.some(isName) === true
  if (names(rows[0])) return 0
  const table = rows.slice(0, MOST_TITLES).findIndex((row) => filled(row) > 1)
  return table > 0 && names(rows[table]) ? table : -1
}
