import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { HOUR_US } from '../../kernel/time-units.ts'

export const hourOf = (time: number): number => Math.floor(time / HOUR_US)

/** What happened in which hour, without asking all events again for every attack. */
export interface Hours {
  /** Successful logins of the whole log, and in some hours. */
  readonly logins: number
  readonly loginsIn: (hours: ReadonlySet<number>) => number
  /** Positions in `rows`. */
  readonly positionsIn: (hours: ReadonlySet<number>) => readonly number[]
}

const loginsByHour = ({ size }: EventTable, read: RowReader): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  let hour = Number.NaN
  let logins = 0
  for (let row = 0; row < size; row += 1) {
    if (!read.isLogin(row) || !read.isSuccess(row)) continue
    if (hourOf(read.time(row)) !== hour) {
      if (logins > 0) counts.set(hour, logins)
      hour = hourOf(read.time(row))
      logins = 0
    }
    logins += 1
  }
  return logins > 0 ? counts.set(hour, logins) : counts
}

/** @param rows in time order. */
export const createHours = (table: EventTable, rows: Int32Array, read: RowReader): Hours => {
  const logins = loginsByHour(table, read)
  const starts = new Map<number, number>()
  rows.forEach((row, at) => {
    const hour = hourOf(read.time(row))
    if (!starts.has(hour)) starts.set(hour, at)
  })
  const positionsOf = (hour: number): readonly number[] => {
    const found: number[] = []
    for (let at = starts.get(hour) ?? rows.length; at < rows.length && hourOf(read.time(rows[at] as number)) === hour; at += 1)
      found.push(at)
    return found
  }
  return {
    logins: [...logins.values()].reduce((sum, count) => sum + count, 0),
    loginsIn: (hours) => [...hours].reduce((sum, hour) => sum + (logins.get(hour) ?? 0), 0),
    positionsIn: (hours) => [...hours].flatMap(positionsOf),
  }
}
