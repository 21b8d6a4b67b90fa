import type { Columns } from './columns.ts'
import { valuesOf, type SampleTable } from './table.ts'

/**
 * Addresses of which the end was taken away (`192.0.2.xxx`), or all of it (`0.0.0.0` of Application Insights), are nobody's: what else the log says
 * is read without them.
 */
const MASKED = /^0\.0\.0\.0$|^(?:\d{1,3}\.){1,3}(?:x{1,3}|\*{1,3})(?:\.(?:x{1,3}|\*{1,3})){0,2}$/i
export const isMasked = (table: SampleTable, column: string): boolean => {
  const values = valuesOf(table, column)
  return values.length > 0 && values.every((value) => MASKED.test(value.trim()))
}

/** Columns without one of addresses that tell nothing. */
export const withoutMasked = (table: SampleTable, columns: Columns): Columns =>
  new Map([...columns].filter(([field, column]) => field !== 'ip' || !isMasked(table, column)))
