import type { Agent, Geo, Network } from '../model/event.ts'
import type { EventClass } from '../model/event-class.ts'
import type { TableColumn } from './table-column.ts'

/**
 * The frozen event store: in time order, once each, accounts resolved, places and agents known.
 * Everything is columns of dense ids; −1 means missing. Ids are of this run only: compare, never print or order by them.
 * Columns are read by row: whoever needs many rows reads them in ascending order, because they need not all be in memory.
 */
export interface EventTable {
  readonly size: number
  /** Epoch µs, ascending. */
  readonly time: TableColumn
  /** Index into `classes`. */
  readonly cls: TableColumn
  readonly classes: readonly EventClass[]
  /** Resolved account (provider, tenant, id). −1: attempt on an identifier not known to be an account. */
  readonly account: TableColumn
  readonly accounts: AccountDictionary
  /** The identifier typed or asserted; equal identifiers are equal numbers, also where the text was not kept. */
  readonly name: TableColumn
  readonly names: NameDictionary
  /** Distinct (address, geo asserted by the log, network asserted by the log). */
  readonly place: TableColumn
  readonly places: PlaceTable
  readonly userAgent: TableColumn
  readonly agents: AgentTable
  readonly session: TableColumn
  readonly sessions: Dictionary
  readonly device: TableColumn
  readonly devices: Dictionary
  readonly client: TableColumn
  readonly clients: Dictionary
  readonly tenant: TableColumn
  readonly tenants: Dictionary
  readonly actor: TableColumn
  readonly actors: Dictionary
  readonly input: TableColumn
  readonly line: TableColumn
  readonly offset: TableColumn
  readonly length: TableColumn
  /** Which of the records that lay packed in the framed one, from 1; 0: it is itself the record. */
  readonly nested: TableColumn
  /** Index of the event within its record (`each`, `repeat`). */
  readonly part: TableColumn
  readonly port: TableColumn
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
