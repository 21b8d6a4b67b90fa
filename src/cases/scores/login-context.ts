import type { LoginReader } from '../rows/login-reader.ts'
import { findPersonalDevices } from '../rows/personal-devices.ts'
import type { LoginTable } from '../rows/login-table.ts'
import { isOwnLogin, type Logins } from './logins.ts'

/** What the logins of some accounts came with, side by side: judging them one after another then reads memory in order. */
export interface LoginContext {
  /** Epoch µs. */
  readonly time: Float64Array
  /** −1 here and below where the log does not carry it. */
  readonly source: Int32Array
  readonly network: Int32Array
  readonly country: Int32Array
  /** The user agent as written, and its kind (family and system). */
  readonly text: Int32Array
  readonly kind: Int32Array
  /** The machine, where its id tells one; −1 also for one that many share. */
  readonly device: Int32Array
  readonly place: Int32Array
}

/** `of[keys[i]]`, −1 for a missing key. */
const gather = (keys: Int32Array, of: Int32Array): Int32Array => {
  const found = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] as number
    found[at] = key < 0 ? -1 : (of[key] as number)
  }
  return found
}

type InTimeOrder = Pick<LoginContext, 'time' | 'text' | 'place' | 'device'> & { readonly account: Int32Array }

/** The table is read in its own order: not all of it need be in memory. */
const readInTimeOrder = (table: LoginTable, read: LoginReader, size: number, firstAccount: number, endAccount: number): InTimeOrder => {
  const found = {
    account: new Int32Array(size),
    time: new Float64Array(size),
    place: new Int32Array(size),
    text: new Int32Array(size),
    device: new Int32Array(size),
  }
  const personal = findPersonalDevices(table)
  for (let row = 0, at = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account < firstAccount || account >= endAccount || !isOwnLogin(row, table, read)) continue
    found.account[at] = account
    found.time[at] = table.time.get(row)
    found.place[at] = table.place.get(row)
    found.text[at] = table.userAgent.get(row)
    const device = table.device.get(row)
    found.device[at] = device >= 0 && personal[device] === 1 ? device : -1
    at += 1
  }
  return found
}

/** Of the logins of accounts from one up to another, the latter not included. */
export const contextOf = (
  table: LoginTable,
  { starts }: Logins,
  read: LoginReader,
  firstAccount: number,
  endAccount: number,
): LoginContext => {
  const from = starts[firstAccount] as number
  const to = starts[endAccount] as number
  const inTime = readInTimeOrder(table, read, to - from, firstAccount, endAccount)
  const next = starts.slice(firstAccount, endAccount)
  // Loops as small as these wait for many values at the same time, a large one waits for each.
  const order = new Int32Array(to - from)
  for (let at = 0; at < order.length; at += 1) order[next[(inTime.account[at] as number) - firstAccount]!++ - from] = at
  const time = new Float64Array(to - from)
  for (let at = 0; at < order.length; at += 1) time[at] = inTime.time[order[at] as number] as number
  const place = gather(order, inTime.place)
  const text = gather(order, inTime.text)
  return {
    time,
    source: gather(place, table.places.source),
    network: gather(place, table.places.network),
    country: gather(place, table.places.country),
    text,
    kind: gather(text, table.agents.agent),
    device: gather(order, inTime.device),
    place,
  }
}

/** Logins whose context is in memory at the same time; each block is a pass over all events. */
const BLOCK = 1 << 20

/** Accounts in stretches whose logins make about a block; one account is never parted. */
export const eachBlock = ({ starts }: Logins, visit: (firstAccount: number, endAccount: number) => void): void => {
  for (let first = 0, end = 0; first + 1 < starts.length; first = end) {
    while (end + 1 < starts.length && (starts[end] as number) - (starts[first] as number) < BLOCK) end += 1
    visit(first, end)
  }
}
