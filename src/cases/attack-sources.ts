import type { EventTable } from '../order/event-table.ts'
import type { Finding } from '../model/finding.ts'
import type { AccountRows } from './account-rows.ts'
import { findFailureDays } from './campaigns/failure-days.ts'
import { findPooledFailures } from './campaigns/pooled-failures.ts'
import type { KnownAccounts } from './known-accounts.ts'
import type { RowReader } from './row-reader.ts'

/** Rules whose finding is about a source as such. */
export const SOURCE_RULES: ReadonlySet<string> = new Set([
  'single-source-stuffing',
  'single-source-spray',
  'low-and-slow-source',
  'user-enumeration',
])
/** Rules whose finding is about guesses at one account; the sources are those of the guesses. */
export const GUESSING_RULES: ReadonlySet<string> = new Set(['account-guessing', 'distributed-guessing'])
/** The rule whose finding is about many sources at once; a wave is looked at as it grows, so its end lies after the finding's. */
const WAVE_RULE = 'distributed-wave'
const WAVE_TAIL_US = 10 * 60 * 1e6

/** One address (IPv6: /64) that attacked. Times in epoch µs. */
export interface AttackSource {
  readonly source: number
  first: number
  last: number
  readonly findings: Set<string>
  /** What its failures were pooled by with those of other sources. */
  readonly pools: Set<string>
  readonly rules: Set<string>
  /** Days on which it did little but fail, on several names (`failure-days.ts`). */
  failureDays: number
  /** Seen only in a pool: one of many addresses that tried hardly anything each (`pooled-failures.ts`). */
  isPooled: boolean
  /** Accounts that logged in from here outside the attack: neighbours on a shared line. */
  readonly neighbours: Set<number>
  /** Accounts that logged in from here while it attacked: hits, or neighbours again. */
  readonly entered: Set<number>
  /** Agents of the attempts. */
  readonly agents: Set<number>
  readonly networks: Set<number>
  readonly countries: Set<number>
  /** Typed identifiers: tried, and those that resolved to an account. */
  readonly tried: Set<number>
  readonly triedAccounts: Set<number>
  attempts: number
  /** Attempts without a user agent. */
  agentless: number
  /** Between attempts, in seconds. */
  readonly gaps: { count: number; sum: number; squares: number; last: number }
  successes: number
}

/** Around an episode, attempts still belong to it. */
const BEFORE_US = 10 * 60 * 1e6
const AFTER_US = 24 * 3600 * 1e6

const createSource = (source: number): AttackSource => ({
  source,
  first: Number.POSITIVE_INFINITY,
  last: Number.NEGATIVE_INFINITY,
  findings: new Set(),
  pools: new Set(),
  rules: new Set(),
  failureDays: 0,
  isPooled: false,
  neighbours: new Set(),
  entered: new Set(),
  agents: new Set(),
  networks: new Set(),
  countries: new Set(),
  tried: new Set(),
  triedAccounts: new Set(),
  attempts: 0,
  agentless: 0,
  gaps: { count: 0, sum: 0, squares: 0, last: Number.NaN },
  successes: 0,
})

const spanOver = (sources: Map<number, AttackSource>, source: number, first: number, last: number): AttackSource => {
  let known = sources.get(source)
  if (known === undefined) sources.set(source, (known = createSource(source)))
  known.first = Math.min(known.first, first)
  known.last = Math.max(known.last, last)
  return known
}

const mark = (sources: Map<number, AttackSource>, source: number, finding: Finding, first: number, last: number): void => {
  if (source < 0) return
  const known = spanOver(sources, source, first, last)
  known.findings.add(finding.id)
  known.rules.add(finding.rule)
}

/** Sources of the guesses behind a finding on one account, unless the owner had been coming from there, or from that network with that program. */
const guessingSources = (finding: Finding, rows: Int32Array, read: RowReader): Map<number, [first: number, last: number]> => {
  const usual = { sources: new Set<number>(), networks: new Set<number>(), agents: new Set<number>() }
  const isUsual = (row: number): boolean =>
    usual.sources.has(read.source(row)) || (usual.networks.has(read.network(row)) && usual.agents.has(read.agent(row)))
  const learn = (row: number): void => {
    usual.sources.add(read.source(row))
    if (read.network(row) >= 0) usual.networks.add(read.network(row))
    if (read.agent(row) >= 0) usual.agents.add(read.agent(row))
  }
  const found = new Map<number, [number, number]>()
  for (const row of rows) {
    const time = read.time(row)
    if (time > finding.last) break
    const source = read.source(row)
    if (time < finding.first) {
      if (read.isSuccess(row)) learn(row)
    } else if (read.isAttempt(row) && !isUsual(row)) {
      const span = found.get(source)
      if (span === undefined) found.set(source, [time, time])
      else span[1] = time
    }
  }
  return found
}

/** A wave names a program and an application, not its sources: all from which these two failed while it lasted. */
const waveSources = ({ rows, last }: Finding, table: EventTable, read: RowReader): Map<number, [first: number, last: number]> => {
  const found = new Map<number, [number, number]>()
  const [first = table.size] = rows
  for (let row = first; row < table.size && read.time(row) <= last + WAVE_TAIL_US; row += 1) {
    if (!read.isAttempt(row) || read.agent(row) !== read.agent(first) || table.client[row] !== table.client[first]) continue
    const time = read.time(row)
    const span = found.get(read.source(row))
    if (span === undefined) found.set(read.source(row), [time, time])
    else span[1] = time
  }
  return found
}

