import type { LoginReader } from '../rows/login-reader.ts'
import type { LoginTable } from '../rows/login-table.ts'

/** The successful logins by account, each account's in time order. */
export interface Logins {
  readonly size: number
  /** Positions of account `a`: `starts[a]` up to `starts[a + 1]`. */
  readonly starts: Int32Array
  /** Accounts with at least one login. */
  readonly accounts: number
  /** By position. */
  readonly row: Int32Array
}

/** With where each came from, for those that ask in the order of accounts: they need not look it up by row. */
export interface LocatedLogins extends Logins {
  readonly source: Int32Array
}

/** An act of somebody else is no login of the account. */
export const isOwnLogin = (row: number, table: LoginTable, read: LoginReader): boolean =>
  table.account.get(row) >= 0 && read.isLogin(row) && read.isSuccess(row)

const countFilled = (starts: Int32Array): number => {
  let filled = 0
  for (let account = 0; account + 1 < starts.length; account += 1) if (starts[account] !== starts[account + 1]) filled += 1
  return filled
}

export const gatherLogins = (table: LoginTable, read: LoginReader): LocatedLogins => {
  const starts = new Int32Array(table.accounts.size + 1)
  for (let row = 0; row < table.size; row += 1) if (isOwnLogin(row, table, read)) starts[table.account.get(row) + 1]! += 1
  for (let account = 0; account < table.accounts.size; account += 1) starts[account + 1]! += starts[account] as number
  const size = starts[table.accounts.size] as number
  const rows = new Int32Array(size)
  const source = new Int32Array(size)
  const next = starts.slice()
  for (let row = 0; row < table.size; row += 1) {
    if (!isOwnLogin(row, table, read)) continue
    const at = next[table.account.get(row)]!++
    rows[at] = row
    source[at] = read.source(row)
  }
  return { size, starts, accounts: countFilled(starts), row: rows, source }
}

/** How often each value of a column occurs. */
export const countValues = (keys: Int32Array): Int32Array => {
  let most = -1
  for (let at = 0; at < keys.length; at += 1) if ((keys[at] as number) > most) most = keys[at] as number
  const counts = new Int32Array(most + 1)
  for (let at = 0; at < keys.length; at += 1) if ((keys[at] as number) >= 0) counts[keys[at] as number]! += 1
  return counts
}
