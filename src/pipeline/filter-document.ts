import type { CaseAccount, CaseDocument } from '../model/case.ts'
import { isAtLeast } from '../model/vocabulary.ts'
import { toIso } from '../kernel/time.ts'
import type { ReportFilters } from './options.ts'

interface Span {
  readonly first: string | null
  readonly last: string | null
}

const inPeriod = ({ first, last }: Span, since: string | undefined, until: string | undefined): boolean =>
  (since === undefined || last === null || last >= since) && (until === undefined || first === null || first <= until)

const startOf = (filters: ReportFilters, end: string | null): string | undefined => {
  if (filters.since !== undefined) return toIso(filters.since)
  if (filters.lastMs === undefined || end === null) return undefined
  return new Date(Date.parse(end) - filters.lastMs).toISOString()
}

const isAsked = (account: CaseAccount, names: readonly string[]): boolean =>
  names.length === 0 || names.includes(account.account) || account.names.some((name) => names.includes(name))

/** Filters what is reported, never what was read or judged: the summary keeps the figures of the whole log. */
export const filterDocument = (document: CaseDocument, filters: ReportFilters): CaseDocument => {
  const { accounts: names, ips, minSeverity } = filters
  const since = startOf(filters, document.summary.last)
  const until = filters.until === undefined ? undefined : toIso(filters.until)
  if (names.length === 0 && ips.length === 0 && minSeverity === 'info' && since === undefined && until === undefined) return document
  const sessions = document.sessions.filter(
    (session) => inPeriod({ first: session.start, last: session.end }, since, until) && (ips.length === 0 || session.ips.some((ip) => ips.includes(ip))),
  )
  const kept = new Set(sessions.map(({ id }) => id))
  const accounts = document.accounts.filter(
    (account) =>
      isAsked(account, names) && isAtLeast(account.severity, minSeverity) && inPeriod({ first: account.firstSuspicious, last: account.lastSuspicious }, since, until) &&
      (ips.length === 0 || account.sessions.some((id) => kept.has(id))),
  )
  const listed = new Set(accounts.map(({ account }) => account))
  return {
    ...document,
    accounts,
    sessions: sessions.filter(({ account }) => names.length === 0 || (account !== null && listed.has(account))),
    findings: document.findings.filter(
      (finding) =>
        inPeriod(finding, since, until) && isAtLeast(finding.severity, minSeverity) && (names.length === 0 || (finding.account !== null && listed.has(finding.account))) &&
        (ips.length === 0 || (finding.source !== null && ips.includes(finding.source))),
    ),
    campaigns: document.campaigns.filter((campaign) => inPeriod(campaign, since, until) && (ips.length === 0 || campaign.sources.some((ip) => ips.includes(ip)))),
  }
}
