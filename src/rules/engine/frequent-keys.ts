import type { EventTable } from '../../order/event-table.ts'
import { keyColumn } from './partition-keys.ts'
import type { PreparedRule } from './prepared-rule.ts'

type Counting = Pick<PreparedRule, 'rule' | 'counted' | 'least' | 'among'>
type KeyColumn = NonNullable<ReturnType<typeof keyColumn>>

const MOST = 65_535

/** Visits each counted row that has a key; two or three columns, in order. */
const eachCounted = (
  { cls, size }: EventTable,
  counted: Uint8Array,
  { keys, byPlace }: KeyColumn,
  visit: (key: number, row: number) => void,
): void => {
  for (let row = 0; row < size; row += 1) {
    if (counted[cls[row] as number] === 0) continue
    const at = keys[row] as number
    const key = byPlace === undefined ? at : (byPlace[at] ?? -1)
    if (key >= 0) visit(key, row)
  }
}

const countKeys = (table: EventTable, counted: Uint8Array, column: KeyColumn): Uint16Array => {
  const counts = new Uint16Array(column.size)
  eachCounted(table, counted, column, (key) => {
    if ((counts[key] as number) < MOST) counts[key] = (counts[key] as number) + 1
  })
  return counts
}

/** Keys whose events show at least two different values; −1 is no value. */
const variedKeys = (table: EventTable, counted: Uint8Array, column: KeyColumn, values: Int32Array): Uint8Array => {
  const first = new Int32Array(column.size).fill(-1)
  const varied = new Uint8Array(column.size)
  eachCounted(table, counted, column, (key, row) => {
    const value = values[table.place[row] as number] ?? -1
    if (value < 0) return
    if (first[key] === -1) first[key] = value
    else if (first[key] !== value) varied[key] = 1
  })
  return varied
}

/**
 * Tells the keys with enough events in this log for the rule to say anything about them (`Rule.least`): a tight pass or two, 0.01 s
 * per rule and million events, after which most keys never get state.
 */
export const tellFrequentKeys = (table: EventTable, { rule, counted, least, among }: Counting, tell: (key: number) => void): void => {
  const column = keyColumn(table, rule)
  if (column === undefined) return
  const counts = rule.least === undefined ? undefined : countKeys(table, counted, column)
  const distinct = rule.least?.distinct
  const varied = distinct === undefined ? undefined : variedKeys(table, counted, column, table.places[distinct])
  const enough = Math.min(least, MOST)
  for (let key = 0; key < column.size; key += 1) {
    if (among !== undefined && among[key] !== 1) continue
    if ((counts === undefined || (counts[key] as number) >= enough) && (varied === undefined || varied[key] === 1)) tell(key)
  }
}
