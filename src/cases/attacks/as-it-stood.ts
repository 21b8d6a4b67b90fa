import type { DayBefore } from './days-before.ts'
import type { EventTable } from '../../order/event-table.ts'
import { fuseLogins, type FusedLogin, type Fusion } from '../fusion/fuse-logins.ts'
import type { WeighedLogins } from '../fusion/weigh-logins.ts'

/** In less, next to nothing is known. */
const FEWEST_LOGINS = 300
/** This part of what is asked for: by more, what others do does not move it from one day to the next. */
const NEAR = 5

const loginsOf = ({ byAccount }: Fusion): readonly FusedLogin[] => [...byAccount.values()].flat()

/**
 * Of logins that are near what is asked for, those that were all of it on a day before, as they last were. From the last day to the first,
 * and no further back than there are any left: weighing a day costs as much as weighing a log of that size.
 */
const stoodOut = (
  near: readonly number[],
  days: readonly DayBefore[],
  fusedAt: (day: DayBefore) => readonly FusedLogin[],
): readonly FusedLogin[] => {
  const open = new Set(near)
  const found: FusedLogin[] = []
  for (const day of days) {
    if (![...open].some((row) => row < day.table.size)) break
    for (const login of fusedAt(day)) if (open.delete(login.row)) found.push(login)
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
  days: readonly DayBefore[],
  isAttacker: (row: number) => boolean,
): Fusion => {
  const now = fuseLogins(table, weighed, isAttacker)
  if (days.length === 0) return now
  const fusedAt = (day: DayBefore): readonly FusedLogin[] =>
    day.weighed().logins.size < FEWEST_LOGINS ? [] : loginsOf(fuseLogins(day.table, day.weighed(), isAttacker, { ratio: now.asked }))
  const near = loginsOf(fuseLogins(table, weighed, isAttacker, { slack: NEAR, ratio: now.asked })).map(({ row }) => row)
  const open = near.filter((row) => !now.byAccount.has(table.account.get(row)))
  const before = stoodOut(open, days, fusedAt)
  return { ...now, byAccount: Map.groupBy([...loginsOf(now), ...before], ({ row }) => table.account.get(row)) }
}
