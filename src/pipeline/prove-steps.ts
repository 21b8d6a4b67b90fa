import { createRowReader } from '../cases/row-reader.ts'
import { indexByAccount } from '../cases/account-rows.ts'
import { accountFinder } from '../casefolder/account-finder.ts'
import { accountKey, type Identity } from '../casefolder/decided.ts'
import { sourceOf } from '../kernel/ip.ts'
import { neverBlocked } from '../kernel/never-blocked.ts'
import { toIso } from '../kernel/time.ts'
import type { CaseAccount, CaseDocument, CaseSession, CaseStep, EvidenceRef } from '../model/case.ts'
import type { EventTable } from '../order/event-table.ts'
import { matchProofs, type ProofEvent } from '../recovery/match-proofs.ts'
import { findProvider } from '../recovery/provider-registry.ts'
import type { Analysis } from './analyze.ts'
import { citeRows } from './cite-rows.ts'
import type { AnalyzeOptions } from './options.ts'
import { proveBlock } from './prove-block.ts'
import { rowsByName } from './rows-by-name.ts'
import { rowOf, rowRef } from './row-ref.ts'

/** Where the logs have an account of the case. */
const keyFinder = ({ accounts }: EventTable, wanted: readonly CaseAccount[]): ((account: CaseAccount) => number | undefined) => {
  const ids = new Set(wanted.map(({ account }) => account))
  const found: (readonly [Identity, number])[] = []
  for (let key = 0; key < accounts.size; key += 1) {
    const account = accounts.get(key) ?? ''
    if (ids.has(account)) found.push([{ account, provider: accounts.provider(key), tenant: accounts.tenant(key) ?? null }, key])
  }
  return accountFinder(found)
}

/** Sources of each campaign that nobody else uses: whoever comes from there is the attacker, who changes addresses. */
const sourcesOfCampaigns = ({ campaigns, sources = [] }: CaseDocument): ReadonlyMap<string, readonly string[]> => {
  const shared = new Set(sources.filter((source) => neverBlocked(source) !== undefined).map(({ source }) => source))
  return new Map(campaigns.map((campaign) => [campaign.id, campaign.sources.filter((source) => !shared.has(source))]))
}

/** Addresses of the account's suspicious sessions and of the campaigns that entered it, but for its own. */
const badSourcesOf = (
  account: CaseAccount,
  sessions: readonly CaseSession[],
  ofCampaign: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> => {
  const ids = new Set(account.sessions)
  const ips = sessions.filter(({ id }) => ids.has(id)).flatMap((session) => session.ips)
  const attackers = account.campaigns.flatMap((id) => ofCampaign.get(id) ?? [])
  return new Set([...ips.map(sourceOf), ...attackers].filter((source) => !account.usual.sources.includes(source)))
}

const BLOCK = 'case/C2'

export interface Proven {
  /** By account key. */
  readonly checklists: ReadonlyMap<string, readonly CaseStep[]>
  /** The block of the attack's sources, where a log shows something about it. */
  readonly block: CaseStep | undefined
}

/**
 * Ticks off, in the checklists of accounts, what the logs that were just read prove, and flags what they contradict. `since`: the
 * account as an earlier revision knew it; what was done after its last suspicious event is recovery, or the attacker again.
 * `blockedSince` is the end of the logs that an earlier revision knew, epoch µs: denials after it prove the block of the sources.
 * `inputNumber`: number of an input in the document.
 */
export const proveSteps = async (
  document: CaseDocument,
  since: ReadonlyMap<string, CaseAccount>,
  { table, inputs }: Pick<Analysis, 'table' | 'inputs'>,
  {
    ownProviders,
    inputNumber,
    blockedSince,
  }: Pick<AnalyzeOptions, 'ownProviders'> & {
    readonly inputNumber: (input: number) => number
    readonly blockedSince: number | null
  },
): Promise<Proven> => {
  const read = createRowReader(table)
  const keyOf = keyFinder(table, document.accounts)
  const byAccount = indexByAccount(table)
  const named = rowsByName(table, document.accounts, inputs.inputs)
  const sessions = Map.groupBy(document.sessions, ({ account }) => account)
  const ofCampaign = sourcesOfCampaigns(document)
  const logEnd = table.size === 0 ? undefined : toIso(table.time.get(table.size - 1))
  const matched = new Map<string, readonly CaseStep[]>()
  for (const account of document.accounts) {
    const key = keyOf(account)
    const after = since.get(accountKey(account))?.lastSuspicious ?? account.lastSuspicious
    if (after === null || account.checklist.length === 0 || logEnd === undefined) continue
    const rowsOf = [...(key === undefined ? [] : byAccount.of(key)), ...(named.get(account) ?? [])]
    const events = rowsOf.map((row): ProofEvent => {
      const { action, outcome, code } = read.cls(row)
      const isByOther = read.isByOther(row)
      return {
        time: toIso(read.time(row)),
        action,
        outcome,
        code: code ?? null,
        source: read.sourceText(row) ?? null,
        network: read.networkText(row) ?? null,
        byOther: isByOther,
        evidence: rowRef(table, row),
      }
    })
    const context = {
      provider: findProvider(account.provider, ownProviders),
      after,
      badSources: badSourcesOf(account, sessions.get(account.account) ?? [], ofCampaign),
      usual: new Set([...account.usual.sources, ...account.usual.networks]),
      logEnd,
    }
    matched.set(accountKey(account), matchProofs(account.checklist, events, context))
  }
  const block = document.steps.find(({ id }) => id === BLOCK)
  const campaignSources = new Set(document.campaigns.flatMap((campaign) => campaign.sources))
  const proven = block === undefined || blockedSince === null ? undefined : proveBlock(block, table, campaignSources, blockedSince)
  const steps = [...[...matched.values()].flat(), ...(proven === undefined ? [] : [proven])]
  const rows = new Set(steps.flatMap(({ stateBy }) => rowOf(stateBy) ?? []))
  const citations = await citeRows(table, inputs.inputs, rows)
  const cited = (ref: EvidenceRef | null): EvidenceRef | null => {
    const found = citations.get(rowOf(ref) ?? -1)?.ref
    return found === undefined ? ref : { ...found, where: { ...found.where, input: inputNumber(found.where.input) } }
  }
  const cite = (step: CaseStep): CaseStep => ({ ...step, stateBy: cited(step.stateBy) })
  return {
    checklists: new Map([...matched].map(([key, own]) => [key, own.map(cite)])),
    block: proven === undefined || proven.state === 'open' ? undefined : cite(proven),
  }
}
