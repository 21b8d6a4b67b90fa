import type { RowReader } from '../rows/row-reader.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** So many other days in a network make it one of the owner's, whatever else is known of it. */
const DAYS = 2

/**
 * Does the account come to the network of this event on other days with this kind of program, in other sessions: on two of them, or on one
 * in a session that was also on a line of the owner's? A thief has the one session that was stolen.
 * @param isHome of a row: on a line of the owner's
 */
export const isHabit = (row: number, rows: Int32Array, isHome: (row: number) => boolean, read: RowReader): boolean => {
  const isSame = (other: number): boolean => read.network(other) === read.network(row) && read.agent(other) === read.agent(row)
  const isOtherDay = (other: number): boolean =>
    Math.abs(read.time(other) - read.time(row)) > DAY_US && read.session(other) !== read.session(row)
  const again = read.network(row) < 0 ? [] : [...rows].filter((other) => read.isSuccess(other) && isSame(other) && isOtherDay(other))
  if (again.length === 0) return false
  if (new Set(again.map((other) => Math.floor(read.time(other) / DAY_US))).size >= DAYS) return true
  const sessions = new Set(again.map(read.session).filter((session) => session >= 0))
  return rows.some((other) => sessions.has(read.session(other)) && isHome(other))
}
