import { once } from '../../kernel/once.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** From so many accounts on that come again, people go out by a data centre's network: a VPN of its own, a company's proxy. */
const FEWEST_USERS = 2

type HostReader = Pick<RowReader, 'network' | 'isHosted' | 'isByExit' | 'isSuccess' | 'time'>

/** Networks of data centres with accounts that come again more than a day later. */
const findFrequented = (table: EventTable, read: HostReader, isOnBehalf: (row: number) => boolean): ReadonlySet<number> => {
  const since = new Map<number, Map<number, number>>()
  const users = new Map<number, Set<number>>()
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (account < 0 || !read.isSuccess(row) || !read.isHosted(row) || isOnBehalf(row)) continue
    const network = read.network(row)
    const first = since.get(network) ?? new Map<number, number>()
    since.set(network, first)
    const begun = first.get(account)
    if (begun === undefined) first.set(account, read.time(row))
    else if (read.time(row) - begun > DAY_US) users.set(network, (users.get(network) ?? new Set()).add(account))
  }
  return new Set([...users].flatMap(([network, accounts]) => (accounts.size >= FEWEST_USERS ? [network] : [])))
}

/**
 * On a machine in a data centre's network by which hardly anybody of the log goes out as a habit: people who switch a VPN on are met there
 * again, themselves or others. Few logs need to know: it is found out when it is asked for.
 */
export const createRentedMachines = (
  table: EventTable,
  read: HostReader,
  isOnBehalf: (row: number) => boolean,
): ((row: number) => boolean) => {
  const frequented = once(() => findFrequented(table, read, isOnBehalf))
  return (row) => read.isHosted(row) && !read.isByExit(row) && !frequented().has(read.network(row))
}
