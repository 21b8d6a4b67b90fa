import type { EventTable } from '../../order/event-table.ts'
import type { AccountRows } from '../account-rows.ts'
import type { KnownAccounts } from '../known-accounts.ts'
import type { RowReader } from '../row-reader.ts'

/**
 * Attempts that no owner explains: the account never got in from that line, nor from that network with that program, nor with that
 * device. What people mistype at home is not among them, what a list tries is.
 */
export interface StrayAttempts {
  /** Rows in time order; each has a source. */
  readonly rows: Int32Array
  /** By row: 1 where it is one of them. */
  readonly isStray: Uint8Array
  /** One number per identifier: the account where it is known to exist, otherwise the name that was typed. */
  readonly subjectOf: (row: number) => number
}

export interface StrayContext {
  readonly table: EventTable
  readonly byAccount: AccountRows
  readonly known: KnownAccounts
  readonly read: RowReader
}

/** No owner types so many wrong passwords and then the right one: such a success explains nothing before it. */
const OWNER_TRIES = 20

/** Where and with what an account got in by itself. */
interface OwnPlaces {
  readonly sources: Set<number>
  /** Network and program together. */
  readonly contexts: Set<number>
  readonly devices: Set<number>
}

const AGENTS = 1 << 20
const contextOf = (row: number, read: RowReader): number => (read.network(row) < 0 ? -1 : read.network(row) * AGENTS + read.agent(row) + 1)

const ownPlaces = (rows: Int32Array, { table, read }: StrayContext): OwnPlaces => {
  const own: OwnPlaces = { sources: new Set(), contexts: new Set(), devices: new Set() }
  const tries = new Map<number, number>()
  for (const row of rows) {
    const source = read.source(row)
    if (read.isAttempt(row)) tries.set(source, (tries.get(source) ?? 0) + 1)
    else if (read.isSuccess(row)) {
      if (!own.sources.has(source) && (tries.get(source) ?? 0) >= OWNER_TRIES) continue
      own.sources.add(source)
      own.contexts.add(contextOf(row, read))
      if (table.device.get(row) >= 0) own.devices.add(table.device.get(row))
    }
  }
  return own
}

/** A failed second factor is no guess at the password: whoever gets there knows it. */
const isGuess = (row: number, read: RowReader): boolean => read.isAttempt(row) && !read.isPasswordKnown(row) && read.source(row) >= 0

const markAccount = (rows: Int32Array, context: StrayContext, isStray: Uint8Array): void => {
  const { table, read } = context
  const own = ownPlaces(rows, context)
  for (const row of rows) {
    if (!isGuess(row, read)) continue
    const at = contextOf(row, read)
    const isOwn = own.sources.has(read.source(row)) || (at >= 0 && own.contexts.has(at)) || own.devices.has(table.device.get(row))
    if (!isOwn) isStray[row] = 1
  }
}

export const findStrayAttempts = (context: StrayContext): StrayAttempts => {
  const { table, byAccount, known, read } = context
  const isStray = new Uint8Array(table.size)
  const tried = new Uint8Array(table.accounts.size)
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account >= 0 && read.isAttempt(row)) tried[account] = 1
  }
  // Most accounts of a large log were never tried: their rows need not be gathered.
  for (let account = 0; account < tried.length; account += 1) {
    if (tried[account] === 1) markAccount(byAccount.of(account), context, isStray)
  }
  let size = 0
  for (let row = 0; row < table.size; row += 1) {
    if (table.account.get(row) < 0 && isGuess(row, read)) isStray[row] = 1
    size += isStray[row] as number
  }
  const rows = new Int32Array(size)
  for (let row = 0, at = 0; row < table.size; row += 1) if (isStray[row] === 1) rows[at++] = row
  const subjectOf = (row: number): number => {
    const account = table.account.get(row)
    const name = table.name.get(row)
    return known[account] === 1 || name < 0 ? account * 2 : name * 2 + 1
  }
  return { rows, isStray, subjectOf }
}
