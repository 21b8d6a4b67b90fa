import type { EventTable } from '../../order/event-table.ts'
import type { AccountRows } from '../account-rows.ts'
import { isLockingOut, isPasswordReset } from '../after-login.ts'
import type { RowReader } from '../row-reader.ts'
import type { Logins } from '../scores/logins.ts'
import { lineDepth } from '../scores/packed-novelty.ts'

/** Traces around a login from an address new to the account, by position in `Logins`. Counts stop at `MOST`. */
export interface LoginEvidence {
  /** Attempts on the account in the day before, from addresses that it had never logged in from. */
  readonly failed: Uint8Array
  /** Other identifiers that failed at the login's address and never got in there. */
  readonly barren: Uint8Array
  /** 1: the password was set anew within the hour before, from the same address. */
  readonly reset: Uint8Array
  /** 1: contact, factor or password changed within the hour after. */
  readonly changed: Uint8Array
}

export const MOST = 20
const DAY_US = 24 * 3600 * 1e6
const HOUR_US = 3600 * 1e6

interface EvidenceContext {
  readonly table: EventTable
  readonly byAccount: AccountRows
  readonly read: RowReader
  readonly logins: Logins
  readonly novelty: Int32Array
}

/** By account: 1 where something happened besides logins that worked. Most accounts have nothing to look through. */
const busyAccounts = ({ table }: EvidenceContext): Uint8Array => {
  const busy = new Uint8Array(table.accounts.size)
  const isOfInterest = Uint8Array.from(table.classes, ({ action, outcome }) =>
    action !== 'session-use' && (action !== 'login' || outcome !== 'success') ? 1 : 0,
  )
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account >= 0 && isOfInterest[table.cls.get(row)] === 1) busy[account] = 1
  }
  return busy
}

const isReset = (row: number, read: RowReader): boolean => isPasswordReset(read.cls(row)) && !read.isByOther(row)

/** Walks one account's events beside its logins. */
const walkAccount = (rows: Int32Array, start: number, end: number, context: EvidenceContext, found: LoginEvidence): void => {
  const { read, logins, novelty } = context
  const known = new Set<number>()
  let failures: number[] = []
  let reset = { time: Number.NEGATIVE_INFINITY, source: -1 }
  let next = start
  for (const row of rows) {
    const time = read.time(row)
    if (isReset(row, read)) reset = { time, source: read.source(row) }
    if (next < end && logins.row[next] === row) {
      failures = failures.filter((at) => time - at <= DAY_US)
      const of = novelty[next] as number
      if (of < 0 || lineDepth(of) > 0) found.failed[next] = Math.min(MOST, failures.length)
      failures = []
      if (time - reset.time <= HOUR_US && reset.source === logins.source[next]) found.reset[next] = 1
      known.add(logins.source[next] as number)
      next += 1
    } else if (read.isAttempt(row)) {
      if (!known.has(read.source(row))) failures.push(time)
    } else if (
      next > start &&
      read.isChange(row) &&
      isLockingOut(read.cls(row).action) &&
      time - read.time(logins.row[next - 1] as number) <= HOUR_US
    ) {
      if (read.source(row) < 0 || read.source(row) === logins.source[next - 1]) found.changed[next - 1] = 1
    }
  }
}

/** By source: identifiers that failed there and never got in there, up to `MOST`. */
const barrenNames = ({ table, read, logins }: EvidenceContext): Uint8Array => {
  const counts = new Uint8Array(table.places.sources.size)
  const hasLogin = new Uint8Array(counts.length)
  for (let at = 0; at < logins.size; at += 1) if ((logins.source[at] as number) >= 0) hasLogin[logins.source[at] as number] = 1
  const everIn = (account: number, source: number): boolean => {
    for (let at = logins.starts[account] as number; at < (logins.starts[account + 1] as number); at += 1)
      if (logins.source[at] === source) return true
    return false
  }
  const names = new Map<number, Set<number>>()
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isAttempt(row)) continue
    const source = read.source(row)
    if (source < 0 || hasLogin[source] === 0) continue
    const account = table.account.get(row)
    const known = names.get(source)
    if (known !== undefined && known.size >= MOST) continue
    const name = account >= 0 ? account : -2 - table.name.get(row)
    if (known?.has(name) === true || (account >= 0 && everIn(account, source))) continue
    if (known === undefined) names.set(source, new Set([name]))
    else known.add(name)
  }
  for (const [source, { size }] of names) counts[source] = size
  return counts
}

export const gatherEvidence = (context: EvidenceContext): LoginEvidence => {
  const { table, byAccount, logins, novelty } = context
  const found: LoginEvidence = {
    failed: new Uint8Array(logins.size),
    barren: new Uint8Array(logins.size),
    reset: new Uint8Array(logins.size),
    changed: new Uint8Array(logins.size),
  }
  const busy = busyAccounts(context)
  for (let account = 0; account < table.accounts.size; account += 1) {
    const start = logins.starts[account] as number
    const end = logins.starts[account + 1] as number
    if (busy[account] === 1 && end > start) walkAccount(byAccount.of(account), start, end, context, found)
  }
  const barren = barrenNames(context)
  for (let at = 0; at < logins.size; at += 1) {
    const source = logins.source[at] as number
    const of = novelty[at] as number
    if (source >= 0 && (of < 0 || lineDepth(of) > 0)) found.barren[at] = barren[source] as number
  }
  return found
}
