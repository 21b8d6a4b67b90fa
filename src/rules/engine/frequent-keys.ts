import type { EventTable } from '../../order/event-table.ts'
import { keyColumn } from './partition-keys.ts'
import type { PreparedRule } from './prepared-rule.ts'

const MOST = 65_535

/** What must differ among a key's events, by place; −1 is no value. */
const valuesOf = ({ places }: EventTable, distinct: 'source' | 'country' | undefined): Int32Array | undefined =>
  distinct === undefined ? undefined : places[distinct]

/**
 * Tells the keys with enough events in this log for the rule to say anything about them (`Rule.least`). One tight pass over two
 * or three columns, 0.01 s per rule and million events; most keys then never get state.
 */
export const countFrequent = (table: EventTable, { rule, counted, least }: Pick<PreparedRule, 'rule' | 'counted' | 'least'>, tell: (key: number) => void): void => {
  const column = keyColumn(table, rule)
  if (column === undefined) return
  const { size, keys, byPlace } = column
  if (rule.least === undefined) {
    for (let key = 0; key < size; key += 1) tell(key)
    return
  }
  const enough = Math.min(least, MOST)
  const values = valuesOf(table, rule.least.distinct)
  const counts = new Uint16Array(size)
  const first = values === undefined ? undefined : new Int32Array(size).fill(-1)
  const varied = values === undefined ? undefined : new Uint8Array(size)
  const { cls, place } = table
  for (let row = 0; row < table.size; row += 1) {
    if (counted[cls[row] as number] === 0) continue
    const at = keys[row] as number
    const key = byPlace === undefined ? at : (byPlace[at] ?? -1)
    if (key < 0) continue
    if ((counts[key] as number) < MOST) counts[key] = (counts[key] as number) + 1
    if (values === undefined || first === undefined || varied === undefined) continue
    const value = values[place[row] as number] ?? -1
    if (value < 0) continue
    if (first[key] === -1) first[key] = value
    else if (first[key] !== value) varied[key] = 1
  }
  for (let key = 0; key < size; key += 1) {
    if ((counts[key] as number) >= enough && (varied === undefined || varied[key] === 1)) tell(key)
  }
}
