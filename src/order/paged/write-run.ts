import type { EventColumns } from '../log-columns.ts'
import type { NumbersKind } from '../table-column.ts'
import { BLOCK_ROWS, PagedColumn, type Pages } from './paged-column.ts'

type ColumnName = keyof EventColumns

/** Rows that were read one after the other, on disk in the order of the sort key. */
export interface Run {
  readonly size: number
  readonly columns: Readonly<Record<ColumnName, PagedColumn>>
  /** The number under which each row was read. */
  readonly readAs: PagedColumn
}

const pageColumn = (kind: NumbersKind, rows: Uint32Array, numberOf: (row: number) => number, pages: Pages): PagedColumn => {
  const column = new PagedColumn(kind, pages)
  const numbers = new kind(Math.min(BLOCK_ROWS, rows.length))
  for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows.length - from)
    for (let at = 0; at < count; at += 1) numbers[at] = numberOf(rows[from + at] as number)
    column.append(numbers, count)
  }
  return column
}

/**
 * Empties columns in memory into a run.
 * @param rows their rows in the order of the sort key
 * @param first the number of the first of them among all rows of the log
 */
export const writeRun = (columns: EventColumns, rows: Uint32Array, first: number, pages: Pages): Run => {
  const names = Object.keys(columns) as ColumnName[]
  const written = names.map((name) => {
    const column = columns[name]
    const paged = pageColumn(column.kind, rows, column.get.bind(column), pages)
    column.forget()
    return [name, paged] as const
  })
  return {
    size: rows.length,
    columns: Object.fromEntries(written) as Run['columns'],
    readAs: pageColumn(Uint32Array, rows, (row) => first + row, pages),
  }
}
