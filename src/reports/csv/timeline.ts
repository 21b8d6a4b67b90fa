import { moment } from '../../i18n/describe/moment.ts'
import { verdictsByAccount } from '../../i18n/describe/reading-order.ts'
import type { CaseDocument, CaseSession } from '../../model/case.ts'
import type { Verdict } from '../../model/vocabulary.ts'
import type { Cell } from './csv-line.ts'

const COLUMNS = [
  'time',
  'account',
  'verdict',
  'action',
  'outcome',
  'code',
  'session',
  'session_start',
  'session_end',
  'ips',
  'country',
  'asn',
  'network',
  'network_kind',
  'agent',
  'risk',
  'rules',
  'more_actions',
  'key',
  'key_known',
  'on_account',
] as const

interface Moment {
  readonly time: string
  readonly of: CaseSession
  readonly action: CaseSession['actions'][number] | undefined
}

/** A session's actions; its start where it has none, so that no session is missing. */
const momentsOf = (session: CaseSession): Moment[] => {
  if (session.actions.length === 0) return [{ time: session.start, of: session, action: undefined }]
  return session.actions.map((action) => ({ time: action.time, of: session, action }))
}

/** Equal times stay as the document has them: sorting is stable. */
const inTimeOrder = (left: Moment, right: Moment): number => Date.parse(left.time) - Date.parse(right.time)

const ofAction = (action: Moment['action']): Cell[] =>
  action === undefined ? [null, null, null] : [action.action, action.outcome, action.code]

const ofNetwork = ({ network }: CaseSession): Cell[] => (network === null ? [null, null, null] : [network.asn, network.org, network.kind])

/** One row per action of a suspicious session, in time order, header first. Times in the reader's zone with offset. */
export function* timelineRows(document: CaseDocument, zone: string): Iterable<readonly Cell[]> {
  const verdicts: ReadonlyMap<string | null, Verdict> = verdictsByAccount(document)
  const rules = new Map(document.findings.map(({ id, rule }) => [id, rule]))
  yield COLUMNS
  const moments = document.sessions.flatMap(momentsOf).sort(inTimeOrder)
  for (const { time, of: session, action } of moments) {
    const found = new Set(session.findings.map((id) => rules.get(id) ?? id))
    yield [
      moment(time, zone),
      session.account,
      verdicts.get(session.account) ?? null,
      ...ofAction(action),
      session.id,
      moment(session.start, zone),
      moment(session.end, zone),
      session.ips.join(' '),
      session.country,
      ...ofNetwork(session),
      session.agent,
      session.risk,
      [...found].join(' '),
      session.moreActions,
      session.key?.fingerprint ?? null,
      session.key === undefined ? null : String(session.key.known),
      action?.on ?? null,
    ]
  }
}
