import { cutSessions } from '../cases/rows/sessions.ts'
import type { RowReader } from '../cases/rows/row-reader.ts'
import { accountKey } from '../casefolder/decided.ts'
import type { CaseAccount, CaseDocument } from '../model/case.ts'
import { isAffected } from '../model/vocabulary.ts'
import type { EventTable } from '../order/event-table.ts'
import { sourcesOfCampaigns } from './bad-sources.ts'
import type { Return } from './intruder-return.ts'
import { hasMailName } from '../cases/document/accounts.ts'

const NOTHING_USUAL: CaseAccount['usual'] = { logins: 0, since: null, countries: [], networks: [], agents: [], sources: [] }

/** An account of which the case knows nothing yet, or only that it was tried. */
const suspectedOf = (
  known: CaseAccount | undefined,
  identity: Pick<CaseAccount, 'account' | 'provider' | 'tenant' | 'names'>,
): CaseAccount => ({
  findings: [],
  sessions: [],
  reasons: [],
  usual: NOTHING_USUAL,
  decision: { state: 'pending', by: null, at: null, why: null },
  harms: [],
  compromisedAt: null,
  lastSuspicious: null,
  ...known,
  ...identity,
  verdict: 'suspected',
  kind: 'takeover',
  severity: 'high',
  class: null,
  flags: [
    'campaignSource',
    ...(hasMailName([identity.account, ...identity.names]) ? ['mailboxAtRisk' as const] : []),
    ...((known?.usual.logins ?? 0) === 0 ? ['thinHistory' as const] : []),
  ],
  campaigns: known?.campaigns ?? [],
  firstSuspicious: known?.firstSuspicious ?? null,
  checklist: [],
})

/** Campaigns by their addresses that nobody else uses. */
const campaignsBySource = (earlier: CaseDocument): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>()
  for (const [campaign, sources] of sourcesOfCampaigns(earlier))
    for (const source of sources) found.set(source, [...(found.get(source) ?? []), campaign])
  return found
}

/** Rows of the wanted addresses that are somebody's own acts and took effect, by account. */
const rowsByAccount = (
  table: EventTable,
  read: RowReader,
  wanted: ReadonlyMap<string, unknown>,
): ReadonlyMap<number, readonly number[]> => {
  const { sources } = table.places
  const is = new Uint8Array(sources.size).map((_, id) => (wanted.has(sources.get(id) ?? '') ? 1 : 0))
  const found = new Map<number, number[]>()
  for (let row = 0; row < table.size; row += 1) {
    const key = table.account.get(row)
    if (key < 0 || is[read.source(row)] !== 1 || read.isAttempt(row) || read.isByOther(row) || read.cls(row).outcome === 'failure') continue
    const rows = found.get(key)
    if (rows === undefined) found.set(key, [row])
    else rows.push(row)
  }
  return found
}

/** Suspected only for what logs show that are read again now: that it was tried before is no entry. */
const standsOn = (kept: ReadonlySet<number>, { verdict, reasons }: CaseAccount): boolean => {
  const returns = reasons.filter(({ messageId }) => messageId === 'reason.known-intruder')
  return (
    verdict !== 'suspected' || returns.length === 0 || returns.some(({ evidence }) => evidence.some(({ where }) => kept.has(where.input)))
  )
}

/**
 * Accounts that the newer logs show entered from addresses that attacked in the earlier ones, and that use them otherwise by nothing
 * that the case knows. The newer logs alone see a login like any other there. An account that is in the case because of these same logs,
 * read a second time, is found once more. `kept`: inputs of the case that are not read again.
 */
export const newlyEntered = (
  earlier: CaseDocument,
  { table, read, kept }: { readonly table: EventTable; readonly read: RowReader; readonly kept: ReadonlySet<number> },
): readonly Return[] => {
  const campaigns = campaignsBySource(earlier)
  if (campaigns.size === 0) return []
  const known = new Map(earlier.accounts.map((account) => [accountKey(account), account]))
  const at = new Map((earlier.sources ?? []).map((source) => [source.source, source]))
  const { accounts } = table
  return [...rowsByAccount(table, read, campaigns)].flatMap(([key, all]) => {
    const identity = {
      account: accounts.get(key) ?? '',
      provider: accounts.provider(key),
      tenant: accounts.tenant(key) ?? null,
      names: accounts.namesOf(key),
    }
    const before = known.get(accountKey(identity))
    const isOwn = (source: string): boolean =>
      before?.usual.sources.includes(source) === true || at.get(source)?.others.includes(identity.account) === true
    const rows = all.filter((row) => !isOwn(read.sourceText(row) ?? ''))
    const isKnown = before !== undefined && isAffected(before) && standsOn(kept, before)
    if (isKnown || !rows.some((row) => read.isLogin(row) && read.isSuccess(row))) return []
    const account = suspectedOf(before, identity)
    const sources = new Set(rows.map((row) => read.sourceText(row) ?? ''))
    const ids = [...new Set([...account.campaigns, ...[...sources].flatMap((source) => campaigns.get(source) ?? [])])]
    return [{ account: { ...account, campaigns: ids }, sessions: cutSessions(table, Int32Array.from(rows), read) }]
  })
}
