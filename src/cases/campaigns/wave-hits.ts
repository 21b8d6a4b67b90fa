import type { EventTable } from '../../order/event-table.ts'
import type { AccountRows } from '../account-rows.ts'
import type { KnownAccounts } from '../known-accounts.ts'
import type { RowReader } from '../row-reader.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import type { Campaign } from './find-campaigns.ts'

/**
 * A login during an attack that changes its address all the time, from an address that the log knows by nothing else: whether it is
 * the attack's is a matter of odds (Herley and Schechter, NDSS 2019): how many hits such an attack has, against how many such logins
 * customers make in that time, and how much likelier the login's program, place and account are among the one than among the others.
 */
export interface WaveHit {
  readonly row: number
  readonly campaign: Campaign
  /** Such logins that customers would make in the attack's hours. */
  readonly expected: number
  readonly odds: number
}

export interface WaveContext {
  readonly table: EventTable
  readonly byAccount: AccountRows
  readonly known: KnownAccounts
  readonly read: RowReader
  readonly sources: ReadonlyMap<number, AttackSource>
  /** Names that failed for good, by source. */
  readonly strayNames: Uint32Array
}

const HOUR_US = 3600 * 1e6
/** Attacks from fewer addresses are told by their addresses. */
const FEWEST_SOURCES = 10
/** Whoever guesses at a few accounts gets into no other. */
const FEWEST_NAMES = 10
/** Lists get in with 0.1 to 2 % of their tries (Auth0, Azion; detection.md 4.3). */
const HIT_RATE = 0.01
/** Two to one, and the account is worth a look. */
const LEAST_ODDS = 2
/** An owner comes with a program and from a network that the account knows more often than not; a stranger by chance only. */
const KNOWN = { owner: 0.7, stranger: 0.15 }
/** So many tries per name are a campaign that comes back to its names: a hit was tried before more often than not. */
const COMES_BACK = 1.4
const TRIED_BEFORE = 0.7

/** A login from an address where nobody else was and the account only this once begins to be. */
interface Newcomer {
  readonly row: number
  readonly hour: number
  /** Its account's other logins know this program, or network; `undefined`: there are none. */
  readonly knowsAgent: boolean | undefined
  readonly knowsNetwork: boolean | undefined
}

const newcomersOf = ({ table, byAccount, read }: WaveContext): readonly Newcomer[] => {
  const visitors = new Int32Array(table.places.sources.size).fill(-1)
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    if (source < 0 || !read.isSuccess(row)) continue
    const account = table.account[row] as number
    const known = visitors[source] as number
    visitors[source] = known === -1 || known === account ? account : -2
  }
  const found: Newcomer[] = []
  for (let account = 0; account < table.accounts.size; account += 1) {
    const logins = [...byAccount.of(account)].filter((row) => read.isLogin(row) && read.isSuccess(row) && read.source(row) >= 0)
    const seen = new Set<number>()
    for (const row of logins) {
      const source = read.source(row)
      if (seen.has(source)) continue
      seen.add(source)
      if (visitors[source] !== account || table.places.isProxy(source)) continue
      const others = logins.filter((other) => read.source(other) !== source)
      found.push({
        row,
        hour: Math.floor(read.time(row) / HOUR_US),
        knowsAgent: others.length === 0 ? undefined : others.some((other) => read.agent(other) === read.agent(row)),
        knowsNetwork: others.length === 0 ? undefined : others.some((other) => read.network(other) === read.network(row)),
      })
    }
  }
  return found
}

type KeyOf = (row: number) => number

/** How much more of the attempts than of the customers' logins have a key; nothing told where the log does not carry it. */
const likelier = (keyOf: KeyOf, attempts: readonly number[], customers: readonly number[]): ((row: number) => number) => {
  const count = (rows: readonly number[]): ReadonlyMap<number, number> => {
    const counts = new Map<number, number>()
    for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
    return counts
  }
  const [ofAttempts, ofCustomers] = [count(attempts), count(customers)]
  return (row) => {
    const theirs = ((ofAttempts.get(keyOf(row)) ?? 0) + 0.5) / (attempts.length + 1)
    const ours = ((ofCustomers.get(keyOf(row)) ?? 0) + 0.5) / (customers.length + 1)
    return theirs / ours
  }
}

