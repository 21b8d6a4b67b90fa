import { once } from '../../kernel/once.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'

/** A service is at home where so many of its logins come from: people from abroad come there, too. */
const SHARE = 0.1
/** Of a handful of logins a stranger's one is a large part. */
const FEWEST_LOGINS = 50

const countSuccesses = ({ size }: EventTable, read: Pick<RowReader, 'country' | 'isSuccess'>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (let row = 0; row < size; row += 1) if (read.isSuccess(row)) counts.set(read.country(row), (counts.get(read.country(row)) ?? 0) + 1)
  return counts
}

/** Does this come from a country where the service is at home? Few logs need to know: it is found out when it is asked for. */
export const createHomeCountries = (table: EventTable, read: Pick<RowReader, 'country' | 'isSuccess'>): ((row: number) => boolean) => {
  const counts = once(() => countSuccesses(table, read))
  const least = once(() => Math.max(FEWEST_LOGINS, SHARE * [...counts().values()].reduce((sum, count) => sum + count, 0)))
  return (row) => read.country(row) >= 0 && (counts().get(read.country(row)) ?? 0) >= least()
}
