import type { EventTable } from '../../order/event-table.ts'
import type { AccountRows } from '../rows/account-rows.ts'
import type { KnownAccounts } from '../rows/known-accounts.ts'
import { isBesideOldClient } from '../habits/old-client.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { findMistyped } from './mistyped-names.ts'
import type { Logins } from '../scores/logins.ts'
import type { LoginCounts } from '../scores/popularity.ts'
import { createSeenValues } from '../scores/seen-values.ts'

/**
 * Attempts that no owner explains: the account never got in from that line, nor from that network with that program, nor with that
 * device, and no partner's program tries what it keeps. What people mistype at home is not among them, what a list tries is.
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
  readonly logins: Logins
  /** All of them. */
  readonly counts: LoginCounts
  readonly known: KnownAccounts
  readonly read: RowReader
  /** By a program that logs in for many (`house-programs.ts`). */
  readonly isHouseProgram: (row: number) => boolean
}

/** No owner types so many wrong passwords and then the right one: such a success explains nothing before it. */
const OWNER_TRIES = 20

const AGENTS = 1 << 20
const contextOf = (row: number, read: RowReader): number => (read.network(row) < 0 ? -1 : read.network(row) * AGENTS + read.agent(row) + 1)

/** A failed second factor is no guess at the password: whoever gets there knows it. */
const isGuess = (row: number, read: RowReader): boolean => read.isAttempt(row) && !read.isPasswordKnown(row) && read.source(row) >= 0

/** Tells of one account after the other which guesses its own successes do not explain. */
const createJudge = ({ table, read }: StrayContext) => {
  /** Addresses at which the account got in by itself, and those at which somebody failed. A missing one is an address like others. */
  const own = createSeenValues()
  const tried = createSeenValues()
  /** Where a guess was right: whoever found it out comes back, too. */
  const guessed = createSeenValues()
  const isOwners = (row: number, rows: Int32Array): boolean => {
    const source = read.source(row) + 1
    if (own.has(source) || tried.count(source) < OWNER_TRIES) return true
    return !guessed.has(source) && isBesideOldClient(row, rows, read)
  }
  const entries = (rows: Int32Array): readonly number[] => {
    for (const values of [own, tried, guessed]) values.clear()
    const found: number[] = []
    for (const row of rows) {
      if (read.isAttempt(row)) tried.add(read.source(row) + 1)
      if (!read.isSuccess(row)) continue
      const isOwn = isOwners(row, rows)
      ;(isOwn ? own : guessed).add(read.source(row) + 1)
      if (isOwn) found.push(row)
    }
    return found
  }
  return (rows: Int32Array): readonly number[] => {
    const successes = entries(rows)
    // Most accounts mistype where they get in: nothing else need be known of them.
    const elsewhere = rows.filter((row) => isGuess(row, read) && !own.has(read.source(row) + 1))
    if (elsewhere.length === 0) return []
    const contexts = new Set(successes.map((row) => contextOf(row, read)))
    const devices = new Set(successes.map((row) => table.device.get(row)))
    const isOwn = (row: number): boolean => {
      const context = contextOf(row, read)
      return (context >= 0 && contexts.has(context)) || (table.device.get(row) >= 0 && devices.has(table.device.get(row)))
    }
    return [...elsewhere].filter((row) => !isOwn(row))
  }
}

export const findStrayAttempts = (context: StrayContext): StrayAttempts => {
  const { table, byAccount, known, read, isHouseProgram } = context
  const isStray = new Uint8Array(table.size)
  const tried = new Uint8Array(table.accounts.size)
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account >= 0 && read.isAttempt(row)) tried[account] = 1
  }
  const unexplained = createJudge(context)
  // Most accounts of a large log were never tried: their rows need not be gathered.
  for (let account = 0; account < tried.length; account += 1) {
    if (tried[account] === 1) for (const row of unexplained(byAccount.of(account))) if (!isHouseProgram(row)) isStray[row] = 1
  }
  const found: number[] = []
  for (let row = 0; row < table.size; row += 1) {
    if (table.account.get(row) < 0 && isGuess(row, read) && !isHouseProgram(row)) isStray[row] = 1
    if (isStray[row] === 1) found.push(row)
  }
  for (const row of findMistyped(found, context)) isStray[row] = 0
  const rows = Int32Array.from(found.filter((row) => isStray[row] === 1))
  const subjectOf = (row: number): number => {
    const account = table.account.get(row)
    const name = table.name.get(row)
    return known[account] === 1 || name < 0 ? account * 2 : name * 2 + 1
  }
  return { rows, isStray, subjectOf }
}
