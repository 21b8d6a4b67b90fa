import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../row-reader.ts'

/** The successful logins by account, each account's in time order. */
export interface Logins {
  readonly size: number
  /** Positions of account `a`: `starts[a]` up to `starts[a + 1]`. */
  readonly starts: Int32Array
  /** Accounts with at least one login. */
  readonly accounts: number
  /** By position. */
  readonly row: Int32Array
  readonly source: Int32Array
  /** How many came from each place, and with each user agent. */
  readonly ofPlace: Int32Array
  readonly ofText: Int32Array
}

const startsOf = (table: EventTable, isOwnLogin: (row: number) => boolean): Int32Array => {
  const starts = new Int32Array(table.accounts.size + 1)
  for (let row = 0; row < table.size; row += 1) if (isOwnLogin(row)) starts[(table.account.get(row)) + 1]! += 1
  for (let account = 0; account < table.accounts.size; account += 1) starts[account + 1]! += starts[account] as number
  return starts
}

const countFilled = (starts: Int32Array): number => {
  let filled = 0
  for (let account = 0; account + 1 < starts.length; account += 1) if (starts[account] !== starts[account + 1]) filled += 1
  return filled
}

/** An act of somebody else is no login of the account. */
export const gatherLogins = (table: EventTable, read: RowReader): Logins => {
  const { account, place, places, userAgent, agents } = table
  const isOwnLogin = (row: number): boolean => account.get(row) >= 0 && read.isLogin(row) && read.isSuccess(row)
  const starts = startsOf(table, isOwnLogin)
  const size = starts[table.accounts.size] as number
  const logins: Logins = {
    size,
    starts,
    accounts: countFilled(starts),
    row: new Int32Array(size),
    source: new Int32Array(size),
    ofPlace: new Int32Array(places.size),
    ofText: new Int32Array(agents.userAgents.size),
  }
  const next = starts.slice()
  for (let row = 0; row < table.size; row += 1) {
    if (!isOwnLogin(row)) continue
    const at = next[account.get(row)]!++
    logins.row[at] = row
    logins.source[at] = read.source(row)
    if (place.get(row) >= 0) logins.ofPlace[place.get(row)]! += 1
    if (userAgent.get(row) >= 0) logins.ofText[userAgent.get(row)]! += 1
  }
  return logins
}

/** @param of by key: the value that the key belongs to, −1 for none. */
export const sumByValue = (counts: Int32Array, of: Int32Array): Int32Array => {
  const sums = new Int32Array(of.reduce((most, value) => Math.max(most, value), -1) + 1)
  for (let key = 0; key < counts.length; key += 1) if ((of[key] as number) >= 0) sums[of[key] as number]! += counts[key] as number
  return sums
}

/** How often each value of a column occurs. */
export const countValues = (keys: Int32Array): Int32Array => {
  let most = -1
  for (let at = 0; at < keys.length; at += 1) if ((keys[at] as number) > most) most = keys[at] as number
  const counts = new Int32Array(most + 1)
  for (let at = 0; at < keys.length; at += 1) if ((keys[at] as number) >= 0) counts[keys[at] as number]! += 1
  return counts
}
