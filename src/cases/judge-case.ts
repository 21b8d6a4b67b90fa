import type { Finding } from '../model/finding.ts'
import type { EventTable } from '../order/event-table.ts'
import { indexByAccount } from './account-rows.ts'
import { NOTHING_KNOWN, type Known } from '../knowledge/known.ts'
import { findPersons, type PersonContext, type Persons } from './persons/find-persons.ts'
import type { AttackSource } from './sources/attack-source.ts'
import { findExits } from './exits.ts'
import { withHitsOfDaysBefore } from './attacks-before.ts'
import { daysBefore } from './days-before.ts'
import { findAttacks, type Attacks } from './find-attacks.ts'
import type { StrayContext } from './sources/stray-attempts.ts'
import { fuseWithDaysBefore } from './fusion/as-it-stood.ts'
import { weighLogins, type WeighedLogins } from './fusion/weigh-logins.ts'
import { judgeAccounts, sourcesOfIntruders, type Judge } from './judge-accounts.ts'
import { judgeCampaigns, type JudgedCampaign } from './judge-campaign.ts'
import { judgeAccount, type JudgedAccount } from './judge-account.ts'
import type { JudgeContext } from './judge-context.ts'
import { createCommutes } from './commuted-networks.ts'
import { findDeeds } from './deeds.ts'
import { NO_INTRUDERS } from './intruders.ts'
import { findKnownAccounts, formatsWithSuccesses, type KnownAccounts } from './known-accounts.ts'
import { findResetHits } from './reset-waves.ts'
import { createHousePrograms } from './house-programs.ts'
import { createOnBehalf } from './on-behalf.ts'
import { createRentedMachines } from './rented-machines.ts'
import { createRowReader, type RowReader } from './row-reader.ts'
import type { LoginScores } from './scores/score-logins.ts'
import { findSharedLines } from './shared-lines.ts'
import { spreadFindings } from './spread-findings.ts'
import { withoutToldBursts } from './told-bursts.ts'

export interface JudgedCase {
  readonly table: EventTable
  readonly read: RowReader
  readonly findings: readonly Finding[]
  readonly campaigns: readonly JudgedCampaign[]
  /** Worst first, then by time, then by id. */
  readonly accounts: readonly JudgedAccount[]
  readonly recordsSuccesses: boolean
  readonly scores: LoginScores
  /** The other accounts of the persons behind accounts. */
  readonly personsOf: (keys: readonly number[]) => Persons
  /** The organisation's own lists against this log. */
  readonly known: Known
}

/** Accounts worth a look: with findings, tried by an attack source or logged in from one, or whose owner refused a prompt. */
const candidates = (
  table: EventTable,
  findings: readonly Finding[],
  sources: ReadonlyMap<number, AttackSource>,
  known: KnownAccounts,
  read: RowReader,
): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const { accountKey } of findings) if (known[accountKey] === 1) found.add(accountKey)
  for (const source of sources.values()) for (const account of source.triedAccounts) found.add(account)
  for (let row = 0; row < table.size; row += 1) {
    const account = table.account.get(row)
    if (known[account] !== 1) continue
    if (read.isRefusal(row) || (sources.has(read.source(row)) && (read.isSuccess(row) || read.isPasswordKnown(row)))) found.add(account)
  }
  return found
}

/** Identifiers that some event of this log resolved to an account. */
const memberNames = (table: EventTable, known: KnownAccounts): Uint8Array => {
  const members = new Uint8Array(table.names.size)
  for (let row = 0; row < table.size; row += 1) {
    const name = table.name.get(row)
    if (name >= 0 && known[table.account.get(row)] === 1) members[name] = 1
  }
  return members
}

const RANK = { compromised: 0, suspected: 1, undetermined: 2, targeted: 3 } as const

/** Accounts of one id text exist once per provider and tenant: both stand behind the text in the order. */
const orderOf = (table: EventTable, key: number): string =>
  `${table.accounts.get(key)}\u0000${table.accounts.provider(key)}\u0000${table.accounts.tenant(key) ?? ''}`

