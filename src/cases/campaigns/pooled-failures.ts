import type { EventTable } from '../../order/event-table.ts'
import type { AccountRows } from '../account-rows.ts'
import type { RowReader } from '../row-reader.ts'

/**
 * Failures that one user agent or one network has on one day, taken together although each address tried little: how an attack looks
 * that changes its address all the time. Rows in time order.
 */
export interface FailurePool {
  /** Equal for the days of one user agent or network: they belong together. */
  readonly link: string
  readonly rows: readonly number[]
}

const DAY_US = 24 * 3600 * 1e6
const FEWEST_FAILURES = 30
const FEWEST_NAMES = 20
const FEWEST_SOURCES = 10
const FAILED_SHARE = 0.8
/** Part of the failing pairs of account and address that also succeeded at some time: above, it is the members' own trouble (a broken app, an outage). */
const OWN_SHARE = 0.2

type KeyOf = (row: number) => number

interface Pool {
  successes: number
  readonly rows: number[]
}

interface PoolContext {
  readonly table: EventTable
  readonly byAccount: AccountRows
  readonly read: RowReader
  readonly first: number
  readonly days: number
}

/** Keys with enough failures in the whole log for one day of them, numbered from 0; −1 for the others. */
const busyKeys = (keyOf: KeyOf, keys: number, { table, read }: PoolContext): { readonly index: Int32Array; readonly size: number } => {
  const failures = new Int32Array(keys)
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isAttempt(row)) continue
    const key = keyOf(row)
    if (key >= 0) failures[key]! += 1
  }
  let size = 0
  return { index: failures.map((count) => (count >= FEWEST_FAILURES ? size++ : -1)), size }
}

/** By key and day, where enough failed. */
const poolsBy = (keyOf: KeyOf, keys: number, context: PoolContext): ReadonlyMap<number, Pool> => {
  const { table, read, first, days } = context
  const { index, size } = busyKeys(keyOf, keys, context)
  const pools = new Map<number, Pool>()
  if (size === 0) return pools
  const failures = new Uint32Array(size * days)
  const cellOf = (row: number): number => {
    const key = keyOf(row)
    const at = key < 0 ? -1 : (index[key] as number)
    return at < 0 ? -1 : at * days + Math.floor((read.time(row) - first) / DAY_US)
  }
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isAttempt(row)) continue
    const cell = cellOf(row)
    if (cell >= 0) failures[cell]! += 1
  }
  failures.forEach((count, cell) => {
    if (count >= FEWEST_FAILURES) pools.set(cell, { successes: 0, rows: [] })
  })
  if (pools.size === 0) return pools
  for (let row = 0; row < table.size; row += 1) {
    const isAttempt = read.isAttempt(row)
    if (!isAttempt && !(read.isLogin(row) && read.isSuccess(row))) continue
    const pool = pools.get(cellOf(row))
    if (pool === undefined) continue
    if (isAttempt) pool.rows.push(row)
    else pool.successes += 1
  }
  return pools
}

const isOwnTrouble = (rows: readonly number[], { table, byAccount, read }: PoolContext): boolean => {
  let pairs = 0
  let own = 0
  for (const row of rows) {
    const account = table.account[row] as number
    if (account < 0) continue
    pairs += 1
    if (byAccount.of(account).some((other) => read.isSuccess(other) && read.source(other) === read.source(row))) own += 1
  }
  return own > pairs * OWN_SHARE
}

const isAttack = ({ successes, rows }: Pool, context: PoolContext): boolean => {
  const { table, read } = context
  if (rows.length <= (rows.length + successes) * FAILED_SHARE) return false
  const names = new Set(
    rows.map((row) => ((table.name[row] as number) >= 0 ? (table.name[row] as number) : -2 - (table.account[row] as number))),
  )
  if (names.size < FEWEST_NAMES) return false
  const sources = new Set(rows.map(read.source))
  return sources.size >= FEWEST_SOURCES && !isOwnTrouble(rows, context)
}

/** Attacks that no single address shows. */
export const findPooledFailures = (table: EventTable, byAccount: AccountRows, read: RowReader): readonly FailurePool[] => {
  if (table.size === 0) return []
  const first = table.time[0] as number
  const days = Math.floor(((table.time[table.size - 1] as number) - first) / DAY_US) + 1
  const networks = table.places.network.reduce((most, key) => Math.max(most, key), -1) + 1
  const context: PoolContext = { table, byAccount, read, first, days }
  const pooled = (name: string, keyOf: KeyOf, keys: number): readonly FailurePool[] =>
    [...poolsBy(keyOf, keys, context)]
      .filter(([, pool]) => isAttack(pool, context))
      .map(([cell, { rows }]) => ({ link: `${name} ${Math.floor(cell / days)}`, rows }))
  return [
    ...pooled('agent', (row) => table.userAgent[row] as number, table.agents.userAgents.size),
    ...pooled('network', read.network, networks),
  ]
}
