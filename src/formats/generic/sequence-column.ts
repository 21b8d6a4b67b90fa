import { parseTime } from '../../kernel/time.ts'
import type { Columns } from './columns.ts'
import type { GuessedTime } from './guess-time.ts'
import { valuesOf, type SampleTable } from './table.ts'

const WHOLE = /^\d{1,15}$/

/** Do these numbers, one per record, count up as time goes on? Those of an export's lines go down in one that begins with the newest. */
const countsThrough = (numbers: readonly string[], times: readonly string[], time: Exclude<GuessedTime, { refusal: unknown }>): boolean => {
  if (!numbers.every((text) => WHOLE.test(text)) || new Set(numbers).size < numbers.length) return false
  const micros = times.map((text) => parseTime(text, time.syntax, { zone: 'UTC', year: () => 2000 }))
  const order = numbers.map(Number).map((number, at) => [number, micros[at] as number] as const)
  return order
    .toSorted(([left], [right]) => left - right)
    .every(([, at], index, sorted) => index === 0 || at >= (sorted[index - 1]?.[1] ?? Infinity))
}

/** The columns without one that has the name of a numbering and is none: `id` may be anybody's. */
export const withoutFalseSequence = (table: SampleTable, columns: Columns, times: readonly string[], time: GuessedTime): Columns => {
  const column = columns.get('sequence')
  if (column === undefined) return columns
  const numbers = valuesOf(table, column)
  const isWhole = numbers.length === table.rows.length && times.length === numbers.length
  if (isWhole && !('refusal' in time) && countsThrough(numbers, times, time)) return columns
  return new Map([...columns].filter(([field]) => field !== 'sequence'))
}