const byRank =
  (table: EventTable) =>
  (left: JudgedAccount, right: JudgedAccount): number =>
    RANK[left.verdict] - RANK[right.verdict] ||
    Number(right.passwordKnown) - Number(left.passwordKnown) ||
    (left.compromisedAt ?? left.first ?? 0) - (right.compromisedAt ?? right.first ?? 0) ||
    (orderOf(table, left.key) < orderOf(table, right.key) ? -1 : 1)

/**
 * Findings → campaigns and judged accounts, with the statistics of the whole log (ENGINE.md 4).
 * @param weighed where it was done beside the rules; otherwise it is done here.
 */
export const judgeCase = (
  table: EventTable,
  findings: readonly Finding[],
  flagged: Uint8Array,
  known: Known = NOTHING_KNOWN,
  weighed?: WeighedLogins,
): JudgedCase => {
  const plain = createRowReader(table, known.allowed)
  const byAccount = indexByAccount(table)
  const weights = weighed ?? weighLogins(table, plain)
  const read = createRowReader(table, known.allowed, findExits(table, weights.logins, plain))
  const formats = formatsWithSuccesses(table)
  const members = findKnownAccounts(table, formats)
  const isHouseProgram = createHousePrograms(table, read, weights.scores.accountsOn)
  const strays: StrayContext = { table, byAccount, logins: weights.logins, known: members, read, isHouseProgram }
  const days = daysBefore(table, weights.logins.size, read)
  const attacksWith = (intruders: ReadonlySet<number>): Attacks =>
    withHitsOfDaysBefore(findAttacks(findings, strays, { intruders }), findings, strays, days)
  const told = attacksWith(new Set())
  const { sources, waveHits } = told
  const spread = spreadFindings(findings, { table, byAccount, read })
  const sharedLines = findSharedLines(table, spread, sources, read)
  const fusion = fuseWithDaysBefore(table, weights, days, (row) => sources.has(read.source(row)))
  const resetHits = findResetHits(table, read)
  const isOnBehalf = createOnBehalf(table, read, fusion.scores.accountsOn, isHouseProgram)
  const context: JudgeContext = {
    table,
    read,
    sources,
    waveHits,
    sharedLines,
    flagged,
    fusion,
    resetHits,
    isOnBehalf,
    isCommuted: createCommutes(table, read),
    isRented: createRentedMachines(table, read, isOnBehalf),
    deeds: findDeeds(table, read),
    intruders: NO_INTRUDERS,
    successFormats: formats,
  }
  const ofAccount = Map.groupBy(
    spread.filter(({ accountKey }) => accountKey >= 0),
    ({ accountKey }) => accountKey,
  )
  const entered = [...resetHits.keys(), ...waveHits.keys()].map((row) => table.account.get(row))
  const worthALook = new Set([
    ...candidates(table, spread, sources, members, read),
    ...fusion.byAccount.keys(),
    ...fusion.failedBefore,
    ...entered,
  ])
  const judge: Judge = (key, known) => judgeAccount(key, byAccount.of(key), ofAccount.get(key) ?? [], known)
  const first = judgeAccounts(worthALook, context, judge)
  // Who got into an account tried others, too: fewer than a rule asks for, and the owner's success no longer explains them.
  const intruders = sourcesOfIntruders(first.values(), context)
  const attacks = intruders.size === 0 ? told : attacksWith(intruders)
  const ofIntruders = new Map([...attacks.sources].filter(([source]) => intruders.has(source)))
  const judged =
    intruders.size === 0
      ? first
      : judgeAccounts(candidates(table, [], ofIntruders, members, read), { ...context, sources: attacks.sources }, judge, first)
  const accounts = [...judged.values()].toSorted(byRank(table))
  const names = memberNames(table, members)
  const verdicts = new Map(accounts.map(({ key, verdict }) => [key, verdict]))
  const persons: PersonContext = {
    accounts: table.accounts,
    personOf: known.personOf,
    exists: (key) => members[key] === 1,
    verdictOf: (key) => verdicts.get(key),
  }
  const campaigns = judgeCampaigns(attacks.campaigns, { table, read, accounts, waveHits: attacks.waveHits, members: names })
  return {
    table,
    read,
    findings: withoutToldBursts(findings, attacks.sources, read),
    campaigns,
    accounts,
    recordsSuccesses: formats.size > 0,
    scores: fusion.scores,
    personsOf: (keys) => findPersons(keys, persons),
    known,
  }
}
