import type { EventTable } from '../../order/event-table.ts'
import type { Facts } from '../define-rule.ts'
import { createClientUsers } from './client-users.ts'
import { createPairMap } from './pair-map.ts'
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

/** Logins counted up to a moment: a pointer trails over the rows, and never goes back. */
interface LoginCounters {
  /** Epoch µs of the first success; infinite where there is none yet. */
  firstSuccess: number
  successes: number
  readonly byNetwork: Int32Array
  readonly byCountry: Int32Array
  readonly byAgent: Int32Array
  readonly sourceSuccesses: Int32Array
  readonly sourceFailures: Int32Array
  readonly sourceAccounts: Int32Array
}

const bump = (counters: Int32Array, key: number | undefined): void => {
  if (key !== undefined && key >= 0) counters[key] = (counters[key] ?? 0) + 1
}

const emptyCounters = ({ places, agents }: EventTable): LoginCounters => ({
  firstSuccess: Number.POSITIVE_INFINITY,
  successes: 0,
  byNetwork: countersFor(places.network),
  byCountry: new Int32Array(places.countries.size),
  byAgent: countersFor(agents.agent),
  sourceSuccesses: new Int32Array(places.sources.size),
  sourceFailures: new Int32Array(places.sources.size),
  sourceAccounts: new Int32Array(places.sources.size),
})

interface Counting {
  readonly counters: LoginCounters
  readonly clientUsers: ReturnType<typeof createClientUsers>
  /** Counts on to the first row at or after this time (µs). */
  readonly countTo: (boundary: number) => void
}

const countLogins = (table: EventTable, firstUses: () => Uint8Array): Counting => {
  const { places, agents } = table
  const kinds = loginKinds(table)
  const counters = emptyCounters(table)
  const clientUsers = createClientUsers(table)
  let isFirst: Uint8Array = NONE
  let next = 0

  const addSuccess = (row: number, source: number, at: number): void => {
    counters.successes += 1
    counters.firstSuccess = Math.min(counters.firstSuccess, table.time.get(row) ?? counters.firstSuccess)
    bump(counters.byNetwork, places.network[at])
    bump(counters.byCountry, places.country[at])
    bump(counters.byAgent, agents.agent[table.userAgent.get(row)])
    bump(counters.sourceSuccesses, source)
    if (isFirst[row] === 1) bump(counters.sourceAccounts, source)
  }

  return {
    counters,
    clientUsers,
    countTo: (boundary) => {
      if (isFirst === NONE) isFirst = firstUses()
      while (next < table.size && (table.time.get(next) ?? boundary) < boundary) {
        const kind = kinds[table.cls.get(next)]
        const at = table.place.get(next)
        const source = places.source[at] ?? -1
        clientUsers.add(next)
        if (kind === LOGIN.success) addSuccess(next, source, at)
        else if (kind === LOGIN.failure) bump(counters.sourceFailures, source)
        next += 1
      }
    },
  }
}

const of = (counters: Int32Array, key: number | undefined): number => counters[key ?? -1] ?? 0

/**
 * Log-wide login counters as of the last complete UTC hour before the row asked for: a second pointer trails over the same
 * rows. `at` moves the view to a row; rows must not go backwards past an hour already counted.
 */
export const createFacts = (table: EventTable, firstUses: () => Uint8Array): { readonly at: (row: number) => Facts } => {
  const { places, agents } = table
  const { counters, clientUsers, countTo } = countLogins(table, firstUses)
  let boundary = BEFORE_ANY
  let place = -1
  let userAgent = -1
  let asked = -1

  const view: Facts = {
    get mature() {
      return counters.successes >= MATURE_SUCCESSES && boundary - counters.firstSuccess >= DAY_US
    },
    get successes() {
      return counters.successes
    },
    get networkSuccesses() {
      return of(counters.byNetwork, places.network[place])
    },
    get countrySuccesses() {
      return of(counters.byCountry, places.country[place])
    },
    get agentSuccesses() {
      return of(counters.byAgent, agents.agent[userAgent])
    },
    get sourceSuccesses() {
      return of(counters.sourceSuccesses, places.source[place])
    },
    get sourceFailures() {
      return of(counters.sourceFailures, places.source[place])
    },
    get sourceAccounts() {
      return of(counters.sourceAccounts, places.source[place])
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
        countTo(boundary)
      }
      place = table.place.get(row)
      userAgent = table.userAgent.get(row)
      asked = row
      return view
    },
  }
}
