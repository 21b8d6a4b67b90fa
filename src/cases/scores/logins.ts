import type { EventTable } from '../../order/event-table.ts'
import { findPersonalDevices } from '../personal-devices.ts'
import type { RowReader } from '../row-reader.ts'

/**
 * The successful logins by account, each account's in time order, with their context side by side: judging them one after another then
 * reads memory in order. (Columns of the table are in time order; jumping through them costs a cache miss per value.)
 */
export interface Logins {
  readonly size: number
  /** Positions of account `a`: `starts[a]` up to `starts[a + 1]`. */
  readonly starts: Int32Array
  /** Accounts with at least one login. */
  readonly accounts: number
  readonly row: Int32Array
  readonly time: Float64Array
  /** −1 where the log does not carry it. */
  readonly source: Int32Array
  readonly network: Int32Array
  readonly country: Int32Array
  /** The user agent as written, and its kind (family and system). */
  readonly text: Int32Array
  readonly kind: Int32Array
  /** The machine, where its id tells one; −1 also for one that many share. */
  readonly device: Int32Array
}

/** `of[keys[i]]`, −1 for a missing key: a loop so small that its cache misses overlap. */
const gather = (keys: Int32Array, of: Int32Array): Int32Array => {
  const found = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number
    found[at] = key < 0 ? -1 : (of[key] as number)
  }
  return found
}

export const gatherLogins = (table: EventTable, read: RowReader): Logins => {
  const is = new Uint8Array(table.size)
  const starts = new Int32Array(table.accounts.size + 1)
  for (let row = 0; row < table.size; row += 1) {
    if (table.account.get(row) < 0 || !read.isLogin(row) || !read.isSuccess(row)) continue
    is[row] = 1
    starts[table.account.get(row) + 1]! += 1
  }
  let accounts = 0
  for (let account = 0; account < table.accounts.size; account += 1) {
    if ((starts[account + 1] as number) > 0) accounts += 1
    starts[account + 1]! += starts[account] as number
  }
  const size = starts[table.accounts.size] as number
  const row = new Int32Array(size)
  const time = new Float64Array(size)
  const [place, text, device] = [new Int32Array(size), new Int32Array(size), new Int32Array(size)]
  const next = starts.slice()
  for (let at = 0; at < table.size; at += 1) {
    if (is[at] !== 1) continue
    const to = next[table.account.get(at)]!++
    row[to] = at
    time[to] = table.time.get(at)
    place[to] = table.place.get(at)
    text[to] = table.userAgent.get(at)
    device[to] = table.device.get(at)
  }
  const personal = findPersonalDevices(table)
  return {
    size,
    starts,
    accounts,
    row,
    time,
    source: gather(place, table.places.source),
    network: gather(place, table.places.network),
    country: gather(place, table.places.country),
    text,
    kind: gather(text, table.agents.agent),
    device: device.map((key) => (personal[key] === 1 ? key : -1)),
  }
}

/** How often each value of a column occurs. */
export const countValues = (keys: Int32Array): Int32Array => {
  let most = -1
  for (let at = 0; at < keys.length; at += 1) if ((keys[at] as number) > most) most = keys[at] as number
  const counts = new Int32Array(most + 1)
  for (let at = 0; at < keys.length; at += 1) if ((keys[at] as number) >= 0) counts[keys[at] as number]! += 1
  return counts
}
