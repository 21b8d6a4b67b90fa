import type { EventTable } from '../../order/event-table.ts'
import type { Facts, RuleEvent, Threat, Usual } from '../define-rule.ts'

const US_PER_MS = 1000

/** Where a view looks for what is not in the row itself. */
export interface EventContext {
  readonly facts: (row: number) => Facts
  readonly usual: (row: number) => Usual
  readonly threat: (row: number, withinMs: number) => Threat | undefined
}

/** The one event object that built-in rules see; `point` moves it to a row. Nothing in it may be kept after the call. */
export interface EventView {
  readonly event: RuleEvent
  readonly point: (row: number) => void
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * A view over the table's columns: no allocation per event. Numbers and words are copied in once per row, because twelve rules
 * reading plain fields are 1.5 times as fast as through getters; texts and objects are looked up only when asked for.
 */
export const createEventView = (table: EventTable, context: EventContext): EventView => {
  const { classes, places, agents } = table
  let row = -1
  let cls = -1
  let place = -2
  let userAgent = -2

  const event: Writable<RuleEvent> = {
    timeMs: Number.NaN, action: 'other', outcome: 'info', reason: undefined, accountKnown: undefined,
    accountKey: -1, nameKey: -1, sourceKey: -1, session: -1, device: -1, clientKey: -1, agentKey: -1, countryKey: -1, networkKey: -1,
    mfaMethod: undefined, protocol: undefined, providerRisk: undefined, format: '', row: -1,
    get account() { return table.accounts.get(table.account[row] ?? -1) },
    get source() { return places.sources.get(places.source[place] ?? -1) },
    get ip() { return places.ips.get(places.ip[place] ?? -1) },
    get client() { return table.clients.get(table.client[row] ?? -1) },
    get userAgent() { return agents.userAgents.get(userAgent) },
    get agent() { return agents.agentOf(userAgent) },
    get country() { return places.countries.get(places.country[place] ?? -1) },
    get geo() { return places.geoOf(place) },
    get network() { return places.networkOf(place) },
    get facts() { return context.facts(row) },
    get usual() { return context.usual(row) },
    threat: (withinMs) => context.threat(row, withinMs),
  }

  const pointClass = (next: number): void => {
    cls = next
    const entry = classes[next]
    if (entry === undefined) return
    event.action = entry.action
    event.outcome = entry.outcome
    event.reason = entry.reason
    event.accountKnown = entry.accountKnown
    event.mfaMethod = entry.mfaMethod
    event.protocol = entry.protocol
    event.providerRisk = entry.providerRisk
    event.format = entry.format
  }
  const pointPlace = (next: number): void => {
    place = next
    event.sourceKey = places.source[next] ?? -1
    event.countryKey = places.country[next] ?? -1
    event.networkKey = places.network[next] ?? -1
  }
  const pointAgent = (next: number): void => {
    userAgent = next
    event.agentKey = agents.agent[next] ?? -1
  }
  return {
    event,
    point: (next) => {
      row = next
      event.row = next
      event.timeMs = (table.time[next] ?? Number.NaN) / US_PER_MS
      event.accountKey = table.account[next] ?? -1
      event.nameKey = table.name[next] ?? -1
      event.session = table.session[next] ?? -1
      event.device = table.device[next] ?? -1
      event.clientKey = table.client[next] ?? -1
      const nextClass = table.cls[next] ?? -1
      if (nextClass !== cls) pointClass(nextClass)
      const nextPlace = table.place[next] ?? -1
      if (nextPlace !== place) pointPlace(nextPlace)
      const nextAgent = table.userAgent[next] ?? -1
      if (nextAgent !== userAgent) pointAgent(nextAgent)
    },
  }
}
