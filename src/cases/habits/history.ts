import { DAY_US } from '../../kernel/time-units.ts'
import type { RowReader } from '../rows/row-reader.ts'

/** What was usual for an account before a moment, learnt from its unsuspicious successes. Maps count per dense id. */
export interface History {
  readonly logins: number
  /** Epoch µs of the first one; NaN when none. */
  readonly since: number
  readonly sources: ReadonlyMap<number, number>
  readonly networks: ReadonlyMap<number, number>
  readonly countries: ReadonlyMap<number, number>
  readonly agents: ReadonlyMap<number, number>
  readonly devices: ReadonlySet<number>
  /** Goes out by VPNs or relays at other times: which country they leave in says nothing. */
  readonly usesExits: boolean
  /** One row that shows each value, to name it for people. */
  readonly sample: {
    readonly sources: ReadonlyMap<number, number>
    readonly networks: ReadonlyMap<number, number>
    readonly countries: ReadonlyMap<number, number>
    readonly agents: ReadonlyMap<number, number>
  }
}

const count = (counts: Map<number, number>, samples: Map<number, number>, key: number, row: number): void => {
  if (key < 0) return
  counts.set(key, (counts.get(key) ?? 0) + 1)
  if (!samples.has(key)) samples.set(key, row)
}

/** @param isUsual decides which successes may teach (flagged ones and those from attack sources may not). */
export const learnHistory = (rows: Int32Array, read: RowReader, until: number, isUsual: (row: number) => boolean): History => {
  const make = () => ({
    sources: new Map<number, number>(),
    networks: new Map<number, number>(),
    countries: new Map<number, number>(),
    agents: new Map<number, number>(),
  })
  const counts = make()
  const sample = make()
  const devices = new Set<number>()
  let logins = 0
  let since = Number.NaN
  for (const row of rows) {
    if (read.time(row) >= until) break
    if (!read.isSuccess(row) || !isUsual(row)) continue
    if (read.isLogin(row)) logins += 1
    if (Number.isNaN(since)) since = read.time(row)
    count(counts.sources, sample.sources, read.source(row), row)
    count(counts.networks, sample.networks, read.network(row), row)
    count(counts.countries, sample.countries, read.country(row), row)
    count(counts.agents, sample.agents, read.agent(row), row)
    if (read.device(row) >= 0) devices.add(read.device(row))
  }
  return { logins, since, ...counts, devices, usesExits: false, sample }
}

/** Which parts of an event's context the account was never seen with. A part that the log does not carry is never new. */
export interface Novelty {
  readonly source: boolean
  readonly network: boolean
  readonly country: boolean
  readonly agent: boolean
  readonly device: boolean
  /** On a machine of the owner's: then nothing is new, wherever it is. */
  readonly owned: boolean
  /** Too little to compare with: few logins in a short time. Everything is new to a new customer. */
  readonly thin: boolean
}

/** Below both of these a history is thin; the rules judge by the same measure. */
export const ENOUGH_LOGINS = 5
const ENOUGH_TIME_US = 14 * DAY_US

/** Few logins in a short time before or after the moment. */
export const isThinAt = ({ logins, since }: History, time: number): boolean =>
  logins < 1 || (logins < ENOUGH_LOGINS && time - since < ENOUGH_TIME_US)

/** Another country, or network and program or machine both new: worth something beside another sign, also where there is little past. */
export const isUnlike = ({ country, network, agent, device }: Novelty): boolean => country || (network && (agent || device))

/** The same with a past to compare with: what an owner's day does not explain. */
export const isForeign = (novelty: Novelty): boolean => !novelty.thin && isUnlike(novelty)

interface Seen {
  readonly size: number
  readonly has: (key: number) => boolean
}

const isNew = (seen: Seen, key: number): boolean => key >= 0 && seen.size > 0 && !seen.has(key)

/** By a VPN or a relay, as the account does at other times. */
export const isByExit = (row: number, { usesExits }: History, read: RowReader): boolean => usesExits && read.isByExit(row)

/** The owner was at this address, or in this network with this kind of program, before. What only comes later is a weaker alibi. */
export const isOwners = (row: number, history: History, read: RowReader): boolean =>
  !noveltyOf(row, history, read).source || (history.networks.has(read.network(row)) && history.agents.has(read.agent(row)))

export const noveltyOf = (row: number, history: History, read: RowReader): Novelty => {
  const owned = history.devices.has(read.device(row))
  return {
    source: !owned && read.source(row) >= 0 && !history.sources.has(read.source(row)),
    network: !owned && isNew(history.networks, read.network(row)),
    country: !owned && !isByExit(row, history, read) && isNew(history.countries, read.country(row)),
    agent: !owned && isNew(history.agents, read.agent(row)),
    device: isNew(history.devices, read.device(row)),
    owned,
    thin: isThinAt(history, read.time(row)),
  }
}

/** Of an account whose past is not asked for. */
export const NO_HISTORY: History = {
  logins: 0,
  since: Number.NaN,
  sources: new Map(),
  networks: new Map(),
  countries: new Map(),
  agents: new Map(),
  devices: new Set(),
  usesExits: false,
  sample: { sources: new Map(), networks: new Map(), countries: new Map(), agents: new Map() },
}
