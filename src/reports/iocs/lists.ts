import type { CaseDocument } from '../../model/case.ts'
import { indicatorsOf } from './indicators.ts'

const COLUMNS = ['value', 'type', 'first', 'last', 'methods', 'campaigns', 'accounts_entered', 'shared'] as const

/** No cell can hold a comma or a quote: addresses, ids and words of ours. */
const csvRow = (cells: readonly (string | number)[]): string => `${cells.join(',')}\n`

/** One row per attack source; times in UTC, names never translated; an empty `shared` means: not known. */
export function* indicatorRows(document: CaseDocument): Iterable<string> {
  yield csvRow(COLUMNS)
  for (const { value, type, first, last, campaigns, accounts, shared } of indicatorsOf(document)) {
    const methods = [...new Set(campaigns.map(({ method }) => method))].join(' ')
    yield csvRow([
      value,
      type,
      first,
      last,
      methods,
      campaigns.map(({ id }) => id).join(' '),
      accounts.length,
      shared === null ? '' : String(shared),
    ])
  }
}

/** The bare values, one per line below a comment, for tools that read lists; shared lines as comments. */
export function* plainList(document: CaseDocument): Iterable<string> {
  const indicators = indicatorsOf(document)
  const [shared, others] = [indicators.filter(({ shared: is }) => is === true), indicators.filter(({ shared: is }) => is !== true)]
  yield `# attack sources: ${others.length}; check who else uses them before blocking\n`
  for (const { value } of others) yield `${value}\n`
  // Such a list is fed to firewalls: what would lock out members is there to be read, not to be taken.
  if (shared.length > 0) yield `# lines that many members share, left out: ${shared.length}\n`
  for (const { value } of shared) yield `# ${value}\n`
}
