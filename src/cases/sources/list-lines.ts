import { indexByAccount } from '../rows/account-rows.ts'
import { isSurge } from './surge.ts'
import type { StrayAttempts, StrayContext } from './stray-attempts.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** Below so many different names no line is looked at. */
const FEWEST_NAMES = 8
/** More tries per name than this are a client that repeats itself, or guesses: other eyes see them. */
const MOST_TRIES = 10
/** Names that fail for good per person who gets in: measured where people are in the majority, and held within what is believable. */
const LEAST_RATE = 0.02
const MOST_RATE = 0.5

/** How many different accounts ever got in, by source. */
export const enteredBySource = ({ table, logins, read }: StrayContext): Uint32Array => {
  const entered = new Uint32Array(table.places.sources.size)
  /** By source: the account that was counted there last. */
  const latest = new Int32Array(entered.length).fill(-1)
  const count = (source: number, account: number): void => {
    if (source < 0 || latest[source] === account) return
    latest[source] = account
    entered[source]! += 1
  }
  const hasOthers = table.classes.some(({ action, outcome }) => outcome === 'success' && action !== 'login')
  const others = hasOthers ? indexByAccount(table, (row) => read.isSuccess(row) && !read.isLogin(row)) : undefined
  for (let account = 0; account < table.accounts.size; account += 1) {
    for (let at = logins.starts[account] as number; at < (logins.starts[account + 1] as number); at += 1)
      count(read.source(logins.row[at] as number), account)
    if (others === undefined) continue
    for (let at = others.starts[account] as number; at < (others.starts[account + 1] as number); at += 1)
      count(read.source(others.rows[at] as number), account)
  }
  return entered
}

/** How many different names failed for good, by source. */
export const strayNamesBySource = ({ rows, subjectOf }: StrayAttempts, { table, read }: StrayContext): Uint32Array => {
  // Whoever typed nothing that the log kept is subject −2.
  const width = 2 * Math.max(table.accounts.size, table.names.size) + 4
  const pairs = Float64Array.from(rows, (row) => read.source(row) * width + subjectOf(row) + 2).sort()
  const names = new Uint32Array(table.places.sources.size)
  pairs.forEach((pair, at) => {
    if (at === 0 || pair !== pairs[at - 1]) names[Math.floor(pair / width)]! += 1
  })
  return names
}

/** What fails for good, per account that gets in, held within what is believable. */
export const believableRate = (failed: number, people: number): number =>
  Math.min(MOST_RATE, Math.max(LEAST_RATE, people === 0 ? MOST_RATE : failed / people))

const rateOf = (names: Uint32Array, entered: Uint32Array): number => {
  let failed = 0
  let people = 0
  for (let source = 0; source < names.length; source += 1) {
    if ((entered[source] as number) === 0 || (names[source] as number) > (entered[source] as number)) continue
    failed += names[source] as number
    people += entered[source] as number
  }
  return believableRate(failed, people)
}

export interface Lines {
  readonly names: Uint32Array
  readonly entered: Uint32Array
}

/**
 * Addresses at which more names fail for good than the people there explain: on one day, or in all. A list shows there however slowly
 * it is worked through, and a carrier's address with many customers does not. By source: the days, or all rows.
 */
export const findListLines = (
  strays: StrayAttempts,
  { names, entered }: Lines,
  context: StrayContext,
): ReadonlyMap<number, readonly number[]> => {
  const { table, read } = context
  const rate = rateOf(names, entered)
  const candidates = new Map<number, number[]>()
  for (const row of strays.rows) {
    const source = read.source(row)
    if ((names[source] as number) < FEWEST_NAMES || table.places.isProxy(source)) continue
    const known = candidates.get(source)
    if (known === undefined) candidates.set(source, [row])
    else known.push(row)
  }
  const isList = (rows: readonly number[], people: number): boolean => {
    const tried = new Set(rows.map(strays.subjectOf)).size
    return rows.length <= tried * MOST_TRIES && isSurge(tried, rate * (people + 1))
  }
  const found = new Map<number, readonly number[]>()
  for (const [source, rows] of candidates) {
    if (isList(rows, entered[source] as number)) found.set(source, rows)
    else {
      const days = [...Map.groupBy(rows, (row) => Math.floor(read.time(row) / DAY_US)).values()].filter((day) =>
        isList(day, entered[source] as number),
      )
      if (days.length > 0) found.set(source, days.flat())
    }
  }
  return found
}
