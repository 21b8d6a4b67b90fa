import type { EventTable } from '../../order/event-table.ts'
import type { Logins } from './logins.ts'

const DAY_US = 24 * 3600 * 1e6

/**
 * By position in `Logins`: 1 where another account logged in from the same address within the day before. Only for addresses of several
 * accounts and no more than `most`: most addresses are one person's.
 * @param accountsOn by source.
 */
export const loginsInCompany = (
  table: EventTable,
  { size, source, row, time }: Logins,
  accountsOn: Int32Array,
  most: number,
): Uint8Array => {
  const found = new Uint8Array(size)
  const positions: number[] = []
  for (let at = 0; at < size; at += 1) {
    const key = source[at] as number
    const accounts = key < 0 ? 0 : (accountsOn[key] as number)
    if (accounts > 1 && accounts < most) positions.push(at)
  }
  positions.sort((left, right) => (row[left] as number) - (row[right] as number))
  /** By source: the account that logged in last, when, and when the last one that was another. */
  const last = new Map<number, { account: number; time: number; otherTime: number }>()
  for (const at of positions) {
    const key = source[at] as number
    const account = table.account.get(row[at] as number)
    const now = time[at] as number
    let known = last.get(key)
    if (known === undefined) last.set(key, (known = { account, time: Number.NEGATIVE_INFINITY, otherTime: Number.NEGATIVE_INFINITY }))
    if (known.account !== account) {
      known.otherTime = known.time
      known.account = account
    }
    if (now - known.otherTime <= DAY_US) found[at] = 1
    known.time = now
  }
  return found
}
