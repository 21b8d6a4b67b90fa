import { numbersUpTo } from '../kernel/numbers-up-to.ts'
import type { Agent } from '../model/event.ts'
import type { StoredLog } from './log-columns.ts'
import type { AgentTable, EventTable, NameDictionary } from './event-table.ts'
import type { HashInterner } from './hash-interner.ts'
import { nameCompletedResets } from './completed-resets.ts'
import { dropDuplicates, type Dedupe } from './duplicates.ts'
import { findEchoes } from './edge-echoes.ts'
import { foldAttempts } from './fold-attempts.ts'
import { resolveAccounts } from './identity.ts'
import { createInterner } from './interner.ts'
import { joinEdges, type Joined } from './join-edges.ts'
import { createKnownPlaces, type KnownPlaces, type PlaceKnowledge } from './known-places.ts'
import { findProxies } from './proxies.ts'
import { sortEvents } from './sort-events.ts'

export type { PlaceKnowledge } from './known-places.ts'

export interface BuiltTable {
  readonly table: EventTable
  /** Per input: records dropped as duplicates. */
  readonly duplicates: ReadonlyMap<number, number>
  /** What logs of the edge and of applications had in common. */
  readonly edges: Joined & { readonly echoes: number }
}

const knowAgents = (log: StoredLog, knowledge: PlaceKnowledge): AgentTable => {
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

const allRows = (log: StoredLog, skip: ReadonlySet<number>): Uint32Array => {
  const rows = numbersUpTo(log.size)
  return skip.size === 0 ? rows : rows.filter((row) => !skip.has(row))
}

const namesOf = (names: HashInterner): NameDictionary => ({
  size: names.size,
  get: (key) => names.get(key),
  isPasswordLike: (key) => names.isMarked(key),
})

export interface TableOptions {
  /** Rows that another input already held (whole-file and overlap duplicates). */
  readonly skip?: ReadonlySet<number>
  /** Where places were looked up while reading; otherwise it is done here. */
  readonly knownPlaces?: KnownPlaces
  readonly dedupe?: Dedupe
}

interface ChosenRows {
  readonly rows: Uint32Array
  readonly duplicates: BuiltTable['duplicates']
  readonly echoes: number
}

/** The rows that are events, in order of time, each once. */
const chooseRows = (log: StoredLog, skip: ReadonlySet<number>, dedupe: Dedupe): ChosenRows => {
  const { columns, dictionaries } = log
  const duplicates = new Map<number, number>()
  const countDuplicate = (row: number): void => {
    if (columns.part.get(row) !== 0) return
    const input = columns.input.get(row)
    duplicates.set(input, (duplicates.get(input) ?? 0) + 1)
  }
  skip.forEach(countDuplicate)
  const sorted = sortEvents(log, allRows(log, skip))
  const distinct = dropDuplicates(log, sorted, countDuplicate, dedupe)
  // Now, not later: a large log is at its largest where its columns are laid out anew.
  for (const column of [columns.sequence, columns.id0, columns.id1]) column.forget()
  for (const settled of [dictionaries.names, dictionaries.sessions]) settled.settle()
  const folded = foldAttempts(log, distinct)
  const echoes = findEchoes(log, folded)
  return { rows: echoes.size === 0 ? folded : folded.filter((row) => !echoes.has(row)), duplicates, echoes: echoes.size }
}

/** Whose the rows are: columns that say so, or that are filled in when it is known. */
const resolveRows = (log: StoredLog, rows: Uint32Array) => {
  const { columns, dictionaries } = log
  const time = columns.time.take(rows)
  const cls = columns.cls.takeDraft(rows)
  const name = columns.name.take(rows)
  const scope = columns.scope.take(rows)
  const account = columns.account.takeDraft(rows)
  const accounts = resolveAccounts(log, { time, cls, name, scope, account })
  const place = columns.place.take(rows)
  const userAgent = columns.userAgent.take(rows)
  const session = columns.session.takeDraft(rows)
  const joined = joinEdges(log, { time, cls, place, userAgent, name, scope, account, session })
  for (const done of [dictionaries.names, dictionaries.sessions]) done.forgetHashes()
  nameCompletedResets(dictionaries.classes, { time, account, cls })
  for (const changed of [account, session, cls]) changed.settle()
  return { joined, resolved: { time, cls, name, account, accounts, place, userAgent, session } }
}

/**
 * Orders the log, drops duplicates, folds attempts, resolves accounts, adds what is known of places and agents,
 * and lays the result out as flat columns. The log's own columns are used up.
 */
export const buildTable = (
  log: StoredLog,
  knowledge: PlaceKnowledge,
  { skip = new Set(), knownPlaces, dedupe = 'ids' }: TableOptions = {},
): BuiltTable => {
  const { columns, dictionaries } = log
  const { rows, duplicates, echoes } = chooseRows(log, skip, dedupe)
  const { joined, resolved } = resolveRows(log, rows)
  const known = (knownPlaces ?? createKnownPlaces(dictionaries.places, knowledge)).finish()
  for (const settled of [dictionaries.places, dictionaries.ids]) settled.settle()
  const table = {
    ...resolved,
    size: rows.length,
    classes: dictionaries.classes.list,
    names: namesOf(dictionaries.names),
    agents: knowAgents(log, knowledge),
    sessions: dictionaries.sessions,
    device: columns.device.take(rows),
    devices: dictionaries.devices,
    client: columns.client.take(rows),
    clients: dictionaries.clients,
    tenant: columns.tenant.take(rows),
    tenants: dictionaries.tenants,
    actor: columns.actor.take(rows),
    actors: dictionaries.actors,
    input: columns.input.take(rows),
    line: columns.line.take(rows),
    offset: columns.offset.take(rows),
    length: columns.length.take(rows),
    nested: columns.nested.take(rows),
    part: columns.part.take(rows),
    port: columns.port.take(rows),
  }
  const proxies = findProxies({ ...table, places: known })
  return {
    table: { ...table, places: { ...known, isProxy: (source) => proxies.has(source) } },
    duplicates,
    edges: { ...joined, echoes },
  }
}
