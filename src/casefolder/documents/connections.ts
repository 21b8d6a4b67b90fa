import { moment } from '../../i18n/describe/moment.ts'
import type { CaseConnection } from '../../model/case-connection.ts'
import type { CaseDocument, CaseSource } from '../../model/case.ts'
import type { Table } from '../account-list.ts'
import { clearedAccounts } from '../decided.ts'

/** An address as it is handed over. */
export interface SourceOfCase extends CaseSource {
  /** Nobody attacked from it, and whoever had a suspicious session there uses it otherwise too: the line may be the victim's own. */
  readonly isOwnLine: boolean
}

/** Addresses of the attacks and of the suspicious sessions: those somebody got in from first, then by attempts; victims' own lines last. */
export const sourcesOf = (document: CaseDocument): readonly SourceOfCase[] => {
  const cleared = clearedAccounts(document)
  const usual = new Map(document.accounts.map((account) => [account.account, new Set(account.usual.sources)]))
  const ofCase = (document.sources ?? []).map((source): SourceOfCase => {
    const hits = source.hits.filter((account) => !cleared.has(account))
    const isOwn = hits.length > 0 && hits.every((account) => usual.get(account)?.has(source.source) === true)
    return { ...source, hits, isOwnLine: isOwn && source.campaigns.length === 0 }
  })
  return ofCase.toSorted(
    (left, right) =>
      Number(left.isOwnLine) - Number(right.isOwnLine) ||
      right.hits.length - left.hits.length ||
      right.attempts - left.attempts ||
      (left.source < right.source ? -1 : 1),
  )
}

/** Events of the suspicious sessions with address and port, in time order; a customer whom people cleared is nobody to ask about. */
export const connectionsOf = (document: CaseDocument): readonly CaseConnection[] => {
  const cleared = clearedAccounts(document)
  return (document.sources ?? [])
    .flatMap(({ connections = [] }) => connections)
    .filter(({ account }) => !cleared.has(account))
    .toSorted((left, right) => Date.parse(left.time) - Date.parse(right.time) || (left.account < right.account ? -1 : 1))
}

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
