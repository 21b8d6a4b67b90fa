import type { Agent, Geo, Network } from '../model/event.ts'
import type { EventLog } from './event-log.ts'
import type { AgentTable, EventTable, PlaceTable } from './event-table.ts'
import { dropDuplicates } from './duplicates.ts'
import { foldAttempts } from './fold-attempts.ts'
import { resolveAccounts } from './identity.ts'
import { createInterner } from './interner.ts'
import { findProxies } from './proxies.ts'
import { sortEvents } from './sort-events.ts'

/** What enrichment adds, per distinct value; given from the right-hand station so that this one need not know it. */
export interface PlaceKnowledge {
  readonly geoOf: (ip: string) => Geo | undefined
  readonly networkOf: (ip: string, asserted: { readonly asn: number | undefined; readonly org: string | undefined }) => Network | undefined
  readonly agentOf: (userAgent: string) => Agent | undefined
  /** A database that the user gave is trusted more than what the log asserts. */
  readonly preferOwnGeo: boolean
}

export interface BuiltTable {
  readonly table: EventTable
  /** Per input: records dropped as duplicates. */
  readonly duplicates: ReadonlyMap<number, number>
}

type PlacesWithoutProxies = Omit<PlaceTable, 'isProxy'>

const knowPlaces = (log: EventLog, knowledge: PlaceKnowledge): PlacesWithoutProxies => {
  const { places } = log.dictionaries
  const sources = createInterner()
  const countries = createInterner()
  const networks = createInterner()
  const ip = new Int32Array(places.size)
  const [source, country, network] = [new Int32Array(places.size), new Int32Array(places.size), new Int32Array(places.size)]
  const geos: (Geo | undefined)[] = []
  const facts: (Network | undefined)[] = []
  for (let place = 0; place < places.size; place += 1) {
    ip[place] = places.ipOf(place)
    const address = places.ips.get(ip[place] as number)
    const own = address === undefined ? undefined : knowledge.geoOf(address)
    const asserted = places.geoOf(place)
    const geo = knowledge.preferOwnGeo ? (own ?? asserted) : (asserted ?? own)
    const net = address === undefined ? undefined : knowledge.networkOf(address, places.asnOf(place))
    geos.push(geo)
    facts.push(net)
    source[place] = sources.intern(address === undefined ? undefined : places.sourceText(address))
    country[place] = countries.intern(geo?.country)
    network[place] = networks.intern(net?.asn === undefined ? net?.org : `AS${net.asn}`)
  }
  return { size: places.size, ip, ips: places.ips, source, sources, country, countries, network, geoOf: (place) => geos[place], networkOf: (place) => facts[place] }
}

const knowAgents = (log: EventLog, knowledge: PlaceKnowledge): AgentTable => {
  const { userAgents } = log.dictionaries
  const kinds = createInterner()
  const agent = new Int32Array(userAgents.size)
  const facts: (Agent | undefined)[] = []
  for (let key = 0; key < userAgents.size; key += 1) {
    const found = knowledge.agentOf(userAgents.get(key) ?? '')
    facts.push(found)
    agent[key] = found === undefined ? -1 : kinds.intern(`${found.family}\u0000${found.os}`)
  }
  return { agent, agentOf: (key) => facts[key], userAgents }
}

const allRows = (log: EventLog, skip: ReadonlySet<number>): Uint32Array => {
  const rows = Uint32Array.from({ length: log.size }, (_, row) => row)
  return skip.size === 0 ? rows : rows.filter((row) => !skip.has(row))
}

/**
 * Orders the log, drops duplicates, folds attempts, resolves accounts, adds what is known of places and agents,
 * and lays the result out as flat columns. The log's own columns are used up.
 * @param skip rows that another input already held (whole-file and overlap duplicates)
 */
export const buildTable = (log: EventLog, knowledge: PlaceKnowledge, skip: ReadonlySet<number> = new Set()): BuiltTable => {
  const { columns, dictionaries } = log
  const duplicates = new Map<number, number>()
  const countDuplicate = (row: number): void => {
    if (columns.part.get(row) !== 0) return
    const input = columns.input.get(row)
    duplicates.set(input, (duplicates.get(input) ?? 0) + 1)
  }
  skip.forEach(countDuplicate)
  const sorted = sortEvents(log, allRows(log, skip))
  const rows = foldAttempts(log, dropDuplicates(log, sorted, countDuplicate))
  const { account, accounts } = resolveAccounts(log, rows)
  const known = knowPlaces(log, knowledge)
  const table = {
    size: rows.length,
    time: columns.time.take(rows), cls: columns.cls.take(rows), classes: dictionaries.classes.list,
    account, accounts,
    name: columns.name.take(rows), names: dictionaries.names,
    place: columns.place.take(rows),
    userAgent: columns.userAgent.take(rows), agents: knowAgents(log, knowledge),
    session: columns.session.take(rows), sessions: dictionaries.sessions,
    device: columns.device.take(rows), devices: dictionaries.devices,
    client: columns.client.take(rows), clients: dictionaries.clients,
    tenant: columns.tenant.take(rows), tenants: dictionaries.tenants,
    actor: columns.actor.take(rows), actors: dictionaries.actors,
    input: columns.input.take(rows), line: columns.line.take(rows), offset: columns.offset.take(rows), length: columns.length.take(rows),
    part: columns.part.take(rows), port: columns.port.take(rows),
  }
  const proxies = findProxies({ ...table, places: known })
  return { table: { ...table, places: { ...known, isProxy: (source) => proxies.has(source) } }, duplicates }
}

