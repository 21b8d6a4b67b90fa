import { once } from '../../kernel/once.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** So many accounts, and of them so many on more than one day. A thief has one session of each, and hardly ever two. */
const FEWEST_ACCOUNTS = 5
const FEWEST_COMMUTERS = 2

type CommuteReader = Pick<RowReader, 'network' | 'session' | 'isSuccess' | 'time'>

/** By network, then by account: days on which one of its sessions came there from another network. */
const arrivals = (table: EventTable, read: CommuteReader): ReadonlyMap<number, ReadonlyMap<number, ReadonlySet<number>>> => {
  const begun = new Int32Array(table.sessions.size).fill(-1)
  const found = new Map<number, Map<number, Set<number>>>()
  for (let row = 0; row < table.size; row += 1) {
    const [session, network, account] = [read.session(row), read.network(row), table.account.get(row)]
    if (session < 0 || network < 0 || account < 0 || !read.isSuccess(row)) continue
    if (begun[session] === -1) begun[session] = network
    if (begun[session] === network) continue
    const accounts = found.get(network) ?? new Map<number, Set<number>>()
    const days = accounts.get(account) ?? new Set<number>()
    found.set(network, accounts.set(account, days.add(Math.floor(read.time(row) / DAY_US))))
  }
  return found
}

/**
 * Networks to which the sessions of several accounts come over from another one, day after day: the carrier of telephones that leave the
 * office, a company's way out or a VPN, also where the log tells no programs.
 */
const findCommutedNetworks = (table: EventTable, read: CommuteReader): ReadonlySet<number> => {
  const isCommuted = (accounts: ReadonlyMap<number, ReadonlySet<number>>): boolean =>
    accounts.size >= FEWEST_ACCOUNTS && [...accounts.values()].filter((days) => days.size > 1).length >= FEWEST_COMMUTERS
  return new Set([...arrivals(table, read)].flatMap(([network, accounts]) => (isCommuted(accounts) ? [network] : [])))
}

/** Few logs need to know: it is found out when it is asked for. */
export const createCommutes = (table: EventTable, read: CommuteReader): ((row: number) => boolean) => {
  const networks = once(() => findCommutedNetworks(table, read))
  return (row) => networks().has(read.network(row))
}
