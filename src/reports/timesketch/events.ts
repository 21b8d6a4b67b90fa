import { describeHeadline } from '../../i18n/describe/summary.ts'
import { describeActions, describeOrigin, describeProgram } from '../../i18n/describe/session.ts'
import { say } from '../../i18n/translate.ts'
import type { CaseDocument, CaseFinding, CaseSession, RenderOptions } from '../../model/case.ts'

/** One event of a Timesketch timeline: `message`, `datetime` and `timestamp_desc` are required, all else is searchable as it is. */
export interface TimesketchEvent {
  readonly message: string
  /** ISO 8601 with offset. */
  readonly datetime: string
  readonly timestamp_desc: string
  readonly [field: string]: string | number | boolean | readonly string[] | null
}

const utc = (iso: string): string => iso.replace(/Z$/, '+00:00')

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ')

const ofSession = (session: CaseSession, verdict: string | null, options: RenderOptions): TimesketchEvent[] => {
  const { ips, place } = describeOrigin(session, options)
  const shared = {
    account: session.account,
    verdict,
    session_id: session.id,
    ip: session.ips,
    country: session.country,
    asn: session.network?.asn ?? null,
    network: session.network?.org ?? null,
    agent: session.agent,
    key: session.key?.fingerprint ?? null,
    risk: session.risk,
    tag: ['ashiato', 'suspicious-session'],
  }
  const first: TimesketchEvent = {
    message: joined([session.account, ips, place, describeProgram(session, options), describeActions(session, options)]),
    datetime: utc(session.start),
    timestamp_desc: 'Session Start',
    data_type: 'ashiato:session',
    ...shared,
  }
  return [
    first,
    ...session.actions.map(({ time, action, outcome, code, on }): TimesketchEvent => ({
      message: joined([
        session.account,
        say(`action.${action}`, {}, options),
        say(`outcome.${outcome}`, {}, options),
        on === undefined ? null : `→ ${on}`,
        ips,
      ]),
      datetime: utc(time),
      timestamp_desc: 'Event Logged',
      data_type: 'ashiato:action',
      action,
      outcome,
      code,
      on_account: on ?? null,
      ...shared,
    })),
  ]
}

const ofFinding = (finding: CaseFinding): TimesketchEvent => ({
  message: finding.text,
  datetime: utc(finding.first),
  timestamp_desc: 'First Seen',
  data_type: 'ashiato:finding',
  rule: finding.rule,
  severity: finding.severity,
  confidence: finding.confidence,
  account: finding.account,
  source: finding.source,
  last_seen: utc(finding.last),
  count: finding.count,
  finding_id: finding.id,
  tag: ['ashiato', finding.rule],
})

/** The headline stands at the end of the log: it is what was known then. */
const ofCase = (document: CaseDocument, options: RenderOptions): TimesketchEvent => ({
  message: describeHeadline(document.summary, options),
  datetime: utc(document.summary.last ?? document.run.now),
  timestamp_desc: 'Log Analysed',
  data_type: 'ashiato:case',
  compromised: document.summary.accounts.compromised,
  suspected: document.summary.accounts.suspected,
  attempts: document.summary.attempts,
  tag: ['ashiato'],
})

const byTime = (left: TimesketchEvent, right: TimesketchEvent): number => Date.parse(left.datetime) - Date.parse(right.datetime)

/** Suspicious sessions, what was done in them, and the findings, in time order. */
export const timesketchEvents = (document: CaseDocument, options: RenderOptions): readonly TimesketchEvent[] => {
  const verdicts = new Map<string | null, string>(document.accounts.map(({ account, verdict }) => [account, verdict]))
  return [
    ...document.sessions.flatMap((session) => ofSession(session, verdicts.get(session.account) ?? null, options)),
    ...document.findings.map(ofFinding),
    ofCase(document, options),
  ].toSorted(byTime)
}
