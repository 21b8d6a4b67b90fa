import type { EventTable } from '../../order/event-table.ts'
import type { Facts } from '../define-rule.ts'
import { createClientUsers } from './client-users.ts'
import { createPairMap } from './pair-map.ts'
import { DAY_US, HOUR_US } from '../../kernel/time-units.ts'

export const MATURE_MS = DAY_US / 1000
/** Below this, how rare a network or country is says nothing (ENGINE.md 4). */
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

const countersFor = (keys: Int32Array): Int32Array => new Int32Array(keys.reduce((most, key) => Math.max(most, key), -1) + 1)

const NONE = new Uint8Array(0)

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

/**
 * Log-wide login counters as of the last complete UTC hour before the row asked for: a second pointer trails over the same
 * rows. `at` moves the view to a row; rows must not go backwards past an hour already counted.
 */
export const createFacts = (table: EventTable, firstUses: () => Uint8Array): { readonly at: (row: number) => Facts } => {
  const { places, agents } = table
  const kinds = loginKinds(table)
  const byNetwork = countersFor(places.network)
  const byCountry = new Int32Array(places.countries.size)
  const byAgent = countersFor(agents.agent)
  const sourceSuccesses = new Int32Array(places.sources.size)
  const sourceFailures = new Int32Array(places.sources.size)
  const sourceAccounts = new Int32Array(places.sources.size)
  const clientUsers = createClientUsers(table)
  let isFirst: Uint8Array = NONE
  let successes = 0
  let firstSuccess = Number.POSITIVE_INFINITY
  let next = 0
  let boundary = BEFORE_ANY
  let place = -1
  let userAgent = -1
  let asked = -1

  const bump = (counters: Int32Array, key: number | undefined): void => {
    if (key !== undefined && key >= 0) counters[key] = (counters[key] ?? 0) + 1
  }

  const addSuccess = (row: number, source: number, at: number): void => {
    successes += 1
    firstSuccess = Math.min(firstSuccess, table.time.get(row) ?? firstSuccess)
    bump(byNetwork, places.network[at])
    bump(byCountry, places.country[at])
    bump(byAgent, agents.agent[table.userAgent.get(row)])
    bump(sourceSuccesses, source)
    if (isFirst[row] === 1) bump(sourceAccounts, source)
  }

  const advance = (): void => {
    if (isFirst === NONE) isFirst = firstUses()
    while (next < table.size && (table.time.get(next) ?? boundary) < boundary) {
      const kind = kinds[table.cls.get(next)]
      const at = table.place.get(next)
      const source = places.source[at] ?? -1
      clientUsers.add(next)
      if (kind === LOGIN.success) addSuccess(next, source, at)
      else if (kind === LOGIN.failure) bump(sourceFailures, source)
      next += 1
    }
  }

  const of = (counters: Int32Array, key: number | undefined): number => counters[key ?? -1] ?? 0
  const view: Facts = {
    get mature() {
      return successes >= MATURE_SUCCESSES && boundary - firstSuccess >= DAY_US
    },
    get successes() {
      return successes
    },
    get networkSuccesses() {
      return of(byNetwork, places.network[place])
    },
    get countrySuccesses() {
      return of(byCountry, places.country[place])
    },
    get agentSuccesses() {
      return of(byAgent, agents.agent[userAgent])
    },
    get sourceSuccesses() {
      return of(sourceSuccesses, places.source[place])
    },
    get sourceFailures() {
      return of(sourceFailures, places.source[place])
    },
    get sourceAccounts() {
      return of(sourceAccounts, places.source[place])
    },
    get clientAccounts() {
      return clientUsers.at(asked)
    },
  }
  return {
    at: (row) => {
      const hour = Math.floor(table.time.get(row) / HOUR_US) * HOUR_US
      if (hour > boundary) {
        boundary = hour
        advance()
      }
      place = table.place.get(row)
      userAgent = table.userAgent.get(row)
      asked = row
      return view
    },
  }
}
