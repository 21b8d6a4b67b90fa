import { isAfter } from 'date-fns/isAfter'
import { isBefore } from 'date-fns/isBefore'
import { subMilliseconds } from 'date-fns/subMilliseconds'
import type { CaseAccount, CaseDocument } from '../model/case.ts'
import { isAtLeast } from '../model/vocabulary.ts'
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

const isNamed = (account: CaseAccount, names: readonly string[]): boolean =>
  names.length === 0 || names.includes(account.account) || account.names.some((name) => names.includes(name))

const idsOf = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id))

/** Filters what is reported, never what was read or judged: the summary keeps the figures of the whole log. */
export const filterDocument = (document: CaseDocument, filters: ReportFilters): CaseDocument => {
  const { accounts: names, ips, minSeverity } = filters
  const period = periodOf(filters, document.summary.last)
  const fromThere = (sources: readonly string[]): boolean => ips.length === 0 || sources.some((ip) => ips.includes(ip))
  const sessions = document.sessions.filter(
    (session) => inPeriod({ first: session.start, last: session.end }, period) && fromThere(session.ips),
  )
  const campaigns = document.campaigns.filter((campaign) => inPeriod(campaign, period) && fromThere(campaign.sources))
  const [ownSessions, ownCampaigns] = [idsOf(sessions), idsOf(campaigns)]
  const accounts = document.accounts.filter(
    (account) =>
      isNamed(account, names) &&
      isAtLeast(account.severity, minSeverity) &&
      inPeriod({ first: account.firstSuspicious, last: account.lastSuspicious }, period) &&
      (ips.length === 0 || account.sessions.some((id) => ownSessions.has(id)) || account.campaigns.some((id) => ownCampaigns.has(id))),
  )
  const listed = new Set(accounts.map(({ account }) => account))
  const ofAccounts = new Set(accounts.flatMap(({ findings }) => findings))
  const ofSessions = new Set(sessions.flatMap(({ findings }) => findings))
  return {
    ...document,
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
