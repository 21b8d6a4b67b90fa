import { guardSpreadsheet } from '../kernel/safe-text.ts'
import { csvLine } from '../reports/csv/csv-line.ts'
import type { Cell, Table } from './account-list.ts'

/** Exact values as logged, UTF-8, for scripts. */
export const csvOf = (table: Table): Iterable<string> => table.map(csvLine)

const guarded = (cell: Cell): Cell => (typeof cell === 'string' ? guardSpreadsheet(cell) : cell)

/** For spreadsheets: a byte order mark, so that they read UTF-8, and no cell that they would evaluate. */
export const spreadsheetOf = (table: Table): Iterable<string> => ['\ufeff', ...table.map((row) => csvLine(row.map(guarded)))]
