import { calendarOf, type Calendar } from './calendar.ts'
import type { Lines } from './list-lines.ts'
import { isOwnTrouble } from './own-trouble.ts'
import { marksOf, type Mark } from './pool-marks.ts'
import type { StrayAttempts, StrayContext } from './stray-attempts.ts'
import { bestRun, isSurge, type Run, type Slot, surgeOf } from './surge.ts'

/**
 * Stray attempts of many addresses that rose together far above what this log shows at other times, although each address tried
 * little: how an attack looks that changes its address all the time. Rows in time order.
 */
export interface StrayPool {
  readonly link: string
  readonly rows: readonly number[]
}

/** A mark is the attack's own where it has so many times its part of the customers' logins. */
const OVER = 3
/** Fast attacks are taken out before slower ones that go on meanwhile: by how many times the usual rate is looked for. */
const TIMES = [1000, 100, 10, 3]
/** A pause of a day and a half ends an attack. */
const PAUSE_HOURS = 36
/** Fewer names are no list. */
const FEWEST_NAMES = 8

interface Search {
  readonly strays: StrayAttempts
  readonly calendar: Calendar
  readonly context: StrayContext
  readonly rate: number
}

/** @param rows in time order */
const slotsOf = (rows: readonly number[], { hourOf }: Calendar): readonly Slot[] => {
  const slots: { slot: number; count: number }[] = []
  for (const row of rows) {
    const slot = hourOf(row)
    const open = slots.at(-1)
    if (open?.slot === slot) open.count += 1
    else slots.push({ slot, count: 1 })
  }
  return slots
}

interface Claim {
  readonly rows: readonly number[]
  readonly surge: number
}

const isList = (rows: readonly number[], { strays, context }: Search): boolean =>
  new Set(rows.map(strays.subjectOf)).size >= FEWEST_NAMES && !isOwnTrouble(rows, context)

/** Whoever tries one name again at the same address within the hour counts once. */
const withoutRepeats = (
  rows: readonly number[],
  strays: StrayAttempts,
  { read }: StrayContext,
  { hourOf }: Calendar,
): readonly number[] => {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = `${read.source(row)} ${strays.subjectOf(row)} ${hourOf(row)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Stretches in which one key of a mark rose. */
const claimsOfKey = (rows: readonly number[], share: number, times: number, search: Search): readonly (Run & Claim)[] => {
  const { calendar, rate } = search
  const expectedIn = (from: number, to: number): number => calendar.loginsIn(from, to) * rate * share
  const claims: (Run & Claim)[] = []
  let open = rows
  for (;;) {
    const run = bestRun(slotsOf(open, calendar), expectedIn, times, PAUSE_HOURS)
    if (run === undefined || !isSurge(run.count, run.expected)) return claims
    const isInside = (row: number): boolean => calendar.hourOf(row) >= run.from && calendar.hourOf(row) <= run.to
    claims.push({ ...run, rows: open.filter(isInside), surge: surgeOf(run.count, run.expected) })
    open = open.filter((row) => !isInside(row))
  }
}

const claimsOf = (mark: Mark, open: readonly number[], times: number, search: Search): readonly Claim[] => {
  const everything = slotsOf(open, search.calendar)
  return [...Map.groupBy(open, mark.keyOf)]
    .flatMap(([key, rows]) => {
      const share = mark.shareOf(key)
      return claimsOfKey(rows, share, times, search).filter(({ from, to, count }) => {
        const others = everything.reduce((sum, { slot, count: here }) => (slot >= from && slot <= to ? sum + here : sum), 0)
        return mark.isWhole || count >= OVER * share * others
      })
    })
    .filter(({ rows }) => isList(rows, search))
    .toSorted((left, right) => right.surge - left.surge || (left.rows[0] as number) - (right.rows[0] as number))
}

/** Attacks that no single address shows, among stray attempts (time order) that nothing else explains. */
export const findStrayPools = (
  strays: StrayAttempts,
  rows: readonly number[],
  { names }: Lines,
  context: StrayContext,
): readonly StrayPool[] => {
  const calendar = rows.length < FEWEST_NAMES ? undefined : calendarOf(rows, context)
  if (calendar === undefined) return []
  const search: Search = { strays, calendar, context, rate: calendar.strayRate }
  const marks = marksOf(context, calendar, names)
  const pools: StrayPool[] = []
  let open = withoutRepeats(rows, strays, context, calendar)
  for (const times of TIMES) {
    for (const mark of marks) {
      const claims = claimsOf(mark, open, times, search)
      const claimed = new Set(claims.flatMap((claim) => claim.rows))
      for (const claim of claims) pools.push({ link: `pool ${pools.length}`, rows: claim.rows })
      if (claimed.size > 0) open = open.filter((row) => !claimed.has(row))
    }
  }
  return pools
}