const byPast = (knows: boolean | undefined): number =>
  knows === undefined ? 1 : knows ? KNOWN.stranger / KNOWN.owner : (1 - KNOWN.stranger) / (1 - KNOWN.owner)

/** Part of the next tries that come from an address not seen before: as many as came from an address that was seen once (Good and Turing). */
const unseenShare = ({ sources }: Campaign): number => {
  const attempts = sources.reduce((sum, source) => sum + source.attempts, 0)
  return sources.filter((source) => source.attempts === 1).length / Math.max(1, attempts)
}

/** An attack's address has mostly failed before; a customer's new one hardly ever. */
const byFailures = (campaign: Campaign, customers: readonly number[], { read, strayNames }: WaveContext): ((row: number) => number) => {
  const hasFailed = (row: number): boolean => (strayNames[read.source(row)] as number) > 0
  const ours = (customers.filter(hasFailed).length + 0.5) / (customers.length + 1)
  const unseen = unseenShare(campaign)
  return (row) => (hasFailed(row) ? (1 - unseen) / ours : unseen / (1 - ours))
}

/** Of a campaign that comes back to its names, whom it tried before is likelier to be a hit. */
const byTries = ({ sources }: Campaign, attempts: number, { table, known }: WaveContext): ((row: number) => number) => {
  const tried = new Set(sources.flatMap(({ triedAccounts }) => [...triedAccounts]))
  const names = new Set(sources.flatMap((source) => [...source.tried])).size
  if (attempts < names * COMES_BACK || tried.size === 0) return () => 1
  const members = known.reduce((sum, is) => sum + is, 0)
  return (row) => (tried.has(table.account[row] as number) ? (TRIED_BEFORE * members) / tried.size : 1)
}

/** Logins in the attack's hours, and in all others. */
const loginsAround = (hours: ReadonlySet<number>, { table, read }: WaveContext): { readonly inside: number; readonly outside: number } => {
  let [inside, outside] = [0, 0]
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isLogin(row) || !read.isSuccess(row)) continue
    if (hours.has(Math.floor(read.time(row) / HOUR_US))) inside += 1
    else outside += 1
  }
  return { inside, outside }
}

const hitsOf = (campaign: Campaign, newcomers: readonly Newcomer[], context: WaveContext): readonly WaveHit[] => {
  const { table, read, sources } = context
  const attempts = campaign.sources.flatMap(({ rows }) => [...rows])
  const hours = new Set(attempts.map((row) => Math.floor(read.time(row) / HOUR_US)))
  const customers = newcomers.filter(({ hour, row }) => !hours.has(hour) && !sources.has(read.source(row))).map(({ row }) => row)
  const logins = loginsAround(hours, context)
  if (customers.length === 0 || logins.outside === 0) return []
  const expected = Math.max(0.5, (customers.length / logins.outside) * logins.inside)
  const likelihoods = [
    likelier((row) => table.userAgent[row] as number, attempts, customers),
    likelier(read.network, attempts, customers),
    byFailures(campaign, customers, context),
    byTries(campaign, attempts.length, context),
  ]
  return newcomers.flatMap(({ row, hour, knowsAgent, knowsNetwork }): readonly WaveHit[] => {
    if (!hours.has(hour)) return []
    const before = ((attempts.length * HIT_RATE) / expected) * byPast(knowsAgent) * byPast(knowsNetwork)
    const odds = likelihoods.reduce((product, of) => product * of(row), before)
    return odds >= LEAST_ODDS ? [{ row, campaign, expected, odds }] : []
  })
}

/** By event. */
export const findWaveHits = (campaigns: readonly Campaign[], context: WaveContext): ReadonlyMap<number, WaveHit> => {
  const wide = campaigns.filter(
    ({ sources }) => sources.length >= FEWEST_SOURCES && new Set(sources.flatMap(({ tried }) => [...tried])).size >= FEWEST_NAMES,
  )
  if (wide.length === 0) return new Map()
  const newcomers = newcomersOf(context)
  return new Map(wide.flatMap((campaign) => hitsOf(campaign, newcomers, context)).map((hit) => [hit.row, hit] as const))
}
