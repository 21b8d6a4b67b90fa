import type { EventTable } from '../../order/event-table.ts'
import type { KnownAccounts } from '../rows/known-accounts.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { countValues, type Logins } from '../scores/logins.ts'
import type { LoginCounts } from '../scores/popularity.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import { addToCrowd, copyCrowd, createCrowd, failedShare, networkRatio, textRatio, type Crowd } from './crowd.ts'
import type { Campaign } from './find-campaigns.ts'
import { createHours, hourOf, type Hours } from './hours.ts'
import { findNewcomers, pastOf, type Past } from './newcomers.ts'

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
  readonly logins: Logins
  readonly counts: LoginCounts
  /** Logins that tell what an account knows, also of later days than the attack is looked at on. */
  readonly lives: Logins
  readonly known: KnownAccounts
  readonly read: RowReader
  readonly sources: ReadonlyMap<number, AttackSource>
  /** Names that failed for good, by source. */
  readonly strayNames: Uint32Array
}

/** Attacks from fewer addresses are told by their addresses. */
const FEWEST_SOURCES = 10
/** Whoever guesses at a few accounts gets into no other. */
const FEWEST_NAMES = 10
/** Lists get in with 0.1 to 2 % of their tries (Auth0, Azion). */
const HIT_RATE = 0.01
/** Two to one, and the account is worth a look. */
const LEAST_ODDS = 2
/** An owner comes with a program and from a network that the account knows more often than not; a stranger by chance only. */
const KNOWN = { owner: 0.7, stranger: 0.15 }
const STRANGE = (1 - KNOWN.stranger) / (1 - KNOWN.owner)
/** @param common part of the log's logins that have the value: what is seen with everybody is known to most accounts (as in `strangers.ts`) */
const byPast = (knows: Past, common: number): number => {
  if (knows === undefined) return 1
  const stranger = Math.min(KNOWN.owner, Math.max(KNOWN.stranger, common))
  return knows ? stranger / KNOWN.owner : (1 - stranger) / (1 - KNOWN.owner)
}
/** The same of the machine, where its id is logged: a stranger hardly ever has the owner's (`strangers.ts`), owners have several. */
const MACHINE = { owner: 0.6, stranger: 0.05 }
const OTHER_MACHINE = (1 - MACHINE.stranger) / (1 - MACHINE.owner)
const byMachine = (knows: Past): number => (knows === undefined ? 1 : knows ? MACHINE.stranger / MACHINE.owner : OTHER_MACHINE)
/** Homes are come back to; a list has no more to do at an address where it got in (`STRANGER_AGAIN`). */
const COMING_BACK = { owner: 0.4, stranger: 0.05 }
const byReturn = (comesBack: boolean): number => (comesBack ? COMING_BACK.stranger / COMING_BACK.owner : 1)
/** So many tries per name are a campaign that comes back to its names: a hit was tried before more often than not. */
const COMES_BACK = 1.4
const TRIED_BEFORE = 0.7

/** What all campaigns are held against. */
interface Ordinary {
  readonly newcomers: Int32Array
  readonly hours: Hours
  /** Newcomers from addresses that never attacked. */
  readonly crowd: Crowd
}

const hasFailed = (row: number, { read, strayNames }: WaveContext): boolean => (strayNames[read.source(row)] as number) > 0

const count = (crowd: Crowd, row: number, context: WaveContext, sign: 1 | -1): void =>
  addToCrowd(crowd, context.table.userAgent.get(row), context.read.network(row), hasFailed(row, context), sign)

const ordinaryOf = (context: WaveContext): Ordinary => {
  const { table, logins, read, sources } = context
  const newcomers = findNewcomers(table, logins, read)
  const crowd = createCrowd(table.agents.userAgents.size, countValues(table.places.network).length)
  for (const row of newcomers) if (!sources.has(read.source(row))) count(crowd, row, context, 1)
  return { newcomers, hours: createHours(table, newcomers, read), crowd }
}

/**
 * Part of the next tries that come from an address not seen before: as many as came from an address that was seen once (Good and Turing),
 * and never surely all, nor none (Laplace): of thirty addresses that tried once each, one may have tried twice.
 */
const unseenShare = ({ sources }: Campaign): number => {
  const attempts = sources.reduce((sum, source) => sum + source.attempts, 0)
  return (sources.filter((source) => source.attempts === 1).length + 1) / (attempts + 2)
}

/** An attack's address has mostly failed before; a customer's new one hardly ever. */
const byFailures = (campaign: Campaign, customers: Crowd, context: WaveContext): ((row: number) => number) => {
  const ours = failedShare(customers)
  const unseen = unseenShare(campaign)
  return (row) => (hasFailed(row, context) ? (1 - unseen) / ours : unseen / (1 - ours))
}

