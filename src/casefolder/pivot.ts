import { folded } from '../kernel/folded.ts'
import { sourceOf } from '../kernel/ip.ts'
import { sourceMatcher } from '../kernel/source-match.ts'
import { MOST_CONNECTIONS } from '../model/case-connection.ts'
import type { CaseAccount, CaseDocument, CaseSession, CaseSource } from '../model/case.ts'
import { findEntries } from './find-entries.ts'

/** What to widen by; several values of one kind are alternatives. */
export interface PivotQuery {
  readonly ip: readonly string[]
  readonly asn: readonly number[]
  readonly agent: readonly string[]
  readonly session: readonly string[]
  readonly account: readonly string[]
}

/** One account that what was asked for leads to. */
export interface PivotAccount {
  readonly account: string
  readonly names: readonly string[]
  readonly verdict: CaseAccount['verdict'] | null
  readonly decision: CaseAccount['decision']['state'] | null
  /** `entered`: a suspicious session; `tried`: attempts only; `innocent`: uses the source and is not judged. */
  readonly role: 'entered' | 'tried' | 'innocent'
  readonly sources: readonly string[]
  readonly sessions: readonly string[]
  readonly first: string | null
  readonly last: string | null
}

export interface PivotResult {
  readonly sources: readonly CaseSource[]
  readonly sessions: readonly CaseSession[]
  readonly accounts: readonly PivotAccount[]
  /** Values that nothing in the case answers to. */
  readonly unknown: readonly string[]
}

type Test = {
  readonly value: string
  readonly source: (source: CaseSource) => boolean
  readonly session: (session: CaseSession) => boolean
}

/** Everybody whom the case names: those it judges, and by id alone whoever else tried or used its sources. */
const everybody = function* ({ accounts, sources = [] }: CaseDocument): Iterable<Pick<CaseAccount, 'account' | 'names'>> {
  yield* accounts
  const judged = new Set(accounts.map(({ account }) => account))
  const others = new Set(sources.flatMap(({ hits, tried, others: users }) => [...hits, ...tried, ...users]))
  for (const account of others) if (!judged.has(account)) yield { account, names: [] }
}

/** Was somebody else in the session there? One that was stolen is its owner's where it began. Documents that name no sources cannot tell. */
const strangersPlace = ({ sources }: CaseDocument): ((session: CaseSession, source: string) => boolean) => {
  if (sources === undefined) return () => true
  const hits = new Map(sources.map(({ source, hits: entered }) => [source, new Set<string | null>(entered)]))
  return ({ account }, source) => hits.get(source)?.has(account) === true
}

const testsOf = ({ ip, asn, agent, session, account }: PivotQuery, document: CaseDocument): readonly Test[] => [
  ...ip.map((value): Test => {
    const isWanted = sourceMatcher(value)
    const isStrangers = strangersPlace(document)
    return {
      value,
      source: ({ source }) => isWanted(source),
      session: (one) => one.ips.some((address) => isWanted(sourceOf(address)) && isStrangers(one, sourceOf(address))),
    }
  }),
  ...asn.map((value): Test => ({
    value: `AS${value}`,
    source: ({ network }) => network?.asn === value,
    session: ({ network }) => network?.asn === value,
  })),
  ...agent.map((value): Test => {
    const has = (text: string | null): boolean => text !== null && folded(text).includes(folded(value))
    return { value, source: ({ agents }) => agents.some(has), session: (one) => has(one.agent) }
  }),
  ...session.map((value): Test => ({ value, source: () => false, session: ({ id }) => id === value })),
  ...[...(account.length === 0 ? [] : findEntries(everybody(document), account))].map(([value, found]): Test => {
    const ids = new Set(found.map(({ account: id }) => id))
    const has = (list: readonly string[]): boolean => list.some((id) => ids.has(id))
    return {
      value,
      source: ({ hits, tried, others }) => has(hits) || has(tried) || has(others),
      session: ({ account: id }) => id !== null && ids.has(id),
    }
  }),
]

const ROLE_RANK = { entered: 0, tried: 1, innocent: 2 } as const

interface Touched {
  role: PivotAccount['role']
  readonly sources: Set<string>
  readonly sessions: CaseSession[]
}

/** Everybody on these sources and in these sessions, with the worst role that each has. */
const touchedBy = (sources: readonly CaseSource[], sessions: readonly CaseSession[]): ReadonlyMap<string, Touched> => {
  const found = new Map<string, Touched>()
  const meet = (id: string, role: PivotAccount['role']): Touched => {
    let touched = found.get(id)
    if (touched === undefined) found.set(id, (touched = { role, sources: new Set(), sessions: [] }))
    if (ROLE_RANK[role] < ROLE_RANK[touched.role]) touched.role = role
    return touched
  }
  for (const { source, hits, tried, others } of sources) {
    for (const id of hits) meet(id, 'entered').sources.add(source)
    for (const id of others) meet(id, 'innocent').sources.add(source)
    for (const id of tried) meet(id, 'tried').sources.add(source)
  }
  for (const session of sessions) if (session.account !== null) meet(session.account, 'entered').sessions.push(session)
  return found
}

/** From when until when somebody else was in, by what is on record of these sources; a session as a whole may be its owner's at first. */
const spanOf = (account: string, sources: readonly CaseSource[], own: readonly CaseSession[]): Pick<PivotAccount, 'first' | 'last'> => {
  const times = sources
    .flatMap(({ connections = [] }) => connections)
    .flatMap((connection) => (connection.account === account ? [connection.time] : []))
    .toSorted((left, right) => Date.parse(left) - Date.parse(right))
  const isWhole = sources.every(({ connections = [] }) => connections.length < MOST_CONNECTIONS)
  return { first: times[0] ?? own[0]?.start ?? null, last: (isWhole ? times.at(-1) : undefined) ?? own.at(-1)?.end ?? null }
}

/**
 * Widens from what is known: which sources and sessions it leads to, and every account met there, innocent users of the same source
 * among them. Reads the case, not the logs.
 */
export const pivot = (document: CaseDocument, query: PivotQuery): PivotResult => {
  const tests = testsOf(query, document)
  const sources = (document.sources ?? []).filter((source) => tests.some((test) => test.source(source)))
  const sessions = document.sessions.filter((session) => tests.some((test) => test.session(session)))
  const ofCase = new Map(document.accounts.map((account) => [account.account, account]))
  const accounts = [...touchedBy(sources, sessions)]
    .map(([account, { role, sources: from, sessions: own }]): PivotAccount => {
      const entry = ofCase.get(account)
      const span = spanOf(
        account,
        sources.filter(({ source }) => from.has(source)),
        own,
      )
      return {
        account,
        names: entry?.names ?? [],
        verdict: entry?.verdict ?? null,
        decision: entry?.decision.state ?? null,
        role,
        sources: [...from],
        sessions: own.map(({ id }) => id),
        first: span.first ?? entry?.firstSuspicious ?? null,
        last: span.last ?? entry?.lastSuspicious ?? null,
      }
    })
    .toSorted((left, right) => ROLE_RANK[left.role] - ROLE_RANK[right.role] || (left.account < right.account ? -1 : 1))
  const answered = ({ source, session }: Test): boolean => sources.some(source) || sessions.some(session)
  return { sources, sessions, accounts, unknown: tests.filter((test) => !answered(test)).map(({ value }) => value) }
}
