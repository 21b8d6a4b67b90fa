import type { EventTable } from '../../order/event-table.ts'
import type { KnownAccounts } from '../rows/known-accounts.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { isDuring, NEIGHBOURS, type AttackSource, type Episode } from './attack-source.ts'
import { episodesOf } from './episodes.ts'

/** Why an address is thought to attack. */
export interface SourceDraft {
  readonly source: number
  readonly findings: Set<string>
  readonly rules: Set<string>
  readonly pools: Set<string>
  /** How many of its attempts each finding and pool holds. */
  readonly links: Map<string, number>
  isList: boolean
  readonly rows: Set<number>
}

export const createDraft = (source: number): SourceDraft => ({
  source,
  findings: new Set(),
  rules: new Set(),
  pools: new Set(),
  links: new Map(),
  isList: false,
  rows: new Set(),
})

/** Where a log names the account but not what was typed, the account stands for its identifier: a number that no name has. */
const accountAsName = (account: number): number => -2 - account

export interface DescribeContext {
  readonly table: EventTable
  readonly known: KnownAccounts
  readonly read: RowReader
}

/** What holds most of its attempts: an address that two attacks use must not make them one. */
const homeOf = ({ links }: SourceDraft): string | undefined =>
  [...links].reduce<readonly [string, number] | undefined>(
    (most, link) => (most === undefined || link[1] > most[1] ? link : most),
    undefined,
  )?.[0]

export const nameOf = (row: number, { name, account }: Pick<EventTable, 'name' | 'account'>): number =>
  name.get(row) >= 0 ? name.get(row) : accountAsName(account.get(row))

const gapsOf = (times: readonly number[]): AttackSource['gaps'] => {
  let sum = 0
  let squares = 0
  for (let at = 1; at < times.length; at += 1) {
    const seconds = ((times[at] as number) - (times[at - 1] as number)) / 1e6
    sum += seconds
    squares += seconds * seconds
  }
  return { count: Math.max(0, times.length - 1), sum, squares }
}

/** Who came in when: during the attack, or at another time as a neighbour does. */
const visitors = (successes: readonly number[], episodes: readonly Episode[], { table, read }: DescribeContext) => {
  const neighbours = new Set<number>()
  const entered = new Set<number>()
  for (const row of successes) {
    const account = table.account.get(row)
    if (account < 0) continue
    if (isDuring({ episodes }, read.time(row))) entered.add(account)
    // Whoever came in during the attack and comes again is no witness for the line.
    else if (!entered.has(account)) neighbours.add(account)
  }
  return { neighbours, entered }
}

type When = Pick<AttackSource, 'episodes' | 'neighbours' | 'entered'>

/** Everything from one address, in time order. */
export interface Visits {
  readonly successes: readonly number[]
  readonly attempts: readonly number[]
}

/**
 * What it tried while it attacked: what made it suspicious, and whatever else failed then (a second factor that held, a name that
 * an owner nearby has as well). Failures of neighbours stay their own, and on a shared line those of everybody who gets in.
 */
const attemptsOf = ({ rows }: SourceDraft, { attempts }: Visits, when: When, context: DescribeContext): readonly number[] => {
  const { episodes, neighbours, entered } = when
  const isShared = neighbours.size >= NEIGHBOURS
  const isInside = (row: number): boolean =>
    episodes.some(({ first, last }) => context.read.time(row) >= first && context.read.time(row) <= last)
  const isOthers = (row: number): boolean => {
    const account = context.table.account.get(row)
    return !neighbours.has(account) && (!isShared || !entered.has(account))
  }
  return attempts.filter((row) => isInside(row) && (rows.has(row) || isOthers(row)))
}

export const describeSource = (draft: SourceDraft, visits: Visits, context: DescribeContext): AttackSource => {
  const { table, known, read } = context
  const { successes } = visits
  const episodes = episodesOf(visits.attempts.filter((row) => draft.rows.has(row)).map(read.time))
  const { neighbours, entered } = visitors(successes, episodes, context)
  const rows = attemptsOf(draft, visits, { episodes, neighbours, entered }, context)
  const times = rows.map(read.time)
  return {
    source: draft.source,
    first: episodes[0]?.first ?? Number.POSITIVE_INFINITY,
    last: episodes.at(-1)?.last ?? Number.NEGATIVE_INFINITY,
    episodes,
    findings: draft.findings,
    rules: draft.rules,
    pools: draft.pools,
    home: homeOf(draft),
    isList: draft.isList,
    neighbours,
    entered,
    agents: new Set(rows.map(read.agent)),
    networks: new Set(rows.map(read.network)),
    countries: new Set(rows.map(read.country)),
    tried: new Set(rows.map((row) => nameOf(row, table)).filter((name) => name !== accountAsName(-1))),
    triedAccounts: new Set(rows.map((row) => table.account.get(row)).filter((account) => known[account] === 1)),
    attempts: rows.length,
    rows: new Set(rows),
    agentless: rows.filter((row) => table.userAgent.get(row) < 0).length,
    gaps: gapsOf(times),
    successes: successes.filter((row) => isDuring({ episodes }, read.time(row)) && table.account.get(row) >= 0).length,
  }
}
