import { toIso } from '../../kernel/time.ts'
import { MOST_CONNECTIONS, type CaseConnection } from '../../model/case-connection.ts'
import type { CaseSource } from '../../model/case.ts'
import { isSharedEgress } from '../sources/attack-source.ts'
import type { JudgedCase } from '../judging/judge-case.ts'
import { strangersRows } from '../strangers/strangers-rows.ts'
import { isAffected } from '../../model/vocabulary.ts'
import { triesThatGotIn } from './attempts-by-source.ts'
import { hitsBySource, isSharedBy } from '../blocking/bystanders.ts'
import { compareTexts } from '../../kernel/text-order.ts'

interface SourceUse {
  attempts: number
  readonly tried: Set<number>
  readonly entered: Set<number>
  /** By dense id of the program: an event that shows it. */
  readonly agents: Map<number, number>
  first: number
  last: number
  isAllowed: boolean
}

const createUse = (row: number): SourceUse => ({
  attempts: 0,
  tried: new Set(),
  entered: new Set(),
  agents: new Map(),
  first: row,
  last: row,
  isAllowed: false,
})

/** By source: the events of suspicious sessions from there, in time order, the owner's own left out. */
const connectionsBySource = ({ accounts, read }: JudgedCase): ReadonlyMap<number, readonly number[]> => {
  const rows = accounts
    .filter(isAffected)
    .flatMap((account) => strangersRows(account, read))
    .toSorted((left, right) => left - right)
  return Map.groupBy(
    rows.filter((row) => read.source(row) >= 0),
    (row) => read.source(row),
  )
}

const writeConnection = ({ table, read }: JudgedCase, row: number): CaseConnection => {
  const { action, outcome } = read.cls(row)
  return {
    time: toIso(read.time(row)),
    ip: table.places.ips.get(table.places.ip[table.place.get(row)] ?? -1) ?? '',
    port: table.port.get(row) || null,
    account: table.accounts.get(table.account.get(row)) ?? '',
    action,
    outcome,
  }
}

/** One pass over all events: what each of these sources did, and who uses it. */
const observe = ({ table, read }: JudgedCase, wanted: ReadonlySet<number>): ReadonlyMap<number, SourceUse> => {
  const uses = new Map<number, SourceUse>()
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    if (!wanted.has(source)) continue
    let use = uses.get(source)
    if (use === undefined) uses.set(source, (use = createUse(row)))
    const account = table.account.get(row)
    use.last = row
    use.isAllowed ||= read.isAllowed(row)
    if (!use.agents.has(read.agent(row))) use.agents.set(read.agent(row), row)
    if (read.isAttempt(row)) {
      use.attempts += 1
      if (account >= 0) use.tried.add(account)
    } else if (read.isSuccess(row) && account >= 0) use.entered.add(account)
  }
  return uses
}

/**
 * Every address of the attacks and of the suspicious sessions with everybody who uses it, so that widening the case and blocking an
 * address need not read the logs again.
 */
export const writeSources = (judged: JudgedCase): readonly CaseSource[] => {
  const { table, read, campaigns } = judged
  const hits = hitsBySource(judged)
  const gotIn = triesThatGotIn(judged)
  const connections = connectionsBySource(judged)
  const attacks = new Map(campaigns.flatMap(({ sources }) => sources.map((source) => [source.source, source] as const)))
  const judgedKeys = new Set(judged.accounts.map(({ key }) => key))
  const idsOf = (keys: Iterable<number>): readonly string[] =>
    [...new Set([...keys].flatMap((key) => table.accounts.get(key) ?? []))].toSorted(compareTexts)
  return [...observe(judged, new Set([...hits.keys(), ...attacks.keys()]))]
    .map(([source, use]): CaseSource => {
      const attack = attacks.get(source)
      const hit = hits.get(source) ?? new Set<number>()
      const others = [...use.entered].filter((account) => !hit.has(account))
      const network = table.places.networkOf(table.place.get(use.first))
      return {
        source: table.places.sources.get(source) ?? '',
        campaigns: campaigns.filter((campaign) => attack !== undefined && campaign.sources.includes(attack)).map(({ id }) => id),
        attempts: (attack?.attempts ?? use.attempts) + (gotIn.get(source)?.length ?? 0),
        // What is typed into the name field is not always a name: only accounts of the case are named.
        tried: idsOf(attack?.triedAccounts ?? [...use.tried].filter((account) => judgedKeys.has(account))),
        hits: idsOf(hit),
        others: idsOf(others),
        first: toIso(read.time(use.first)),
        last: toIso(read.time(use.last)),
        country: read.countryText(use.first) ?? null,
        network: network === undefined ? null : { asn: network.asn ?? null, org: network.org ?? null, kind: network.kind },
        agents: [...use.agents.values()].flatMap((row) => read.agentText(row) ?? []).toSorted(compareTexts),
        shared: (attack !== undefined && isSharedEgress(attack)) || isSharedBy(others.length),
        proxy: table.places.isProxy(source),
        connections: (connections.get(source) ?? []).slice(0, MOST_CONNECTIONS).map((row) => writeConnection(judged, row)),
        allowed: use.isAllowed,
      }
    })
    .toSorted((left, right) => compareTexts(left.source, right.source))
}
