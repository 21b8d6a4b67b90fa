import type { EventTable } from '../../order/event-table.ts'
import type { Facts, RuleEvent, Threat, Usual } from '../define-rule.ts'

const US_PER_MS = 1000

/** Where a view looks for what is not in the row itself. */
export interface EventContext {
  readonly facts: (row: number) => Facts
  readonly usual: (row: number) => Usual
  readonly threat: (row: number, withinMs: number) => Threat | undefined
}

/** The one event object that built-in rules see: `point` moves it to a row, `revoke` makes every access throw until the next one. */
export interface EventView {
  readonly event: RuleEvent
  readonly point: (row: number) => void
  readonly revoke: () => void
}

/** A view over the table's columns: no allocation per event. */
export const createEventView = (table: EventTable, context: EventContext): EventView => {
  const { classes, places, agents } = table
  let current = -1

  const row = (): number => {
    if (current < 0) throw new Error('an event was read after the call it was handed to; copy what you need into state')
    return current
  }
  const cls = () => classes[table.cls[row()] ?? 0]
  const place = (): number => table.place[row()] ?? -1
  const userAgent = (): number => table.userAgent[row()] ?? -1
  const threat = (withinMs: number): Threat | undefined => context.threat(row(), withinMs)

  const event: RuleEvent = {
    get timeMs() { return (table.time[row()] ?? Number.NaN) / US_PER_MS },
    get action() { return cls()?.action ?? 'other' },
    get outcome() { return cls()?.outcome ?? 'info' },
    get reason() { return cls()?.reason },
    get accountKnown() { return cls()?.accountKnown },
    get account() { return table.accounts.get(table.account[row()] ?? -1) },
    get accountKey() { return table.account[row()] ?? -1 },
    get nameKey() { return table.name[row()] ?? -1 },
    get source() { return places.sources.get(places.source[place()] ?? -1) },
    get sourceKey() { return places.source[place()] ?? -1 },
    get ip() { return places.ips.get(places.ip[place()] ?? -1) },
    get session() { return table.session[row()] ?? -1 },
    get device() { return table.device[row()] ?? -1 },
    get client() { return table.clients.get(table.client[row()] ?? -1) },
    get clientKey() { return table.client[row()] ?? -1 },
    get userAgent() { return agents.userAgents.get(userAgent()) },
    get agent() { return agents.agentOf(userAgent()) },
    get agentKey() { return agents.agent[userAgent()] ?? -1 },
    get country() { return places.countries.get(places.country[place()] ?? -1) },
    get countryKey() { return places.country[place()] ?? -1 },
    get geo() { return places.geoOf(place()) },
    get network() { return places.networkOf(place()) },
    get networkKey() { return places.network[place()] ?? -1 },
    get mfaMethod() { return cls()?.mfaMethod },
    get protocol() { return cls()?.protocol },
    get providerRisk() { return cls()?.providerRisk },
    get format() { return cls()?.format ?? '' },
    get row() { return row() },
    get facts() { return context.facts(row()) },
    get usual() { return context.usual(row()) },
    threat,
  }
  return {
    event,
    point: (next) => {
      current = next
    },
    revoke: () => {
      current = -1
    },
  }
}
