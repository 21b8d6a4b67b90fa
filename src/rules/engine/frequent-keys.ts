import type { EventTable } from '../../order/event-table.ts'
import type { Rule } from '../define-rule.ts'
import { keyColumn } from './partition-keys.ts'

/** Keys with enough events in this log for the rule to say anything about them (`Rule.least`). */
export interface FrequentKeys {
  readonly has: (key: number) => boolean
  /** How many there are; undefined: not counted, all are let through. */
  readonly count: number | undefined
}

const ALL: FrequentKeys = { has: () => true, count: undefined }
const NONE: FrequentKeys = { has: () => false, count: 0 }
const MOST = 65_535

/** One tight pass over two columns; 0.01 s per rule and million events, and most keys never get state. */
export const findFrequentKeys = (table: EventTable, rule: Rule, wanted: Uint8Array, least: number): FrequentKeys => {
  const column = keyColumn(table, rule)
  if (column === undefined || least <= 1 && rule.least === undefined) return ALL
  if (!wanted.includes(1)) return NONE
  const { size, keys, byPlace } = column
  const enough = Math.min(least, MOST)
  const counts = new Uint16Array(size)
  const { cls } = table
  for (let row = 0; row < table.size; row += 1) {
    if (wanted[cls[row] as number] === 0) continue
    const first = keys[row] as number
    const key = byPlace === undefined ? first : (byPlace[first] ?? -1)
    if (key >= 0 && (counts[key] as number) < MOST) counts[key] = (counts[key] as number) + 1
  }
  let count = 0
  for (let key = 0; key < size; key += 1) if ((counts[key] as number) >= enough) count += 1
  return { has: (key) => (counts[key] as number) >= enough, count }
}
