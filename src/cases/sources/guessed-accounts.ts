import type { StrayAttempts, StrayContext } from './stray-attempts.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** Guesses at one account, from one address or from many. Rows in time order. */
export interface Guesses {
  readonly account: number
  readonly rows: readonly number[]
}

/** No owner fails at so many addresses that are not the own within a day. */
const MANY_ADDRESSES = 5
/** No owner types so many wrong passwords at a new place. */
const MANY_TRIES = 20
/** A client that repeats an old password goes on for days. */
const MOST_DAYS = 3

export const isRetryLoop = (rows: readonly number[], { read }: StrayContext): boolean =>
  [...Map.groupBy(rows, (row) => Math.floor(read.time(row) / DAY_US)).values()].filter((day) => day.length >= MANY_TRIES).length >=
  MOST_DAYS

const fromOneAddress = (rows: readonly number[], context: StrayContext): readonly number[] =>
  [...Map.groupBy(rows, context.read.source).values()].filter((tries) => tries.length >= MANY_TRIES && !isRetryLoop(tries, context)).flat()

/** Stretches without a pause of a day, of which each has many addresses. */
const fromManyAddresses = (rows: readonly number[], { read }: StrayContext): readonly number[] => {
  const stretches: number[][] = []
  for (const row of rows) {
    const open = stretches.at(-1)
    if (open !== undefined && read.time(row) - read.time(open.at(-1) as number) <= DAY_US) open.push(row)
    else stretches.push([row])
  }
  return stretches.filter((stretch) => new Set(stretch.map(read.source)).size >= MANY_ADDRESSES).flat()
}

/** Accounts at which somebody guessed for longer than an owner would. */
export const findGuesses = ({ rows }: StrayAttempts, context: StrayContext): readonly Guesses[] => {
  const { table, known } = context
  const byAccount = Map.groupBy(
    [...rows].filter((row) => known[table.account.get(row)] === 1),
    (row) => table.account.get(row),
  )
  return [...byAccount].flatMap(([account, tries]): readonly Guesses[] => {
    const guesses = new Set([...fromOneAddress(tries, context), ...fromManyAddresses(tries, context)])
    return guesses.size === 0 ? [] : [{ account, rows: tries.filter((row) => guesses.has(row)) }]
  })
}
