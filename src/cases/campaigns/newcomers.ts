import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'
import type { Logins } from '../scores/logins.ts'
import { DAY_US } from '../../kernel/time-units.ts'

const NOBODY = -1
const SEVERAL = -2

/** By source: the one account that ever got in from there. */
const onlyVisitors = ({ size, account, places }: EventTable, read: RowReader): Int32Array => {
  const visitors = new Int32Array(places.sources.size).fill(NOBODY)
  for (let row = 0; row < size; row += 1) {
    const source = read.source(row)
    if (source < 0 || !read.isSuccess(row)) continue
    const known = visitors[source] as number
    visitors[source] = known === NOBODY || known === account.get(row) ? account.get(row) : SEVERAL
  }
  return visitors
}

/** Logins from an address where nobody else was and the account only this once begins to be: rows in time order. */
export const findNewcomers = (table: EventTable, { starts, row }: Logins, read: RowReader): Int32Array => {
  const visitors = onlyVisitors(table, read)
  const isNewcomer = new Uint8Array(row.length)
  let size = 0
  for (let account = 0; account + 1 < starts.length; account += 1) {
    for (let at = starts[account] as number; at < (starts[account + 1] as number); at += 1) {
      const from = read.source(row[at] as number)
      if (from < 0 || visitors[from] !== account) continue
      // Only the first login from there.
      visitors[from] = SEVERAL
      if (table.places.isProxy(from)) continue
      isNewcomer[at] = 1
      size += 1
    }
  }
  const rows = new Int32Array(size)
  for (let at = 0, next = 0; at < row.length; at += 1) if (isNewcomer[at] === 1) rows[next++] = row[at] as number
  return rows.sort()
}

/** Whether an account's logins from other addresses know a value; `undefined`: there are none. */
export type Past = boolean | undefined

export interface KnownPast {
  readonly agent: Past
  readonly network: Past
  readonly machine: Past
  /** The account came again from the very address, on a later day. */
  readonly comesBack: boolean
}

/** What the account's other logins know of a login's program, network and machine. */
export const pastOf = (login: number, table: EventTable, { starts, row }: Logins, read: RowReader): KnownPast => {
  const account = table.account.get(login)
  const device = read.device(login)
  let [isSpread, knowsAgent, knowsNetwork, comesBack] = [false, false, false, false]
  let machine: Past
  for (let at = starts[account] as number; at < (starts[account + 1] as number); at += 1) {
    const from = read.source(row[at] as number)
    if (from < 0) continue
    if (from === read.source(login)) {
      comesBack ||= read.time(row[at] as number) - read.time(login) > DAY_US
      continue
    }
    isSpread = true
    knowsAgent ||= read.agent(row[at] as number) === read.agent(login)
    knowsNetwork ||= read.network(row[at] as number) === read.network(login)
    if (device >= 0 && read.device(row[at] as number) >= 0) machine = machine === true || read.device(row[at] as number) === device
  }
  return isSpread
    ? { agent: knowsAgent, network: knowsNetwork, machine, comesBack }
    : { agent: undefined, network: undefined, machine, comesBack }
}
