import { isPasswordReset, isResetRequest } from '../rows/after-login.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

const isSameProgram = (one: number, other: number, read: RowReader): boolean =>
  read.userAgent(one) >= 0 && read.userAgent(one) === read.userAgent(other)

const isJustBefore = (row: number, reset: number, read: RowReader): boolean => row < reset && read.time(reset) - read.time(row) <= HOUR_US

/** At an address from which the account had logged in before. */
const isWhereItWas = (row: number, rows: Int32Array, read: RowReader): boolean =>
  read.source(row) >= 0 &&
  rows.some((other) => other < row && read.source(other) === read.source(row) && read.isLogin(other) && read.isSuccess(other))

/**
 * Did somebody type wrong passwords at the very address in the day before the reset, or just before it with the very program elsewhere, or where
 * the account had been in before, or where the mail for it was asked for? So do people who forgot theirs, and open that mail on the telephone;
 * whoever reads the victim's mail has no need to.
 */
export const isForgotten = (reset: number, rows: Int32Array, read: RowReader): boolean => {
  const time = read.time(reset)
  const asked = new Set(
    [...rows].filter((row) => isJustBefore(row, reset, read) && isResetRequest(read.cls(row))).map((row) => read.source(row)),
  )
  return rows.some((row) => {
    const before = time - read.time(row)
    if (before < 0 || before > DAY_US || !read.isAttempt(row)) return false
    if (read.source(row) === read.source(reset) || asked.has(read.source(row))) return true
    return before <= HOUR_US && (isSameProgram(row, reset, read) || isWhereItWas(row, rows, read))
  })
}

/** The reset at this address within the day that gave the password of this login; nobody guessed elsewhere since. */
const resetOf = (success: number, rows: Int32Array, read: RowReader): number | undefined => {
  const reset = rows.findLast((row) => row < success && read.source(row) === read.source(success) && isPasswordReset(read.cls(row)))
  if (reset === undefined || read.time(success) - read.time(reset) > DAY_US || read.isByOther(reset)) return undefined
  const isGuessedSince = rows.some(
    (row) => row > reset && row < success && read.isAttempt(row) && read.source(row) !== read.source(success),
  )
  return isGuessedSince ? undefined : reset
}

/** In by a password that was just set anew: it was not found by trying, and whoever guesses does not read the mail that a reset takes. */
export const isByReset = (success: number, rows: Int32Array, read: RowReader): boolean => resetOf(success, rows, read) !== undefined

/** A server's log tells of a password that a panel set, and not for whom: for whoever had typed wrong ones here, and comes at once. */
const isAfterUnplacedReset = (success: number, rows: Int32Array, read: RowReader): boolean => {
  const reset = rows.findLast((row) => row < success && isPasswordReset(read.cls(row)))
  if (reset === undefined || read.source(reset) >= 0 || read.time(success) - read.time(reset) > HOUR_US) return false
  const tries = [...rows].filter((row) => read.isAttempt(row) && row < success && read.time(reset) - read.time(row) <= DAY_US)
  return tries.some((row) => row < reset) && tries.every((row) => read.source(row) === read.source(success))
}

/** The same after wrong passwords there: it was forgotten. */
export const isAfterReset = (success: number, rows: Int32Array, read: RowReader): boolean => {
  const reset = resetOf(success, rows, read)
  return (reset !== undefined && isForgotten(reset, rows, read)) || isAfterUnplacedReset(success, rows, read)
}
