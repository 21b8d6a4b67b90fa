import { moment } from '../../i18n/describe/moment.ts'
import type { CaseConnection } from '../../model/case-connection.ts'
import type { CaseDocument, CaseSource } from '../../model/case.ts'
import type { Table } from '../account-list.ts'

/** Addresses of the attacks and of the suspicious sessions: those somebody got in from first, then by attempts. */
export const sourcesOf = ({ sources = [] }: CaseDocument): readonly CaseSource[] =>
  sources.toSorted(
    (left, right) => right.hits.length - left.hits.length || right.attempts - left.attempts || (left.source < right.source ? -1 : 1),
  )

/** Events of the suspicious sessions with address and port, in time order. */
export const connectionsOf = ({ sources = [] }: CaseDocument): readonly CaseConnection[] =>
  sources
    .flatMap(({ connections = [] }) => connections)
    .toSorted((left, right) => Date.parse(left.time) - Date.parse(right.time) || (left.account < right.account ? -1 : 1))

/** The same as a list for scripts and for letters to providers. */
export const connectionList = (document: CaseDocument, zone: string): Table => [
  ['time', 'address', 'source_port', 'account', 'action', 'outcome'],
  ...connectionsOf(document).map(({ time, ip, port, account, action, outcome }) => [
    moment(time, zone),
    ip,
    port,
    account,
    action,
    outcome,
  ]),
]
