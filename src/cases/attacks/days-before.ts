import type { EventTable } from '../../order/event-table.ts'
import { weighLogins, type WeighedLogins } from '../fusion/weigh-logins.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

/** The log as it stood at the end of an earlier day: its first rows, and what they alone tell of the logins among them. */
export interface DayBefore {
  readonly table: EventTable
  /** Worked out when first asked for. */
  readonly weighed: () => WeighedLogins
}

/** In less, next to nothing is known. */
const LEAST_US = 36 * HOUR_US
/** Looking back costs as much as weighing so many logins; in larger logs what a rate is worth hardly moves from one day to the next. */
const MOST_WEIGHED = 500_000

/**
 * Ends of the log as it stood a day before its end, two days, and so on. Exports are made at the same time of the day, on the hour: counted
 * from the end, the days are those on which the log was exported before; counted from its beginning they would be others.
 */
const endsOfDays = ({ time, size }: EventTable): readonly number[] => {
  if (size === 0) return []
  const first = time.get(0)
  const end = Math.ceil((time.get(size - 1) + 1) / HOUR_US) * HOUR_US
  const days = Math.max(0, Math.floor((end - first - LEAST_US) / DAY_US))
  return Array.from({ length: days }, (_, day) => end - (days - day) * DAY_US)
}

/** The first row of each of these moments or later. */
const rowsFrom = (times: readonly number[], { time }: EventTable): readonly number[] => {
  let row = 0
  return times.map((from) => {
    while (time.get(row) < from) row += 1
    return row
  })
}

const dayOf = (size: number, whole: EventTable, read: RowReader): DayBefore => {
  const table = { ...whole, size }
  let weighed: WeighedLogins | undefined
  return { table, weighed: () => (weighed ??= weighLogins(table, read)) }
}

/** Last first; none of a log that is large enough not to need it. */
export const daysBefore = (table: EventTable, logins: number, read: RowReader): readonly DayBefore[] => {
  const ends = endsOfDays(table)
  if ((logins * ends.length) / 2 > MOST_WEIGHED) return []
  return rowsFrom(ends, table)
    .toReversed()
    .map((size) => dayOf(size, table, read))
}
