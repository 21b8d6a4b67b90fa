import type { CaseDocument } from '../../model/case.ts'
import { addressType } from './indicator.ts'
import { indicatorsOf } from './indicators.ts'

const COLUMNS = [
  'value',
  'type',
  'first',
  'last',
  'methods',
  'campaigns',
  'accounts_entered',
  'shared',
  'role',
  'confidence',
  'not_to_block',
] as const

/** Programs name themselves as they like: what RFC 4180 would split is quoted, everything else is ours. */
const cell = (value: string | number): string =>
  /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)
const csvRow = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\n`

/** One row per indicator; times in UTC, names never translated; an empty `shared` means: not known. */
export function* indicatorRows(document: CaseDocument): Iterable<string> {
  yield csvRow(COLUMNS)
  for (const { value, type, first, last, campaigns, accounts, shared, role, confidence, spared } of indicatorsOf(document)) {
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
      role,
      confidence,
      spared ?? '',
    ])
  }
}

/** The bare addresses, one per line below a comment, for tools that read lists; those that are on no block list as comments. */
export function* plainList(document: CaseDocument): Iterable<string> {
  const indicators = indicatorsOf(document).filter(({ value }) => addressType(value) !== undefined)
  const taken = indicators.filter(({ spared }) => spared === null)
  const [attacks, entries] = [taken.filter(({ role }) => role === 'attack'), taken.filter(({ role }) => role === 'entry')]
  yield `# attack sources: ${attacks.length}; check who else uses them before blocking\n`
  for (const { value } of attacks) yield `${value}\n`
  if (entries.length > 0) yield `# addresses from which somebody came in without trying: ${entries.length}\n`
  for (const { value } of entries) yield `${value}\n`
  // Such a list is fed to firewalls: what would lock out members is there to be read, not to be taken.
  const shared = indicators.filter(({ spared }) => spared === 'shared')
  const others = indicators.filter(({ spared }) => spared !== null && spared !== 'shared')
  if (shared.length > 0) yield `# lines that many members share, left out: ${shared.length}\n`
  for (const { value } of shared) yield `# ${value}\n`
  if (others.length > 0) yield `# never to be blocked, left out: ${others.length}\n`
  for (const { value, spared } of others) yield `# ${value} (${spared})\n`
}
