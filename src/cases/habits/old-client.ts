import type { RowReader } from '../rows/row-reader.ts'
import { isOffBeat } from './off-beat.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/**
 * A program that keeps an old password tries it for days from its owner's line, on which the owner gets in with another one: neither soon
 * after it failed last, as whoever guesses does, nor does it stop then. Such a line is the owner's unless its network is strange to the account.
 * @param rows of the account, in time order
 */
export const isBesideOldClient = (success: number, rows: Int32Array, read: RowReader): boolean => {
  const [source, time, agent] = [read.source(success), read.time(success), read.agent(success)]
  const isBusy = rows.some(
    (row) => read.isAttempt(row) && read.source(row) === source && read.agent(row) === agent && Math.abs(read.time(row) - time) <= DAY_US,
  )
  const before = rows.findLast((row) => row < success && read.isAttempt(row) && read.source(row) === source)
  const goesOn = rows.some((row) => row > success && read.isAttempt(row) && read.source(row) === source)
  const isLater = before !== undefined && time - read.time(before) > DAY_US
  if (!isOffBeat(success, rows, read) && (isBusy || !(goesOn || isLater))) return false
  const elsewhere = rows.filter((row) => read.isSuccess(row) && read.source(row) !== source)
  return elsewhere.length === 0 || elsewhere.some((row) => read.network(row) === read.network(success))
}
