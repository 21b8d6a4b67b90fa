import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../row-reader.ts'
import { fuseLogins, type FusedLogin, type Fusion } from './fuse-logins.ts'
import { weighLogins, type WeighedLogins } from './weigh-logins.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

/** In less, next to nothing is known. */
const FEWEST_LOGINS = 300
const LEAST_US = 36 * HOUR_US
/** Half of what is asked for. */
const NEAR = 2
/** Looking back costs as much as weighing so many logins; in larger logs what a rate is worth hardly moves from one day to the next. */
const MOST_WEIGHED = 500_000

/**
 * Rows of the log as it stood a day before its end, two days, and so on. Exports are made at the same time of the day, on the hour: counted
 * from the end, the days are those on which the log was exported before; counted from its beginning they would be others.
 */
const endsOfDays = (table: EventTable): readonly number[] => {
  if (table.size === 0) return []
  const first = table.time.get(0)
  const end = Math.ceil((table.time.get(table.size - 1) + 1) / HOUR_US) * HOUR_US
  const ends: number[] = []
  for (let time = end - Math.floor((end - first - LEAST_US) / DAY_US) * DAY_US, row = 0; time < end; time += DAY_US) {
    while (table.time.get(row) < time) row += 1
    ends.push(row)
  }
  return ends
}

const loginsOf = ({ byAccount }: Fusion): readonly FusedLogin[] => [...byAccount.values()].flat()

/**
 * Of logins that are near what is asked for, those that were all of it on a day before, as they last were. From the last day to the first,
 * and no further back than there are any left: weighing a day costs as much as weighing a log of that size.
 */
const stoodOut = (
  near: readonly number[],
  ends: readonly number[],
  fusedAt: (size: number) => readonly FusedLogin[],
): readonly FusedLogin[] => {
  const open = new Set(near)
  const found: FusedLogin[] = []
  for (const size of ends.toReversed()) {
    if (![...open].some((row) => row < size)) break
    for (const login of fusedAt(size)) if (open.delete(login.row)) found.push(login)
  }
  return found
}

/**
 * In a small log the rates that a login is weighed by move from day to day, and one that stood out yesterday may fall short by a hair
 * today, for no reason of its own. Such a log is weighed also as it stood on each day before: who was worth a look stays so, unless what
 * came later speaks against it.
 */
export const fuseWithDaysBefore = (
  table: EventTable,
  weighed: WeighedLogins,
  read: RowReader,
  isAttacker: (row: number) => boolean,
): Fusion => {
  const now = fuseLogins(table, weighed, isAttacker)
  const ends = endsOfDays(table)
  if ((weighed.logins.size * ends.length) / 2 > MOST_WEIGHED) return now
  const fusedAt = (size: number): readonly FusedLogin[] => {
    const then = { ...table, size }
    const weights = weighLogins(then, read)
    return weights.logins.size < FEWEST_LOGINS ? [] : loginsOf(fuseLogins(then, weights, isAttacker))
  }
  const near = loginsOf(fuseLogins(table, weighed, isAttacker, NEAR)).map(({ row }) => row)
  const open = near.filter((row) => !now.byAccount.has(table.account.get(row)))
  const before = stoodOut(open, ends, fusedAt)
  return { ...now, byAccount: Map.groupBy([...loginsOf(now), ...before], ({ row }) => table.account.get(row)) }
}
