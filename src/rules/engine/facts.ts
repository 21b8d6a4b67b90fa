import type { EventTable } from '../../order/event-table.ts'
import type { Facts } from '../define-rule.ts'
import { createClientUsers } from './client-users.ts'
import { createPairMap } from './pair-map.ts'
import { createTrailingCount } from './trailing-count.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

export const MATURE_MS = DAY_US / 1000
/** Below this, how rare a network or country is says nothing (docs/ARCHITECTURE.md 4). */
export const MATURE_SUCCESSES = 1000

const BEFORE_ANY = Number.NEGATIVE_INFINITY
const LOGIN = { none: 0, success: 1, failure: 2 } as const

/** What a class adds to the counters: logins only. */
const loginKinds = (table: EventTable): Uint8Array =>
  Uint8Array.from(table.classes, ({ action, outcome }) => {
    if (action !== 'login') return LOGIN.none
    if (outcome === 'success') return LOGIN.success
    return outcome === 'failure' || outcome === 'blocked' ? LOGIN.failure : LOGIN.none
  })

/** By row, 1: the first success of its account from its source. */
export const findFirstUses = (table: EventTable): Uint8Array => {
  const { places, place, account, cls, size } = table
  const kinds = loginKinds(table)
  const seen = createPairMap()
  // Most sources are one account's: only where a second one comes need pairs be looked up.
  const only = new Int32Array(places.sources.size).fill(-1)
  const isFirst = new Uint8Array(size)
  for (let row = 0; row < size; row += 1) {
    if (kinds[cls.get(row)] !== LOGIN.success) continue
    const source = places.source[place.get(row)] ?? -1
    const own = account.get(row)
    if (source < 0 || own < 0 || only[source] === own) continue
    if (only[source] === -1) only[source] = own
    else if (seen.add(source, own, 1) > 1) continue
    isFirst[row] = 1
  }
  return isFirst
}

/** Successes of the log before the row `until`, and when the first of them was (µs; infinite where there is none); it must not go backwards. */
const countSuccesses = ({ cls, time }: EventTable, kinds: Uint8Array) => {
  const counted = { successes: 0, firstUs: Number.POSITIVE_INFINITY }
  let next = 0
  return (until: number): Readonly<typeof counted> => {
    for (; next < until; next += 1) {
      if (kinds[cls.get(next)] !== LOGIN.success) continue
      if (counted.successes === 0) counted.firstUs = time.get(next)
      counted.successes += 1
    }
    return counted
  }
}

const createCounts = (table: EventTable, firstUses: () => Uint8Array) => {
  const { places, place, agents, userAgent, cls } = table
  const kinds = loginKinds(table)
  const isSuccess = (row: number): boolean => kinds[cls.get(row)] === LOGIN.success
  const isFailure = (row: number): boolean => kinds[cls.get(row)] === LOGIN.failure
  return {
    total: countSuccesses(table, kinds),
    network: createTrailingCount({ isCounted: isSuccess, keys: place, valueOf: places.network }),
    country: createTrailingCount({ isCounted: isSuccess, keys: place, valueOf: places.country }),
    agent: createTrailingCount({ isCounted: isSuccess, keys: userAgent, valueOf: agents.agent }),
    source: createTrailingCount({ isCounted: isSuccess, keys: place, valueOf: places.source }),
    sourceFailures: createTrailingCount({ isCounted: isFailure, keys: place, valueOf: places.source }),
    sourceAccounts: createTrailingCount({ isCounted: (row) => firstUses()[row] === 1, keys: place, valueOf: places.source }),
    clientAccounts: createClientUsers(table),
  }
}

/**
 * Log-wide login counters as of the last complete UTC hour before the row asked for (`firstUses`: made when first asked for). `at` moves the view to a row; rows must not go
 * backwards past an hour already counted.
 */
export const createFacts = (table: EventTable, firstUses: () => Uint8Array): { readonly at: (row: number) => Facts } => {
  const { places, agents, time, size } = table
  const counts = createCounts(table, firstUses)
  let boundary = BEFORE_ANY
  /** The first row at or after the boundary. */
  let until = 0
  let place = -1
  let userAgent = -1
  let asked = -1

  const view: Facts = {
    get mature() {
      const { successes, firstUs } = counts.total(until)
      return successes >= MATURE_SUCCESSES && boundary - firstUs >= DAY_US
    },
    get successes() {
      return counts.total(until).successes
    },
    get networkSuccesses() {
      return counts.network(places.network[place] ?? -1, until)
    },
    get countrySuccesses() {
      return counts.country(places.country[place] ?? -1, until)
    },
    get agentSuccesses() {
      return counts.agent(agents.agent[userAgent] ?? -1, until)
    },
    get sourceSuccesses() {
      return counts.source(places.source[place] ?? -1, until)
    },
    get sourceFailures() {
      return counts.sourceFailures(places.source[place] ?? -1, until)
    },
    get sourceAccounts() {
      return counts.sourceAccounts(places.source[place] ?? -1, until)
    },
    get clientAccounts() {
      return counts.clientAccounts(asked, until)
    },
  }
  return {
    at: (row) => {
      const hour = Math.floor(time.get(row) / HOUR_US) * HOUR_US
      if (hour > boundary) {
        boundary = hour
        while (until < size && time.get(until) < boundary) until += 1
      }
      place = table.place.get(row)
      userAgent = table.userAgent.get(row)
      asked = row
      return view
    },
  }
}
