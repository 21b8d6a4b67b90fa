import type { EventTable } from '../../order/event-table.ts'
import { indexByAccount, type AccountRows } from '../account-rows.ts'
import { isLockingOut, isPasswordReset } from '../after-login.ts'
import type { RowReader } from '../row-reader.ts'
import type { Logins } from '../scores/logins.ts'
import { createSeenValues } from '../scores/seen-values.ts'
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
  readonly read: RowReader
  readonly logins: Logins
  readonly novelty: Int32Array
}

/** What may be a trace. Most accounts have nothing but logins that worked, and nothing to walk through. */
const tracesByAccount = ({ table, read }: EvidenceContext): AccountRows => {
  const mayBe = Uint8Array.from(table.classes, ({ action, outcome }) => (outcome !== 'success' || isLockingOut(action) ? 1 : 0))
  const isTrace = (row: number): boolean =>
    read.isAttempt(row) || (isLockingOut(read.cls(row).action) && (read.isChange(row) || isReset(row, read)))
  return indexByAccount(table, (row) => mayBe[table.cls.get(row)] === 1 && isTrace(row))
}

const isReset = (row: number, read: RowReader): boolean => isPasswordReset(read.cls(row)) && !read.isByOther(row)

/** Walks through what is no login beside the logins, account by account. */
const createWalk = ({ read, logins, novelty }: EvidenceContext, found: LoginEvidence) => {
  /** Addresses of the account's logins so far; a missing one is an address like others. */
  const known = createSeenValues()
  let failures: number[] = []
  let reset = { time: Number.NEGATIVE_INFINITY, source: -1 }
  const sourceOf = (at: number): number => logins.source[at] as number
  const timeOf = (at: number): number => read.time(logins.row[at] as number)

  const visitLogin = (at: number): void => {
    known.add(sourceOf(at) + 1)
    if (failures.length > 0) {
      const time = timeOf(at)
      const of = novelty[at] as number
      if (of < 0 || lineDepth(of) > 0) found.failed[at] = Math.min(MOST, failures.filter((failure) => time - failure <= DAY_US).length)
      failures = []
    }
    if (reset.source === sourceOf(at) && timeOf(at) - reset.time <= HOUR_US) found.reset[at] = 1
  }
  const visitTrace = (row: number, last: number | undefined): void => {
    const time = read.time(row)
    const source = read.source(row)
    if (isReset(row, read)) reset = { time, source }
    if (read.isAttempt(row)) {
      if (!known.has(source + 1)) failures.push(time)
    } else if (last !== undefined && read.isChange(row) && time - timeOf(last) <= HOUR_US) {
      if (source < 0 || source === sourceOf(last)) found.changed[last] = 1
    }
  }
  return (traces: Int32Array, start: number, end: number): void => {
    known.clear()
    failures = []
    reset = { time: Number.NEGATIVE_INFINITY, source: -1 }
    let next = start
    for (const row of traces) {
      while (next < end && (logins.row[next] as number) < row) visitLogin(next++)
      visitTrace(row, next > start ? next - 1 : undefined)
    }
    while (next < end) visitLogin(next++)
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
  const { table, logins, novelty } = context
  const found: LoginEvidence = {
    failed: new Uint8Array(logins.size),
    barren: new Uint8Array(logins.size),
    reset: new Uint8Array(logins.size),
    changed: new Uint8Array(logins.size),
  }
  const traces = tracesByAccount(context)
  const walk = createWalk(context, found)
  for (let account = 0; account < table.accounts.size; account += 1) {
    const start = logins.starts[account] as number
    const end = logins.starts[account + 1] as number
    if (end > start && traces.starts[account] !== traces.starts[account + 1]) walk(traces.of(account), start, end)
  }
  const barren = barrenNames(context)
  for (let at = 0; at < logins.size; at += 1) {
    const source = logins.source[at] as number
    const of = novelty[at] as number
    if (source >= 0 && (of < 0 || lineDepth(of) > 0)) found.barren[at] = barren[source] as number
  }
  return found
}
