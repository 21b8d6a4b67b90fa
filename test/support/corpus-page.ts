import { CORPUS_REASONS } from './corpus-reasons.ts'
import { corpusFiles, readRow, ruleTestRows, type CorpusRow } from './corpus-rows.ts'
import { corpusPath } from './corpus.ts'

/** Folders of the corpus that hold logs of the systems that are read. */
const OUR_FOLDERS = /^(?:auth0|okta|keycloak|entra-[a-z]+|m365-ual|cloudtrail|cognito|google-workspace|sshd|journald|rba)\//
/** What stands beside the logs: other tools' answers, settings, licences, descriptions. */
const BESIDE_LOGS =
  /(?:-expected\.json|\/cases\.ndjson|\.assert|config\.ya?ml|\.md|\/LICENSE[^/]*|_structured\.csv|_templates\.csv|\/log_fields\.csv)$/

/** Formats whose samples are listed one by one. A format joins them once somebody has read its rows against the logs. */
const LISTED_FORMATS: ReadonlySet<string> = new Set([
  'auth0',
  'okta',
  'keycloak',
  'entra',
  'm365',
  'cloudtrail',
  'cognito',
  'google-workspace',
  'sshd',
  'generic',
])

/** A log of these systems by where it lies, recognised or not; elsewhere, whatever is taken for one of theirs. */
const isListed = ({ path, formats }: CorpusRow): boolean =>
  (OUR_FOLDERS.test(path) && !BESIDE_LOGS.test(path)) || formats.some((format) => LISTED_FORMATS.has(format))

export interface CorpusReading {
  readonly rows: readonly CorpusRow[]
  /** Everything that is not listed one by one. */
  readonly others: readonly CorpusRow[]
}

/** Reads the whole corpus, each file by itself. */
export const readCorpusFiles = async (): Promise<CorpusReading> => {
  const rows: CorpusRow[] = []
  const others: CorpusRow[] = []
  for (const path of corpusFiles()) {
    const row = await readRow(corpusPath(path), path)
    if (isListed(row)) rows.push(row)
    else others.push(row)
  }
  return { rows: [...rows, ...(await ruleTestRows())], others }
}

const needsReason = ({ ignored, rejected }: CorpusRow): boolean => ignored + rejected > 0

/** Rows whose ignored or rejected records nobody has explained, and explanations of nothing. */
export const reasonGaps = ({ rows }: CorpusReading): { readonly missing: readonly string[]; readonly idle: readonly string[] } => {
  const needed = new Set(rows.filter(needsReason).map(({ path }) => path))
  return {
    missing: [...needed].filter((path) => CORPUS_REASONS[path] === undefined),
    idle: Object.keys(CORPUS_REASONS).filter((path) => !needed.has(path)),
  }
}

const tableRow = (row: CorpusRow): string => {
  const { path, formats, records, used, ignored, rejected, events, duplicates } = row
  const why = needsReason(row) ? (CORPUS_REASONS[path] ?? '') : records === 0 ? 'A header without rows.' : ''
  const cells = [path, formats.join(', ') || '–', records, used, ignored, rejected, events, duplicates, why]
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
}

const sum = (rows: readonly CorpusRow[], key: 'records' | 'used' | 'ignored' | 'rejected' | 'events' | 'duplicates'): number =>
  rows.reduce((total, row) => total + row[key], 0)

const totals = (rows: readonly CorpusRow[]): string =>
  (['records', 'used', 'ignored', 'rejected', 'events', 'duplicates'] as const)
    .map((key) => `${sum(rows, key).toLocaleString('en')} ${key}`)
    .join(', ')

const INTRODUCTION = `# What becomes of real logs

Written by \`node scripts/corpus-table.ts\`; do not edit. Every sample of the corpus (real logs published by other projects, kept
outside this repository) is read by itself through the whole reading side of the pipeline. *Records = used + ignored + rejected*
holds for each of them, but it would also hold for a tool that ignored everything. So the numbers below were checked by hand against
the logs, and a test fails when one of them changes: then look at the records in question, correct the format or the reason in
\`test/support/corpus-reasons.ts\`, and write this page again.

Events are counted as they are decoded, before duplicates are dropped and the lines of one connection are folded. Duplicates are a
part of used: records that carry the id of another one. In the Microsoft 365 export 635 of 1,621 records repeat an id.
Panther's tests and CrowdSec's CloudTrail sample were made by copying
records with their ids; copies of a record that has an id are one event.
`

/** The text of docs/CORPUS.md. */
export const corpusPage = ({ rows, others }: CorpusReading): string =>
  [
    INTRODUCTION,
    `${rows.length} samples are of these systems, or are taken for one of theirs: ${totals(rows)}.\n`,
    '| sample | format | records | used | ignored | rejected | events | duplicates | why ignored or rejected |',
    '|---|---|--:|--:|--:|--:|--:|--:|---|',
    ...rows.map(tableRow),
    '',
    `The other ${others.length.toLocaleString('en')} files are logs of other systems, and what lies beside the logs (expected results, rules, settings, licences). They are`,
    'read without a crash and add up too; what no format recognises is refused as of unknown format, every record of it.',
    '',
  ].join('\n')
