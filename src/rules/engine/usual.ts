import { US_PER_MS } from '../../kernel/time-units.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { Usual } from '../define-rule.ts'
import type { Doers } from '../../order/doers.ts'
import { createPairMap } from './pair-map.ts'
import type { PairMap } from './pair-map.ts'

/** What an account has done before, by pairs (account, where or with what). */
export interface History {
  /** The view, moved to a row's context and the account of whoever acted. */
  readonly at: (row: number) => Usual
  /** Learns from a row: a login or a session in use of the account's own that succeeded. */
  readonly learn: (row: number) => void
}

const SESSION_USE = 1
const LOGIN = 2

const teachingOf = (table: EventTable): Uint8Array =>
  Uint8Array.from(table.classes, ({ action, outcome }) => {
    if (outcome !== 'success') return 0
    if (action === 'login') return LOGIN
    return action === 'session-use' ? SESSION_USE : 0
  })

/** Per account, in one cache line: its last context, how often that since the maps were told, its logins, first and last time (µs). */
const RECORD = 8
const PLACE = 0
const AGENT = 1
const DEVICE = 2
const PENDING = 3
const LOGINS = 4
const FIRST = 5
const LAST = 6

const createPairMaps = () => ({
  bySource: createPairMap(),
  byNetwork: createPairMap(),
  byCountry: createPairMap(),
  byAgent: createPairMap(),
  byDevice: createPairMap(),
})

/**
 * Logins and sessions in use both teach what is usual; only logins count as successes. Most events repeat the account's last
 * context: those only raise a number beside it, and the five maps are told when the context changes.
 */
export const createHistory = (table: EventTable, doers: Doers): History => {
  const { places, agents } = table
  const teaching = teachingOf(table)
  const records = new Float64Array(table.accounts.size * RECORD)
  const { bySource, byNetwork, byCountry, byAgent, byDevice } = createPairMaps()
  let account = -1
  let place = -1
  let agent = -1
  let device = -1

  const lastPlace = (): number => records[account * RECORD + PLACE] ?? -1
  const pending = (): number => records[account * RECORD + PENDING] ?? 0
  const timeOf = (part: number): number => {
    const time = account < 0 ? 0 : (records[account * RECORD + part] ?? 0)
    return time === 0 ? Number.NaN : time / US_PER_MS
  }
  const count = (pairs: PairMap, key: number, lastKey: number): number =>
    account < 0 || key < 0 ? 0 : pairs.get(account, key) + (key === lastKey ? pending() : 0)

  const view: Usual = {
    get successes() {
      return account < 0 ? 0 : (records[account * RECORD + LOGINS] ?? 0)
    },
    get firstMs() {
      return timeOf(FIRST)
    },
    get lastMs() {
      return timeOf(LAST)
    },
    get sameSource() {
      return count(bySource, places.source[place] ?? -1, places.source[lastPlace()] ?? -1)
    },
    get sameNetwork() {
      return count(byNetwork, places.network[place] ?? -1, places.network[lastPlace()] ?? -1)
    },
    get sameCountry() {
      return count(byCountry, places.country[place] ?? -1, places.country[lastPlace()] ?? -1)
    },
    get sameAgent() {
      return count(byAgent, agent, records[account * RECORD + AGENT] ?? -1)
    },
    get sameDevice() {
      return count(byDevice, device, records[account * RECORD + DEVICE] ?? -1)
    },
  }

  const point = (row: number): void => {
    account = doers.accountOf(row)
    place = table.place.get(row)
    agent = agents.agent[table.userAgent.get(row)] ?? -1
    device = table.device.get(row)
  }
  const tell = (pairs: PairMap, key: number | undefined, by: number): void => {
    if (key !== undefined && key >= 0) pairs.add(account, key, by)
  }
  const flush = (base: number): void => {
    const by = records[base + PENDING] ?? 0
    if (by === 0) return
    const at = records[base + PLACE] ?? -1
    tell(bySource, places.source[at], by)
    tell(byNetwork, places.network[at], by)
    tell(byCountry, places.country[at], by)
    tell(byAgent, records[base + AGENT], by)
    tell(byDevice, records[base + DEVICE], by)
    records[base + PENDING] = 0
  }
  const moveTo = (base: number): void => {
    flush(base)
    records[base + PLACE] = place
    records[base + AGENT] = agent
    records[base + DEVICE] = device
  }
  return {
    at: (row) => {
      point(row)
      return view
    },
    learn: (row) => {
      const kind = teaching[table.cls.get(row)] ?? 0
      if (kind === 0 || table.account.get(row) < 0 || doers.isOther(row)) return
      point(row)
      const base = account * RECORD
      if (records[base + PLACE] !== place || records[base + AGENT] !== agent || records[base + DEVICE] !== device) moveTo(base)
      records[base + PENDING] = (records[base + PENDING] ?? 0) + 1
      if (kind === LOGIN) records[base + LOGINS] = (records[base + LOGINS] ?? 0) + 1
      const time = table.time.get(row)
      if (records[base + FIRST] === 0) records[base + FIRST] = time
      records[base + LAST] = time
    },
  }
}
