import { corpusFormat } from './corpus-formats.ts'
import { corpusReason, reasonedPaths } from './corpus-reasons.ts'
import { corpusFiles, readRow, ruleTestRows, type CorpusRow } from './corpus-rows.ts'
import { corpusPath } from './corpus.ts'

/** Two hundred one-record tests of detections: one row together. */
const TOGETHER = /^sigma\/tests\/sigmahq-regression\/regression_data\//

/** A log of a system that we read, recognised or not, or whatever is taken for one. */
const isListed = ({ path, formats }: CorpusRow): boolean => corpusFormat(path) !== undefined || formats.length > 0

const addUp = (path: string, rows: readonly CorpusRow[]): CorpusRow => ({
  path: `${path} (${rows.length} files)`,
  formats: [...new Set(rows.flatMap(({ formats }) => formats))].toSorted(),
  records: sum(rows, 'records'),
  used: sum(rows, 'used'),
  ignored: sum(rows, 'ignored'),
  rejected: sum(rows, 'rejected'),
  events: sum(rows, 'events'),
  duplicates: sum(rows, 'duplicates'),
  ignoredBy: {},
  incomplete: undefined,
})

/** Samples with records whose format is not the one that INDEX.md says they are of. */
export const wrongFormats = ({ rows, others }: CorpusReading): readonly string[] =>
  [...rows, ...others].flatMap(({ path, formats, records }) => {
    const expected = corpusFormat(path)
    const found = formats.join('+') || undefined
    return records === 0 || found === expected ? [] : [`${path}: ${found ?? 'none'} instead of ${expected ?? 'none'}`]
  })

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
    missing: [...needed].filter((path) => corpusReason(path) === undefined),
    idle: reasonedPaths().filter((path) => !needed.has(path)),
  }
}

const whyOf = (row: CorpusRow): string => {
  if (needsReason(row)) return corpusReason(row.path) ?? ''
  if (row.records > 0) return ''
  return row.incomplete === 'is-binary' ? 'Binary: refused, with the advice to export it as text.' : 'A header without rows.'
}

const tableRow = (row: CorpusRow): string => {
  const { path, formats, records, used, ignored, rejected, events, duplicates } = row
  const why = whyOf(row)
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
export const corpusPage = ({ rows, others }: CorpusReading): string => {
  const together = rows.filter(({ path }) => TOGETHER.test(path))
  const alone = rows.filter(({ path }) => !TOGETHER.test(path))
  return [
    INTRODUCTION,
    `${rows.length} samples are of systems that are read, or are taken for one: ${totals(rows)}.\n`,
    '| sample | format | records | used | ignored | rejected | events | duplicates | why ignored or rejected |',
    '|---|---|--:|--:|--:|--:|--:|--:|---|',
    ...[...alone, addUp('sigma/tests/sigmahq-regression/regression_data', together)].map(tableRow),
    '',
    `The other ${others.length.toLocaleString('en')} files are logs of other systems, and what lies beside the logs (expected results, rules, settings, licences). They are`,
    'read without a crash and add up too; what no format recognises is refused as of unknown format, every record of it.',
    '',
  ].join('\n')
}
