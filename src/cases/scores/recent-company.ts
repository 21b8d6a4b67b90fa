import type { EventTable } from '../../order/event-table.ts'

const DAY_US = 24 * 3600 * 1e6

/** By row: 1 where another account logged in from the same address within the day before. One pass in time order. */
export const loginsInCompany = (table: EventTable, isLogin: (row: number) => boolean): Uint8Array => {
  const { size } = table.places.sources
  const found = new Uint8Array(table.size)
  /** By source: the account that logged in last, when, and when the last one that was another. */
  const account = new Int32Array(size).fill(-1)
  const time = new Float64Array(size)
  const otherTime = new Float64Array(size)
  for (let row = 0; row < table.size; row += 1) {
    if (!isLogin(row)) continue
    const place = table.place[row] as number
    const source = place < 0 ? -1 : (table.places.source[place] as number)
    if (source < 0) continue
    const now = table.time[row] as number
    if (account[source] !== table.account[row]) {
      otherTime[source] = time[source] as number
      account[source] = table.account[row] as number
    }
    if (now - (otherTime[source] as number) <= DAY_US) found[row] = 1
    time[source] = now
  }
  return found
}
