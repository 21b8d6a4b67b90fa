import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../row-reader.ts'
import { fuseLogins, type FusedLogin, type Fusion } from './fuse-logins.ts'
import { weighLogins, type WeighedLogins } from './weigh-logins.ts'

const DAY_US = 24 * 3600 * 1e6
/** In less, next to nothing is known. */
const FEWEST_LOGINS = 300
const FEWEST_DAYS = 2
/** Half of what is asked for. */
const NEAR = 2
/** Looking back costs as much as weighing so many logins; in larger logs what a rate is worth hardly moves from one day to the next. */
const MOST_WEIGHED = 500_000

/** Rows of the log as it stood at the end of each day of its own, the whole not included. */
const endsOfDays = (table: EventTable): readonly number[] => {
  const ends: number[] = []
  const first = table.size === 0 ? 0 : table.time.get(0)
  for (let row = 0, day = 1; row < table.size; row += 1)
    for (; table.time.get(row) - first >= day * DAY_US; day += 1) if (day >= FEWEST_DAYS) ends.push(row)
  return ends
}

/** What stood out then and is near it now, beside what stands out now. */
const joined = (now: Fusion, near: Fusion, before: readonly FusedLogin[], { account }: EventTable): Fusion => {
  const isNear = new Set([...near.byAccount.values()].flat().map(({ row }) => row))
  const rows = new Map(before.filter(({ row }) => isNear.has(row)).map((login) => [login.row, login]))
  for (const login of [...now.byAccount.values()].flat()) rows.set(login.row, login)
  return { ...now, byAccount: Map.groupBy(rows.values(), ({ row }) => account.get(row)) }
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
  const near = fuseLogins(table, weighed, isAttacker, NEAR)
  if (near.byAccount.size === now.byAccount.size) return now
  const before = ends.flatMap((size): readonly FusedLogin[] => {
    const then = { ...table, size }
    const weights = weighLogins(then, read)
    return weights.logins.size < FEWEST_LOGINS ? [] : [...fuseLogins(then, weights, isAttacker).byAccount.values()].flat()
  })
  return joined(now, near, before, table)
}
