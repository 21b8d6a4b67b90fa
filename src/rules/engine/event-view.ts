import { US_PER_MS } from '../../kernel/time-units.ts'
import type { Person } from '../../model/knowledge.ts'
import type { Known } from '../../knowledge/known.ts'
import type { Agent, Geo, Network } from '../../model/event.ts'
import type { Action, Outcome, Reason } from '../../model/vocabulary.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { Facts, RuleEvent, Threat, Usual } from '../define-rule.ts'

/** Where a view looks for what is not in the row itself. */
export interface EventContext {
  readonly facts: (row: number) => Facts
  readonly successes: (sinceMs: number, beforeRow: number) => number
  readonly usual: (row: number) => Usual
  readonly isOthersAct: (row: number) => boolean
  readonly known: Known
  readonly threat: (row: number, withinMs: number) => Threat | undefined
}

/** The one event object that built-in rules see; `point` moves it to a row. Nothing in it may be kept after the call. */
export interface EventView {
  readonly event: RuleEvent
  readonly point: (row: number) => void
}

/**
 * A row of the table as an event. Numbers and words are plain fields, written once per row, because twelve rules read them;
 * texts and objects are looked up when asked for. A class, because getters of an object literal are new functions in each
 * stage and run, which makes every field access in the rules polymorphic (measured: a third slower).
 */
class EventRow implements RuleEvent {
  timeMs = Number.NaN
  action: Action = 'other'
  outcome: Outcome = 'info'
  reason: Reason | undefined = undefined
  accountKnown: boolean | undefined = undefined
  accountKey = -1
  nameKey = -1
  sourceKey = -1
  session = -1
  device = -1
  clientKey = -1
  agentKey = -1
  countryKey = -1
  networkKey = -1
  mfaMethod: string | undefined = undefined
  protocol: string | undefined = undefined
  providerRisk: string | undefined = undefined
  code: string | undefined = undefined
  format = ''
  row = -1
  readonly threat: (withinMs: number) => Threat | undefined
  readonly successesSince: (sinceMs: number) => number
  readonly #table: EventTable
  readonly #context: EventContext
  #cls = -1
  #place = -2
  #userAgent = -2

  constructor(table: EventTable, context: EventContext) {
    this.#table = table
    this.#context = context
    this.threat = (withinMs) => context.threat(this.row, withinMs)
    this.successesSince = (sinceMs) => context.successes(sinceMs, this.row)
  }

  get account(): string | undefined {
    return this.#table.accounts.get(this.accountKey)
  }
  get source(): string | undefined {
    return this.#table.places.sources.get(this.sourceKey)
  }
  get ip(): string | undefined {
    return this.#table.places.ips.get(this.#table.places.ip[this.#place] ?? -1)
  }
  get client(): string | undefined {
    return this.#table.clients.get(this.clientKey)
  }
  get userAgent(): string | undefined {
    return this.#table.agents.userAgents.get(this.#userAgent)
  }
  get agent(): Agent | undefined {
    return this.#table.agents.agentOf(this.#userAgent)
  }
  get country(): string | undefined {
    return this.#table.places.countries.get(this.countryKey)
  }
  get geo(): Geo | undefined {
    return this.#table.places.geoOf(this.#place)
  }
  get network(): Network | undefined {
    return this.#table.places.networkOf(this.#place)
  }
  get facts(): Facts {
    return this.#context.facts(this.row)
  }
  get isPasswordLikeName(): boolean {
    return this.accountKey < 0 && this.#table.names.isPasswordLike(this.nameKey)
  }
  get isOthersAct(): boolean {
    return this.#context.isOthersAct(this.row)
  }
  get intel(): string | undefined {
    return this.#context.known.intelOf(this.row)
  }
  get person(): Person | undefined {
    return this.#context.known.personOf(this.accountKey)
  }
  get usual(): Usual {
    return this.#context.usual(this.row)
  }

  point(row: number): void {
    const table = this.#table
    this.row = row
    this.timeMs = table.time.get(row) / US_PER_MS
    this.accountKey = table.account.get(row)
    this.nameKey = table.name.get(row)
    this.session = table.session.get(row)
    this.device = table.device.get(row)
    this.clientKey = table.client.get(row)
    const cls = table.cls.get(row)
    if (cls !== this.#cls) this.#pointClass(cls)
    const place = table.place.get(row)
    if (place !== this.#place) this.#pointPlace(place)
    const userAgent = table.userAgent.get(row)
    if (userAgent !== this.#userAgent) this.#pointAgent(userAgent)
  }

  #pointClass(cls: number): void {
    this.#cls = cls
    const entry = this.#table.classes[cls]
    if (entry === undefined) return
    this.action = entry.action
    this.outcome = entry.outcome
    this.reason = entry.reason
    this.accountKnown = entry.accountKnown
    this.mfaMethod = entry.mfaMethod
    this.protocol = entry.protocol
    this.providerRisk = entry.providerRisk
    this.code = entry.code
    this.format = entry.format
  }

  #pointPlace(place: number): void {
    const { source, country, network } = this.#table.places
    this.#place = place
    this.sourceKey = source[place] ?? -1
    this.countryKey = country[place] ?? -1
    this.networkKey = network[place] ?? -1
  }

  #pointAgent(userAgent: number): void {
    this.#userAgent = userAgent
    this.agentKey = this.#table.agents.agent[userAgent] ?? -1
  }
}

/** A view over the table's columns: no allocation per event. */
export const createEventView = (table: EventTable, context: EventContext): EventView => {
  const event = new EventRow(table, context)
  return { event, point: (row) => event.point(row) }
}
