import type { EventTable } from '../../order/event-table.ts'
import type { LoginReader } from '../rows/login-reader.ts'
import type { Logins } from '../scores/logins.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** So many accounts that go out by a network and come home again make it an exit; whoever steals accounts comes once, and does not alternate. */
const FEWEST_USERS = 5
/** Out, home and out again: with fewer logins nobody can have been. */
const FEWEST_LOGINS = 3
/** People live on the others. */
const KINDS: ReadonlySet<string> = new Set(['hosting', 'relay', 'unknown'])

interface Visits {
  readonly first: number
  wentHome: boolean
  returned: boolean
}

const mostFrequent = (keys: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const key of keys) if (key >= 0) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0])[0]
}

/** By place: its network where it may be an exit, −1 elsewhere. */
const candidatesOf = ({ places }: EventTable): Int32Array =>
  new Int32Array(places.size).map((_, place) =>
    KINDS.has(places.networkOf(place)?.kind ?? 'unknown') ? (places.network[place] as number) : -1,
  )

/** Logins by network: all of them, and by country those of accounts that are at home there. */
interface Residents {
  all: number
  readonly atHome: Map<number, number>
}

/** Most who come by this network are at home in this country: a carrier, and no way out, whatever the tables say of its other addresses. */
const isOfResidents = ({ all, atHome }: Residents, country: number): boolean => (atHome.get(country) ?? 0) > all / 2

/**
 * Places of networks by which accounts go out that are at home in another country, again and again, and with programs that they have at
 * home: VPNs and relays as the log itself shows them, for no list has all of them; and the blocks that a carrier bought abroad.
 */
export const findExits = (table: EventTable, { starts, row }: Logins, read: Pick<LoginReader, 'time'>): ((place: number) => boolean) => {
  const { places } = table
  const candidates = candidatesOf(table)
  const users = new Map<number, number>()
  const placeOf = (login: number): number => table.place.get(login)
  const candidateOf = (login: number): number => candidates[placeOf(login)] ?? -1
  const countryOf = (login: number): number => places.country[placeOf(login)] ?? -1
  const agentOf = (login: number): number => table.agents.agent[table.userAgent.get(login)] ?? -1

  const residents = new Map<number, Residents>()

  const countResidents = (logins: Int32Array, home: number): void => {
    for (const login of logins) {
      const network = candidateOf(login)
      if (network < 0) continue
      const known = residents.get(network) ?? { all: 0, atHome: new Map<number, number>() }
      residents.set(network, known)
      known.all += 1
      if (countryOf(login) === home) known.atHome.set(home, (known.atHome.get(home) ?? 0) + 1)
    }
  }
  const visitsOf = (logins: Int32Array, home: number): ReadonlyMap<number, Visits> => {
    const isHome = (login: number): boolean => countryOf(login) === home
    const programs = new Set(Array.from(logins.filter(isHome), agentOf))
    const visits = new Map<number, Visits>()
    for (const login of logins) {
      if (isHome(login)) for (const visit of visits.values()) visit.wentHome = true
      const network = isHome(login) || !programs.has(agentOf(login)) ? -1 : candidateOf(login)
      if (network < 0) continue
      const known = visits.get(network)
      if (known === undefined) visits.set(network, { first: read.time(login), wentHome: false, returned: false })
      else if (known.wentHome && read.time(login) - known.first > DAY_US) known.returned = true
    }
    return visits
  }

  /** Most accounts never come by such a network: nothing need be gathered of them. */
  const mayLeave = (from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1) if (candidateOf(row[at] as number) >= 0) return true
    return false
  }
  for (let account = 0; account + 1 < starts.length; account += 1) {
    const [from, to] = [starts[account] as number, starts[account + 1] as number]
    if (to - from < FEWEST_LOGINS || !mayLeave(from, to)) continue
    const logins = row.subarray(from, to)
    const home = mostFrequent(Array.from(logins, countryOf))
    countResidents(logins, home)
    for (const [network, { returned }] of visitsOf(logins, home)) if (returned) users.set(network, (users.get(network) ?? 0) + 1)
  }
  const exits = new Map(
    [...users].flatMap(([network, count]) => (count >= FEWEST_USERS ? [[network, residents.get(network)] as const] : [])),
  )
  return (place) => {
    const known = exits.get(places.network[place] ?? -1)
    return known !== undefined && !isOfResidents(known, places.country[place] ?? -1)
  }
}
