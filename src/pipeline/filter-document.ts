import { isAfter } from 'date-fns/isAfter'
import { isBefore } from 'date-fns/isBefore'
import { subMilliseconds } from 'date-fns/subMilliseconds'
import { accountKey } from '../casefolder/decided.ts'
import { sourceOf } from '../kernel/ip.ts'
import { sourceMatcher } from '../kernel/source-match.ts'
import { toIso } from '../kernel/time.ts'
import type { CaseAccount, CaseDocument, CaseSummary } from '../model/case.ts'
import { isAtLeast } from '../model/vocabulary.ts'
import type { EventTable } from '../order/event-table.ts'
import { findAccounts } from './find-accounts.ts'
import type { ReportFilters } from './options.ts'

interface Span {
  readonly first: string | null
  readonly last: string | null
}

interface Period {
  readonly since: Date | undefined
  readonly until: Date | undefined
}

/** Compared as instants: the document's times have as many decimals as the log had. */
const inPeriod = ({ first, last }: Span, { since, until }: Period): boolean =>
  (since === undefined || last === null || !isBefore(new Date(last), since)) &&
  (until === undefined || first === null || !isAfter(new Date(first), until))

const dateOf = (micros: number | undefined): Date | undefined => (micros === undefined ? undefined : new Date(micros / 1000))

const periodOf = ({ since, until, lastMs }: ReportFilters, end: string | null): Period => ({
  since: dateOf(since) ?? (lastMs === undefined || end === null ? undefined : subMilliseconds(new Date(end), lastMs)),
  until: dateOf(until),
})

/** Names as `ashiato account` finds them. What is asked for by name and is on record, but not judged, is simply not in the lists. */
const namedBy = (names: readonly string[], { accounts }: EventTable, found: readonly number[]): ((account: CaseAccount) => boolean) => {
  const keys = new Set(
    found.map((key) =>
      accountKey({ account: accounts.get(key) ?? '', provider: accounts.provider(key), tenant: accounts.tenant(key) ?? null }),
    ),
  )
  return (account) => names.length === 0 || keys.has(accountKey(account))
}

/** What the lists were cut to: a list that is short must not be read as a log that is clean. */
const filterCaveats = ({ accounts, ips, minSeverity }: ReportFilters, { since, until }: Period): CaseSummary['caveats'] => {
  const time = (date: Date): { readonly time: string } => ({ time: toIso(date.getTime() * 1000) })
  return [
    ...(since === undefined ? [] : [{ id: 'filtered-since', data: { from: time(since) } }]),
    ...(until === undefined ? [] : [{ id: 'filtered-until', data: { to: time(until) } }]),
    ...(accounts.length === 0 ? [] : [{ id: 'filtered-account', data: { names: accounts } }]),
    ...(ips.length === 0 ? [] : [{ id: 'filtered-ip', data: { addresses: ips } }]),
    ...(minSeverity === 'info' ? [] : [{ id: 'filtered-severity', data: { severity: minSeverity } }]),
  ]
}

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id))

/** Filters what is reported, never what was read or judged: the summary keeps the figures of the whole log. */
export const filterDocument = (document: CaseDocument, filters: ReportFilters, table: EventTable): CaseDocument => {
  const { accounts: names, ips, minSeverity } = filters
  const period = periodOf(filters, document.summary.last)
  const isNamed = namedBy(
    names,
    table,
    names.flatMap((name) => findAccounts(table, name)),
  )
  const isWanted = ips.map(sourceMatcher)
  const fromThere = (sources: readonly string[]): boolean =>
    ips.length === 0 || sources.some((source) => isWanted.some((test) => test(sourceOf(source))))
  const sessions = document.sessions.filter(
    (session) => inPeriod({ first: session.start, last: session.end }, period) && fromThere(session.ips),
  )
  const campaigns = document.campaigns.filter((campaign) => inPeriod(campaign, period) && fromThere(campaign.sources))
  const [ownSessions, ownCampaigns] = [idsOf(sessions), idsOf(campaigns)]
  const accounts = document.accounts.filter(
    (account) =>
      isNamed(account) &&
      isAtLeast(account.severity, minSeverity) &&
      inPeriod({ first: account.firstSuspicious, last: account.lastSuspicious }, period) &&
      (ips.length === 0 || account.sessions.some((id) => ownSessions.has(id)) || account.campaigns.some((id) => ownCampaigns.has(id))),
  )
  const listed = new Set(accounts.map(({ account }) => account))
  const ofAccounts = new Set(accounts.flatMap(({ findings }) => findings))
  const ofSessions = new Set(sessions.flatMap(({ findings }) => findings))
  return {
    ...document,
    summary: { ...document.summary, caveats: [...filterCaveats(filters, period), ...document.summary.caveats] },
    accounts,
    campaigns,
    sessions: sessions.filter(({ account }) => names.length === 0 || (account !== null && listed.has(account))),
    findings: document.findings.filter(
      (finding) =>
        inPeriod(finding, period) &&
        isAtLeast(finding.severity, minSeverity) &&
        (names.length === 0 || ofAccounts.has(finding.id)) &&
        (ips.length === 0 || fromThere(finding.source === null ? [] : [finding.source]) || ofSessions.has(finding.id)),
    ),
  }
}
