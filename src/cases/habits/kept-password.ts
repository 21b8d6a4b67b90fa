import { isOwnPassword } from '../rows/after-login.ts'
import { isOwners, type History } from './history.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { DAY_US } from '../../kernel/time-units.ts'

const isPasswordSet = (row: number, read: RowReader): boolean => {
  const { action, outcome } = read.cls(row)
  return isOwnPassword(action) && outcome !== 'failure' && outcome !== 'blocked'
}

/**
 * The password that was set by this event opens the account afterwards both from its network, on another day, and from where the owner was
 * before, and nobody set it anew in between: one person knows it. Whoever takes an account over does not tell its owner the new password.
 * @param history before the event
 */
export const isPasswordShared = (change: number, rows: Int32Array, history: History, read: RowReader): boolean => {
  if (!isPasswordSet(change, read) || read.network(change) < 0) return false
  const time = read.time(change)
  const next = rows.find((row) => row > change && isPasswordSet(row, read) && read.time(row) > time) ?? Number.POSITIVE_INFINITY
  const logins = [...rows].filter((row) => row > change && row < next && read.isLogin(row) && read.isSuccess(row))
  const isHere = (row: number): boolean => read.network(row) === read.network(change)
  const isThere = (row: number): boolean =>
    isOwners(row, history, read) && (!isHere(row) || history.sources.has(read.source(row))) && read.source(row) !== read.source(change)
  return logins.some((row) => isHere(row) && !isThere(row) && read.time(row) - time > DAY_US) && logins.some(isThere)
}
