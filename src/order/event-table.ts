import type { Agent, Geo, Network } from '../model/event.ts'
import type { EventClass } from '../model/event-class.ts'

/**
 * The frozen event store: in time order, once each, accounts resolved, places and agents known.
 * Everything is columns of dense ids; −1 means missing. Ids are of this run only: compare, never print or order by them.
 */
export interface EventTable {
  readonly size: number
  /** Epoch µs, ascending. */
  readonly time: Float64Array
  /** Index into `classes`. */
  readonly cls: Uint16Array
  readonly classes: readonly EventClass[]
  /** Resolved account (provider, tenant, id). −1: attempt on an identifier not known to be an account. */
  readonly account: Int32Array
  readonly accounts: AccountDictionary
  /** The identifier typed or asserted; equal identifiers are equal numbers, also where the text was not kept. */
  readonly name: Int32Array
  readonly names: NameDictionary
  /** Distinct (address, geo asserted by the log, network asserted by the log). */
  readonly place: Int32Array
  readonly places: PlaceTable
  readonly userAgent: Int32Array
  readonly agents: AgentTable
  readonly session: Int32Array
  readonly sessions: Dictionary
  readonly device: Int32Array
  readonly devices: Dictionary
  readonly client: Int32Array
  readonly clients: Dictionary
  readonly tenant: Int32Array
  readonly tenants: Dictionary
  readonly actor: Int32Array
  readonly actors: Dictionary
  readonly input: Uint16Array
  readonly line: Uint32Array
  readonly offset: Float64Array
  readonly length: Uint32Array
  /** Index of the event within its record (`each`, `repeat`). */
  readonly part: Uint16Array
  readonly port: Uint16Array
}

export interface Dictionary {
  readonly size: number
  /** undefined for −1 and where only a hash was kept. */
  readonly get: (key: number) => string | undefined
}

export interface NameDictionary extends Dictionary {
  /** Typed where no account of that name was, and looks like a password. The text is not kept. */
  readonly isPasswordLike: (key: number) => boolean
}

export interface AccountDictionary extends Dictionary {
  /** The id as the log wrote it, byte for byte. */
  readonly get: (key: number) => string | undefined
  readonly provider: (key: number) => string
  readonly tenant: (key: number) => string | undefined
  /** The log has no id for it: a name stands for the account. */
  readonly isName: (key: number) => boolean
  /** Names asserted by successful events, most recent last. */
  readonly namesOf: (key: number) => readonly string[]
}

export interface PlaceTable {
  readonly size: number
  /** Per place. */
  readonly ip: Int32Array
  readonly ips: Dictionary
  /** Address, IPv6 by /64. */
  readonly source: Int32Array
  readonly sources: Dictionary
  readonly country: Int32Array
  readonly countries: Dictionary
  /** Autonomous system (number, or organisation where there is no number). */
  readonly network: Int32Array
  readonly geoOf: (place: number) => Geo | undefined
  readonly networkOf: (place: number) => Network | undefined
  /** Per source: looks like a proxy, load balancer or CDN of the service itself; source-keyed rules skip it. */
  readonly isProxy: (source: number) => boolean
}

export interface AgentTable {
  /** Per user agent: key of (family, os). */
  readonly agent: Int32Array
  readonly agentOf: (userAgent: number) => Agent | undefined
  readonly userAgents: Dictionary
}
