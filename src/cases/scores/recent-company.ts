import type { LoginTable } from '../rows/login-table.ts'
import type { LocatedLogins } from './logins.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/**
 * By position in `Logins`: 1 where another account logged in from the same address within the day before. Only for addresses of several
 * accounts and no more than `most`: most addresses are one person's.
 * @param accountsOn by source.
 */
export const loginsInCompany = (
  table: LoginTable,
  { size, source, row }: LocatedLogins,
  accountsOn: Int32Array,
  most: number,
): Uint8Array => {
  const isShared = (at: number): boolean => {
    const accounts = (source[at] as number) < 0 ? 0 : (accountsOn[source[at] as number] as number)
    return accounts > 1 && accounts < most
  }
  const positions: number[] = []
  for (let at = 0; at < size; at += 1) if (isShared(at)) positions.push(at)
  const shared = Int32Array.from(positions, (at) => row[at] as number).sort()
  const inCompany = new Set<number>()
  /** By source: the account that logged in last, when, and when the last one that was another. */
  const last = new Map<number, { account: number; time: number; otherTime: number }>()
  for (const at of shared) {
    const place = table.place.get(at)
    const key = table.places.source[place] as number
    const account = table.account.get(at)
    const now = table.time.get(at)
    let known = last.get(key)
    if (known === undefined) last.set(key, (known = { account, time: Number.NEGATIVE_INFINITY, otherTime: Number.NEGATIVE_INFINITY }))
    if (known.account !== account) {
      known.otherTime = known.time
      known.account = account
    }
    if (now - known.otherTime <= DAY_US) inCompany.add(at)
    known.time = now
  }
  const found = new Uint8Array(size)
  for (const at of positions) if (inCompany.has(row[at] as number)) found[at] = 1
  return found
}
