import type { EventTable } from '../../order/event-table.ts'
import type { Logins } from './logins.ts'

const DAY_US = 24 * 3600 * 1e6

/** By position in `Logins`: 1 where another account logged in from the same address within the day before. One pass in time order. */
export const loginsInCompany = (table: EventTable, logins: Logins): Uint8Array => {
  const { size } = table.places.sources
  /** By row: position in `Logins` plus one. */
  const positions = new Int32Array(table.size)
  for (let at = 0; at < logins.size; at += 1) positions[logins.row[at] as number] = at + 1
  const found = new Uint8Array(logins.size)
  /** By source: the account that logged in last, when, and when the last one that was another. */
  const account = new Int32Array(size).fill(-1)
  const time = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  const otherTime = new Float64Array(size).fill(Number.NEGATIVE_INFINITY)
  for (let row = 0; row < table.size; row += 1) {
    const position = positions[row] as number
    const place = table.place[row] as number
    if (position === 0 || place < 0) continue
    const source = table.places.source[place] as number
    if (source < 0) continue
    const now = table.time[row] as number
    if (account[source] !== table.account[row]) {
      otherTime[source] = time[source] as number
      account[source] = table.account[row] as number
    }
    if (now - (otherTime[source] as number) <= DAY_US) found[position - 1] = 1
    time[source] = now
  }
  return found
}
