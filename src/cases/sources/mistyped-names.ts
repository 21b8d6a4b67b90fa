import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { lowerBound } from '../../kernel/lower-bound.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

/** Shorter names are like too many others by chance. */
const SHORTEST = 6
/** What a slip of the finger changes, in one place: a character or two, left out, doubled, swapped or wrong. */
const SLIP = 2
/** Whoever types more names that are nearly right counts them up. */
const MOST_NAMES = 4
/** So many logins before and after an attempt are compared with it: at a gate that thousands go through, nearer ones tell. */
const NEAREST = 40

/** Do two names differ in one place, and little there? */
export const isSlip = (left: string, right: string): boolean => {
  if (left.length < SHORTEST || right.length < SHORTEST || Math.abs(left.length - right.length) > SLIP) return false
  const shorter = Math.min(left.length, right.length)
  let start = 0
  while (start < shorter && left[start] === right[start]) start += 1
  let end = 0
  while (end < shorter - start && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1
  return Math.max(left.length, right.length) - start - end <= SLIP
}

interface MistypedContext {
  readonly table: Pick<EventTable, 'size' | 'name' | 'names' | 'userAgent' | 'places'>
  readonly read: RowReader
}

/** Logins at the addresses of the attempts, in time order. */
const loginsAt = (attempts: readonly number[], { table, read }: MistypedContext): ReadonlyMap<number, number[]> => {
  const found = new Map<number, number[]>(attempts.map((row) => [read.source(row), []]))
  // Most logins come from elsewhere: a look into a byte each, not into the map.
  const isTried = new Uint8Array(table.places.sources.size)
  for (const source of found.keys()) isTried[source] = 1
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    if (isTried[source] === 1 && read.isLogin(row) && read.isSuccess(row) && table.name.get(row) >= 0) found.get(source)?.push(row)
  }
  return found
}

/**
 * Attempts on names that are nearly those of somebody who got in at the same address with the same program, within the hour after or the day
 * before: people mistype the number on their card, and no list is needed to explain it.
 * @param attempts rows, in time order, each with a source
 */
export const findMistyped = (attempts: readonly number[], context: MistypedContext): ReadonlySet<number> => {
  const { table, read } = context
  const logins = loginsAt(attempts, context)
  const textOf = (row: number): string => (table.names.get(table.name.get(row)) ?? '').toLowerCase()
  const isOf = (login: number, attempt: number): boolean => {
    const after = read.time(login) - read.time(attempt)
    return (
      after <= HOUR_US &&
      after >= -DAY_US &&
      table.userAgent.get(login) === table.userAgent.get(attempt) &&
      isSlip(textOf(login), textOf(attempt))
    )
  }
  const byLogin = new Map<string, number[]>()
  for (const attempt of attempts) {
    if (table.name.get(attempt) < 0) continue
    const near = logins.get(read.source(attempt)) ?? []
    const at = lowerBound(near, attempt)
    const login = near.slice(Math.max(0, at - NEAREST), at + NEAREST).find((row) => isOf(row, attempt))
    if (login === undefined) continue
    const key = `${read.source(login)} ${textOf(login)}`
    const known = byLogin.get(key)
    if (known === undefined) byLogin.set(key, [attempt])
    else known.push(attempt)
  }
  return new Set([...byLogin.values()].filter((rows) => new Set(rows.map(textOf)).size <= MOST_NAMES).flat())
}
