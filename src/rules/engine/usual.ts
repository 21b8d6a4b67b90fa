import type { EventTable } from '../../order/event-table.ts'
import type { Usual } from '../define-rule.ts'
import { createPairMap } from './pair-map.ts'

const US_PER_MS = 1000

/** What an account has done before, by pairs (account, where or with what). */
export interface History {
  readonly at: (row: number) => Usual
  /** Learns from a row: a login or a session in use, that succeeded and that no rule doubted. */
  readonly learn: (row: number) => void
}

const teaches = (table: EventTable): Uint8Array =>
  Uint8Array.from(table.classes, ({ action, outcome }) => {
    if (outcome !== 'success') return 0
    if (action === 'login') return 2
    return action === 'session-use' ? 1 : 0
  })

/** Logins and sessions in use both teach what is usual; only logins count as successes. */
export const createHistory = (table: EventTable): History => {
  const { places, agents } = table
  const teaching = teaches(table)
  const accounts = table.accounts.size
  const logins = new Int32Array(accounts)
  const first = new Float64Array(accounts).fill(Number.NaN)
  const last = new Float64Array(accounts).fill(Number.NaN)
  const bySource = createPairMap()
  const byNetwork = createPairMap()
  const byCountry = createPairMap()
  const byAgent = createPairMap()
  const byDevice = createPairMap()
  let account = -1
  let place = -1
  let agent = -1
  let device = -1

  const point = (row: number): void => {
    account = table.account[row] ?? -1
    place = table.place[row] ?? -1
    agent = agents.agent[table.userAgent[row] ?? -1] ?? -1
    device = table.device[row] ?? -1
  }
  const countOf = (pairs: ReturnType<typeof createPairMap>, key: number): number => (account < 0 || key < 0 ? 0 : pairs.get(account, key))
  const teach = (pairs: ReturnType<typeof createPairMap>, key: number): void => {
    if (key >= 0) pairs.add(account, key, 1)
  }

  const view: Usual = {
    get successes() {
      return logins[account] ?? 0
    },
    get firstMs() {
      return (first[account] ?? Number.NaN) / US_PER_MS
    },
    get lastMs() {
      return (last[account] ?? Number.NaN) / US_PER_MS
    },
    get sameSource() {
      return countOf(bySource, places.source[place] ?? -1)
    },
    get sameNetwork() {
      return countOf(byNetwork, places.network[place] ?? -1)
    },
    get sameCountry() {
      return countOf(byCountry, places.country[place] ?? -1)
    },
    get sameAgent() {
      return countOf(byAgent, agent)
    },
    get sameDevice() {
      return countOf(byDevice, device)
    },
  }
  return {
    at: (row) => {
      point(row)
      return view
    },
    learn: (row) => {
      const kind = teaching[table.cls[row] ?? 0]
      if (kind === 0 || (table.account[row] ?? -1) < 0) return
      point(row)
      const time = table.time[row] ?? Number.NaN
      if (kind === 2) logins[account] = (logins[account] ?? 0) + 1
      if (Number.isNaN(first[account])) first[account] = time
      last[account] = time
      teach(bySource, places.source[place] ?? -1)
      teach(byNetwork, places.network[place] ?? -1)
      teach(byCountry, places.country[place] ?? -1)
      teach(byAgent, agent)
      teach(byDevice, device)
    },
  }
}