/** Of a campaign that comes back to its names, whom it tried before is likelier to be a hit. */
const byTries = ({ sources }: Campaign, attempts: number, { table, known }: WaveContext): ((row: number) => number) => {
  const tried = new Set(sources.flatMap(({ triedAccounts }) => [...triedAccounts]))
  const names = new Set(sources.flatMap((source) => [...source.tried])).size
  if (attempts < names * COMES_BACK || tried.size === 0) return () => 1
  const members = known.reduce((sum, is) => sum + is, 0)
  return (row) => (tried.has(table.account.get(row)) ? (TRIED_BEFORE * members) / tried.size : 1)
}

const attemptsOf = ({ sources }: Campaign, { crowd: { texts, networks } }: Ordinary, context: WaveContext): Crowd => {
  const crowd = createCrowd(texts.length - 1, networks.length - 1)
  for (const { rows } of sources) for (const row of rows) count(crowd, row, context, 1)
  return crowd
}

/** Newcomers outside the attack's hours. */
const customersOf = (inside: readonly number[], { newcomers, crowd }: Ordinary, context: WaveContext): Crowd => {
  const customers = copyCrowd(crowd)
  for (const at of inside) {
    const row = newcomers[at] as number
    if (!context.sources.has(context.read.source(row))) count(customers, row, context, -1)
  }
  return customers
}

interface Candidate {
  readonly row: number
  /** How much likelier an attack's login is like this one than a customer's. */
  readonly ratio: number
}

/** A list may be good or bad: before looking it is hardly known how many of its tries got in. */
const ASSUMED_HITS = 0.5
const ROUNDS = 30

/**
 * How many logins of these hours are the attack's, as the logins themselves tell (expectation and maximisation, from the most that a list
 * gets in with): where none of them stands out, the likeliest is that none is.
 */
const likelyHits = (candidates: readonly Candidate[], most: number, expected: number): number => {
  let hits = most
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = hits / expected
    const told = candidates.reduce((sum, { ratio }) => sum + (before * ratio) / (1 + before * ratio), 0)
    hits = Math.min(most, (told + ASSUMED_HITS) / (1 + ASSUMED_HITS / most))
  }
  return hits
}

const hitsOf = (campaign: Campaign, ordinary: Ordinary, context: WaveContext): readonly WaveHit[] => {
  const { table, read } = context
  const { hours, newcomers } = ordinary
  const times = new Set(campaign.sources.flatMap(({ rows }) => [...rows].map((row) => hourOf(read.time(row)))))
  const inside = hours.positionsIn(times)
  const logins = hours.loginsIn(times)
  const { ofKind, ofNetwork, total } = context.counts
  const partOf = (counts: Int32Array, key: number): number => (key < 0 ? 0 : (counts[key] as number) / total)
  const customers = customersOf(inside, ordinary, context)
  if (customers.size === 0 || hours.logins === logins) return []
  const expected = Math.max(0.5, (customers.size / (hours.logins - logins)) * logins)
  const attempts = attemptsOf(campaign, ordinary, context)
  const failures = byFailures(campaign, customers, context)
  const tries = byTries(campaign, attempts.size, context)
  const most = attempts.size * HIT_RATE
  const candidates = inside.flatMap((at): readonly Candidate[] => {
    const row = newcomers[at] as number
    const likelihoods = [
      textRatio(attempts, customers, table.userAgent.get(row)),
      networkRatio(attempts, customers, read.network(row)),
      failures(row),
      tries(row),
    ]
    // What the account knows is asked last: it takes a look at all of its logins.
    if (productOf((most / expected) * STRANGE * STRANGE * OTHER_MACHINE, likelihoods) < LEAST_ODDS) return []
    const { agent, network, machine, comesBack } = pastOf(row, table, context.lives, read)
    const known = [
      byPast(agent, partOf(ofKind, read.agent(row))),
      byPast(network, partOf(ofNetwork, read.network(row))),
      byMachine(machine),
      byReturn(comesBack),
    ]
    return [{ row, ratio: productOf(1, [...likelihoods, ...known]) }]
  })
  const before = likelyHits(candidates, most, expected) / expected
  return candidates.flatMap(({ row, ratio }) => (before * ratio >= LEAST_ODDS ? [{ row, campaign, expected, odds: before * ratio }] : []))
}

const productOf = (first: number, others: readonly number[]): number => others.reduce((product, other) => product * other, first)

/** By event. */
export const findWaveHits = (campaigns: readonly Campaign[], context: WaveContext): ReadonlyMap<number, WaveHit> => {
  const wide = campaigns.filter(
    ({ sources }) => sources.length >= FEWEST_SOURCES && new Set(sources.flatMap(({ tried }) => [...tried])).size >= FEWEST_NAMES,
  )
  if (wide.length === 0) return new Map()
  const ordinary = ordinaryOf(context)
  return new Map(wide.flatMap((campaign) => hitsOf(campaign, ordinary, context)).map((hit) => [hit.row, hit] as const))
}
