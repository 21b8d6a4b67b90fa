import { STILL_ACTIVE_SECONDS } from '../../kernel/still-active.ts'
import type { EventTable } from '../../order/event-table.ts'
import type { Campaign } from '../campaigns/find-campaigns.ts'
import type { WaveHit } from '../campaigns/wave-hits.ts'
import type { JudgedAccount } from './judge-account.ts'
import type { RowReader } from '../rows/row-reader.ts'
import { nameOf } from '../sources/describe-source.ts'
import { isAffected } from '../../model/vocabulary.ts'
import { isOfAttack } from '../signals/signal.ts'

/** A campaign with what it tried and got. */
export interface JudgedCampaign extends Campaign {
  /** Typed identifiers. */
  readonly tried: ReadonlySet<number>
  /** How many of them belong to no account of this log. */
  readonly unknownIds: number
  readonly targeted: ReadonlySet<number>
  /** Tries that failed, and those that got in. */
  readonly attempts: number
  /** The tries that got in: the first of each account that somebody is, or may be, in. */
  readonly hits: readonly number[]
  readonly compromised: readonly number[]
  /** Accounts that use its addresses and that nothing accuses. */
  readonly neighbours: readonly number[]
  readonly active: boolean
}

export interface CampaignContext {
  readonly table: EventTable
  readonly read: RowReader
  readonly accounts: readonly JudgedAccount[]
  readonly waveHits: ReadonlyMap<number, WaveHit>
  /** Identifiers that some event of this log resolved to an account. */
  readonly members: Uint8Array
}

const union = (sets: readonly Iterable<number>[]): ReadonlySet<number> => {
  const all = new Set<number>()
  for (const set of sets) for (const key of set) all.add(key)
  return all
}

/** By source, or by campaign where no source tells: each account's first login that counts against it as the attack's. */
const findHits = ({ accounts, read, waveHits }: CampaignContext): ReadonlyMap<number | Campaign, readonly number[]> => {
  const rows = accounts
    .filter((account) => isAffected(account) && account.kind === 'takeover')
    .flatMap(({ signals }) => signals.find(isOfAttack)?.success ?? [])
  return Map.groupBy(rows, (row) => waveHits.get(row)?.campaign ?? read.source(row))
}

const judgeCampaign = (
  campaign: Campaign,
  hitsOf: ReturnType<typeof findHits>,
  { table, accounts, members }: CampaignContext,
): JudgedCampaign => {
  const { sources } = campaign
  const end = table.size === 0 ? 0 : table.time.get(table.size - 1)
  const hits = [campaign, ...sources.map(({ source }) => source)].flatMap((of) => hitsOf.get(of) ?? [])
  const times = hits.map((row) => table.time.get(row))
  const last = Math.max(campaign.last, ...times)
  const failedAccounts = union(sources.map(({ triedAccounts }) => triedAccounts))
  // Where only failures carry what was typed, an account that was tried before is no further identifier.
  const atFirstTry = hits.filter((row) => !failedAccounts.has(table.account.get(row)))
  const tried = union([...sources.map((source) => source.tried), atFirstTry.map((row) => nameOf(row, table))])
  const ours = new Set(sources)
  // A login that only the wave tells of comes from an address that tried nothing.
  const entered = new Set(hits.map((row) => table.account.get(row)))
  const affected = new Set(accounts.filter(isAffected).map(({ key }) => key))
  const visitors = union(sources.flatMap(({ neighbours, entered }) => [neighbours, entered]))
  return {
    ...campaign,
    first: Math.min(campaign.first, ...times),
    last,
    tried,
    unknownIds: [...tried].filter((name) => name >= 0 && members[name] !== 1).length,
    targeted: union([failedAccounts, hits.map((row) => table.account.get(row))]),
    attempts: sources.reduce((sum, source) => sum + source.attempts, 0) + hits.length,
    hits,
    compromised: accounts
      .filter(
        ({ key, verdict, attackSources }) =>
          verdict === 'compromised' && (entered.has(key) || attackSources.some((source) => ours.has(source))),
      )
      .map(({ key }) => key),
    neighbours: [...visitors].filter((account) => !affected.has(account)),
    active: end - last <= STILL_ACTIVE_SECONDS * 1e6,
  }
}

/** What each campaign tried, and whom it got into. */
export const judgeCampaigns = (campaigns: readonly Campaign[], context: CampaignContext): readonly JudgedCampaign[] => {
  const hits = findHits(context)
  return campaigns.map((campaign) => judgeCampaign(campaign, hits, context))
}
