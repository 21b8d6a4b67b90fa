import { moment } from '../../i18n/describe/moment.ts'
import type { CaseAccount, CaseDocument } from '../../model/case.ts'
import type { Cell } from './csv-line.ts'

type Column = readonly [name: string, cell: (account: CaseAccount, zone: string) => Cell]

const time = (iso: string | null, zone: string): Cell => (iso === null ? null : moment(iso, zone))

const COLUMNS: readonly Column[] = [
  ['account', ({ account }) => account],
  ['provider', ({ provider }) => provider],
  ['tenant', ({ tenant }) => tenant],
  ['names', ({ names }) => names.join(' ')],
  ['verdict', ({ verdict }) => verdict],
  ['kind', ({ kind }) => kind],
  ['severity', ({ severity }) => severity],
  ['class', (account) => account.class],
  ['decision', ({ decision }) => decision.state],
  ['decided_by', ({ decision }) => decision.by],
  ['decided_at', ({ decision }, zone) => time(decision.at, zone)],
  ['first_suspicious', ({ firstSuspicious }, zone) => time(firstSuspicious, zone)],
  ['compromised_at', ({ compromisedAt }, zone) => time(compromisedAt, zone)],
  ['last_suspicious', ({ lastSuspicious }, zone) => time(lastSuspicious, zone)],
  ['password_known', ({ flags }) => String(flags.includes('passwordKnown'))],
  ['contact_changed', ({ flags }) => String(flags.includes('contactChanged'))],
  ['factor_changed', ({ flags }) => String(flags.includes('factorChanged'))],
  ['flags', ({ flags }) => flags.join(' ')],
  ['campaigns', ({ campaigns }) => campaigns.join(' ')],
  ['sessions', ({ sessions }) => sessions.length],
  ['findings', ({ findings }) => findings.length],
  ['reasons', ({ reasons }) => reasons.map(({ messageId }) => messageId).join(' ')],
]

/** One row per account of the case, header first, ids byte for byte as logged. Times in the reader's zone with offset. */
export function* accountRows(document: CaseDocument, zone: string): Iterable<readonly Cell[]> {
  yield COLUMNS.map(([name]) => name)
  for (const account of document.accounts) yield COLUMNS.map(([, cell]) => cell(account, zone))
}
