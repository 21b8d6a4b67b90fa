import { CLOCK_FORM, DATE_FORM } from './column-forms.ts'
import type { Columns } from './columns.ts'
import { hasYearLast } from '../../kernel/time.ts'
import { nameKey } from './column-name.ts'
import type { Source } from './mapping.ts'
import { valuesOf, type SampleTable } from './table.ts'

/** Where the times of a table stand, and what stands there. */
export interface TimeColumns {
  readonly source: Source
  readonly values: readonly string[]
}

/** A time of day and nothing else. */
const CLOCK = /^\s*(?:午前|午後|[AP]M)?\s*\d{1,2}(?::\d{2}|時\d{1,2}分)/i

/** `021405`, and `21405` where a spreadsheet took it for a number. */
const DIGITS = /^\s*\d{1,6}\s*$/
const DATE = /^\s*\d{4}(?:\d{4}|\D.{1,12})\s*$/

/** How long times of day without colons are; undefined where they are none, or cannot be told: `1405` alone may lack hours or seconds. */
const digitsOf = (clocks: readonly string[]): number | undefined => {
  if (!clocks.every((value) => DIGITS.test(value))) return undefined
  const longest = Math.max(...clocks.map((value) => value.trim().length))
  if (longest > 4) return 6
  return clocks.every((value) => value.trim().length === 4) ? 4 : undefined
}

/** A date in one column and the time of day in another make one time. */
const splitTime = (table: SampleTable): TimeColumns | undefined => {
  const named = (form: RegExp): string | undefined => table.names.find((name) => form.test(nameKey(name)))
  const date = named(DATE_FORM)
  const clock = named(CLOCK_FORM)
  if (date === undefined || clock === undefined) return undefined
  const clocks = valuesOf(table, clock)
  const pad = digitsOf(clocks)
  if (clocks.length === 0 || (pad === undefined && !clocks.every((value) => CLOCK.test(value)))) return undefined
  if (
    !valuesOf(table, date).every((value) => DATE.test(value) || hasYearLast(value)) ||
    valuesOf(table, date).some((value) => value.includes(':'))
  )
    return undefined
  const values = table.rows.map((row) => `${row.get(date) ?? ''} ${(row.get(clock) ?? '').padStart(pad ?? 0, '0')}`)
  return { source: { kind: 'join', paths: [date, clock], separator: ' ', ...(pad === undefined ? {} : { pad }) }, values }
}

export const timeColumns = (table: SampleTable, columns: Columns): TimeColumns => {
  const column = columns.get('time') ?? ''
  return splitTime(table) ?? { source: { kind: 'first', paths: [column] }, values: valuesOf(table, column) }
}
