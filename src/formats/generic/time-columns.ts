import type { Columns } from './columns.ts'
import { nameKey } from './column-name.ts'
import type { Source } from './mapping.ts'
import { valuesOf, type SampleTable } from './table.ts'

/** Where the times of a table stand, and what stands there. */
export interface TimeColumns {
  readonly source: Source
  readonly values: readonly string[]
}

const DATES: ReadonlySet<string> = new Set([
  'date',
  'logindate',
  'eventdate',
  '日付',
  '年月日',
  'ログイン日',
  'アクセス日',
  '発生日',
  '利用日',
])
const CLOCKS: ReadonlySet<string> = new Set([
  'time',
  'logintime',
  'eventtime',
  '時刻',
  '時間',
  'ログイン時刻',
  'アクセス時刻',
  '発生時刻',
  '利用時刻',
])

/** A time of day and nothing else. */
const CLOCK = /^\s*(?:午前|午後|[AP]M)?\s*\d{1,2}(?::\d{2}|時\d{1,2}分)/i

/** A date in one column and the time of day in another make one time. */
const splitTime = (table: SampleTable): TimeColumns | undefined => {
  const date = table.names.find((name) => DATES.has(nameKey(name)))
  const clock = table.names.find((name) => CLOCKS.has(nameKey(name)))
  if (date === undefined || clock === undefined) return undefined
  if (!valuesOf(table, clock).every((value) => CLOCK.test(value)) || valuesOf(table, date).some((value) => value.includes(':')))
    return undefined
  const values = table.rows.map((row) => `${row.get(date) ?? ''} ${row.get(clock) ?? ''}`)
  return { source: { kind: 'join', paths: [date, clock], separator: ' ' }, values }
}

export const timeColumns = (table: SampleTable, columns: Columns): TimeColumns => {
  const column = columns.get('time') ?? ''
  return splitTime(table) ?? { source: { kind: 'first', paths: [column] }, values: valuesOf(table, column) }
}