/** A finding names its source by text; one of its events shows the number. */
const keyOfSource = ({ rows, source }: Finding, read: RowReader): number => {
  const row = rows.find((at) => read.sourceText(at) === source)
  return row === undefined ? -1 : read.source(row)
}

/** Where a log names the account but not what was typed, the account stands for its identifier: a number that no name has. */
export const accountAsName = (account: number): number => -2 - account

export interface SourceContext {
  readonly byAccount: AccountRows
  readonly known: KnownAccounts
  readonly read: RowReader
}

const noteGap = ({ gaps }: AttackSource, time: number): void => {
  if (!Number.isNaN(gaps.last)) {
    const seconds = (time - gaps.last) / 1e6
    gaps.count += 1
    gaps.sum += seconds
    gaps.squares += seconds * seconds
  }
  gaps.last = time
}

/** One pass over all events fills in what each attacking source did and who else uses it. */
const observe = (sources: ReadonlyMap<number, AttackSource>, table: EventTable, { known, read }: SourceContext): void => {
  if (sources.size === 0) return
  const isAttacker = new Uint8Array(table.places.sources.size)
  for (const source of sources.keys()) isAttacker[source] = 1
  for (let row = 0; row < table.size; row += 1) {
    const key = read.source(row)
    if (key < 0 || isAttacker[key] === 0) continue
    const source = sources.get(key) as AttackSource
    const time = read.time(row)
    const account = table.account[row] as number
    const during = time >= source.first - BEFORE_US && time <= source.last + AFTER_US
    if (read.isAttempt(row) && during) {
      source.attempts += 1
      if ((table.userAgent[row] as number) < 0) source.agentless += 1
      noteGap(source, time)
      source.first = Math.min(source.first, time)
      source.last = Math.max(source.last, time)
      source.agents.add(read.agent(row))
      source.networks.add(read.network(row))
      source.countries.add(read.country(row))
      const name = table.name[row] as number
      if (name >= 0 || account >= 0) source.tried.add(name >= 0 ? name : accountAsName(account))
      if (known[account] === 1) source.triedAccounts.add(account)
    } else if (read.isSuccess(row) && account >= 0) {
      if (!during) source.neighbours.add(account)
      else {
        source.successes += 1
        source.entered.add(account)
      }
    }
  }
}

/** Part of the tried ids whose owners get in from this line, at other times or after all: from there on the trouble is their own. */
const OWNERS = 0.5

/** Failures of an office, a campus, a class or an app on a bad day: a fault, forgotten passwords, an expiry. A list hits a few in a hundred. */
const isOwnLine = ({ tried, triedAccounts, neighbours, entered }: AttackSource): boolean => {
  let owners = 0
  for (const account of triedAccounts) if (neighbours.has(account) || entered.has(account)) owners += 1
  return owners >= 5 && owners >= tried.size * OWNERS
}

const markFailureDays = (sources: Map<number, AttackSource>, table: EventTable, read: RowReader): void => {
  for (const [source, { days, first, last }] of findFailureDays(table, read)) spanOver(sources, source, first, last).failureDays = days
}

/** An address that no rule named and that failed little by itself. */
const markPools = (sources: Map<number, AttackSource>, table: EventTable, { byAccount, read }: SourceContext): void => {
  for (const { link, rows } of findPooledFailures(table, byAccount, read)) {
    for (const row of rows) {
      const source = read.source(row)
      if (source < 0) continue
      const isNew = !sources.has(source)
      const known = spanOver(sources, source, read.time(row), read.time(row))
      known.pools.add(link)
      if (isNew) known.isPooled = true
    }
  }
}

/** All addresses that attacked, by source key. Proxies of the service itself are never among them. */
export const findAttackSources = (
  table: EventTable,
  findings: readonly Finding[],
  context: SourceContext,
): ReadonlyMap<number, AttackSource> => {
  const { byAccount, read } = context
  const sources = new Map<number, AttackSource>()
  for (const finding of findings) {
    if (SOURCE_RULES.has(finding.rule) && finding.source !== undefined) {
      mark(sources, keyOfSource(finding, read), finding, finding.first, finding.last)
    } else if (GUESSING_RULES.has(finding.rule) && finding.accountKey >= 0) {
      for (const [source, [first, last]] of guessingSources(finding, byAccount.of(finding.accountKey), read))
        mark(sources, source, finding, first, last)
    } else if (finding.rule === WAVE_RULE) {
      for (const [source, [first, last]] of waveSources(finding, table, read)) mark(sources, source, finding, first, last)
    }
  }
  markFailureDays(sources, table, read)
  markPools(sources, table, context)
  for (const source of sources.keys()) if (table.places.isProxy(source)) sources.delete(source)
  observe(sources, table, context)
  for (const source of sources.values()) if (isOwnLine(source)) sources.delete(source.source)
  return sources
}

/** A line that many members share: a success from it is no sign by itself (carrier NAT, office, campus). */
export const isSharedEgress = (source: AttackSource): boolean =>
  source.neighbours.size >= 5 || (source.successes >= 10 && source.successes > source.attempts)

/** How many accounts log in from there, attacked or not: who would be locked out with it. */
export const accountsOn = ({ neighbours, entered }: AttackSource): number => new Set([...neighbours, ...entered]).size

/** Does a login from there belong to the attack? A list may hit at its first try, before anything failed: then the attack's own program tells. */
export const isOfAttack = (source: AttackSource, row: number, read: RowReader): boolean => {
  const time = read.time(row)
  return time >= source.first || (time >= source.first - BEFORE_US && source.agents.has(read.agent(row)))
}
