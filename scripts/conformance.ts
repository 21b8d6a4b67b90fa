import { formats } from '../src/formats/registry.ts'
import { padEnd, padStart } from '../src/kernel/text-width.ts'
import { corpusFormat } from '../test/support/corpus-formats.ts'
import { readCorpusFiles, reasonGaps, wrongFormats, type CorpusReading } from '../test/support/corpus-page.ts'
import { readRow, type CorpusRow } from '../test/support/corpus-rows.ts'
import { corpusPath, hasCorpus } from '../test/support/corpus.ts'
import { allCases } from '../test/support/format-fixtures.ts'
import { compareWithOracles, type Comparison } from '../test/support/oracles/agreement.ts'
import { differenceName, listedDifferences } from '../test/support/oracles/differences.ts'
import { FIELDS } from '../test/support/oracles/told.ts'

/** `npm run conformance`: what becomes of every fixture and every sample of the corpus, in one table, and what contradicts the promises. */

const say = (text: string): void => void process.stdout.write(`${text}\n`)
const note = (text: string): void => void process.stderr.write(`${text}\n`)

interface FixtureRow extends CorpusRow {
  readonly format: string
  /** Rejected records that its `case.json` does not announce. */
  readonly unexplained: number
}

const readFixtures = async (): Promise<{ readonly rows: readonly FixtureRow[]; readonly crashes: readonly string[] }> => {
  const rows: FixtureRow[] = []
  const crashes: string[] = []
  for (const { format, name, folder, inputName, options } of allCases()) {
    try {
      const row = await readRow(`${folder}${inputName}`, `${format}/${name}`)
      rows.push({ ...row, format, unexplained: Math.max(0, row.rejected - (options.rejected ?? 0)) })
    } catch (error) {
      crashes.push(`${format}/${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { rows, crashes }
}

const NO_CORPUS: CorpusReading = { rows: [], others: [] }

const agreementText = (comparisons: readonly Comparison[]): string => {
  if (comparisons.length === 0) return '-'
  const agreeing = comparisons.filter(({ agrees }) => agrees).length
  return `${agreeing}/${comparisons.length} (${((agreeing / comparisons.length) * 100).toFixed(1)}%)`
}

const total = (rows: readonly CorpusRow[], key: 'records' | 'events' | 'ignored' | 'rejected'): number =>
  rows.reduce((sum, row) => sum + row[key], 0)

const HEAD = ['format', 'files', 'records', 'events', 'ignored', 'rejected', 'oracle agreement']

const lineOf = (cells: readonly string[]): string =>
  [padEnd(cells[0] ?? '', 18), ...cells.slice(1, 6).map((cell) => padStart(cell, 9)), `  ${cells[6] ?? ''}`].join('')

const rowOf = (name: string, rows: readonly CorpusRow[], comparisons: readonly Comparison[]): string =>
  lineOf([
    name,
    `${rows.length}`,
    ...(['records', 'events', 'ignored', 'rejected'] as const).map((key) => `${total(rows, key)}`),
    agreementText(comparisons),
  ])

const printTable = (rowsOf: ReadonlyMap<string, readonly CorpusRow[]>, comparisons: readonly Comparison[]): void => {
  say(lineOf(HEAD))
  for (const [format, rows] of rowsOf)
    say(
      rowOf(
        format,
        rows,
        comparisons.filter((one) => one.format === format),
      ),
    )
  say(rowOf('all', [...rowsOf.values()].flat(), comparisons))
}

const printAgreement = (comparisons: readonly Comparison[]): void => {
  for (const tool of new Set(comparisons.map((one) => one.tool))) {
    const of = comparisons.filter((one) => one.tool === tool)
    const fields = [...FIELDS, 'event' as const].map((field) => [field, of.filter((one) => one.field === field)] as const)
    say(
      `${padEnd(tool, 10)}${fields.flatMap(([field, some]) => (some.length === 0 ? [] : [`${field} ${agreementText(some)}`])).join(' · ')}`,
    )
  }
}

type Fixtures = Awaited<ReturnType<typeof readFixtures>>

/** Fixtures and corpus files by the format that each is a log of. */
const rowsByFormat = (fixtures: Fixtures, corpus: CorpusReading): ReadonlyMap<string, readonly CorpusRow[]> =>
  new Map(
    [...formats.map(({ id }) => id), 'generic'].map((id) => [
      id,
      [
        ...fixtures.rows.filter(({ format }) => format === id),
        ...corpus.rows.filter((row) => (row.formats[0] ?? corpusFormat(row.path)) === id),
      ],
    ]),
  )

const problemsOf = (
  fixtures: Fixtures,
  corpus: CorpusReading,
  comparisons: readonly Comparison[],
  listed: ReadonlyMap<string, string>,
): Readonly<Record<string, readonly string[]>> => ({
  crashes: fixtures.crashes,
  'unexplained rejects': [
    ...fixtures.rows.filter(({ unexplained }) => unexplained > 0).map(({ path, unexplained }) => `${path}: ${unexplained}`),
    ...(hasCorpus ? reasonGaps(corpus).missing : []),
  ],
  'wrong formats': [
    ...wrongFormats(corpus),
    ...fixtures.rows.flatMap(({ path, format, formats: found }) =>
      found[0] === format ? [] : [`${path}: ${found.join('+') || 'none'} instead of ${format}`],
    ),
  ],
  'unlisted differences': comparisons
    .filter(({ agrees }) => !agrees)
    .map(differenceName)
    .filter((name) => !listed.has(name)),
})

const main = async (): Promise<void> => {
  if (!hasCorpus) note(`No corpus at ${corpusPath()} (set ASHIATO_CORPUS): fixtures only.`)
  note('Reading the fixtures …')
  const fixtures = await readFixtures()
  if (hasCorpus) note('Reading the corpus, some 1,500 files …')
  const corpus = hasCorpus ? await readCorpusFiles() : NO_CORPUS
  const comparisons = hasCorpus ? await compareWithOracles() : []
  printTable(rowsByFormat(fixtures, corpus), comparisons)
  say('')
  printAgreement(comparisons)
  const listed = listedDifferences()
  say('')
  const samples = corpus.rows.length + corpus.others.length + fixtures.rows.length
  say(
    `${samples} files, ${new Set(fixtures.rows.map(({ format }) => format)).size} formats with fixtures; listed differences: ${listed.size}`,
  )
  const problems = Object.entries(problemsOf(fixtures, corpus, comparisons, listed))
  for (const [what, list] of problems) {
    say(`${what}: ${list.length}`)
    for (const one of list) say(`  ${one}`)
  }
  process.exitCode = problems.some(([, list]) => list.length > 0) ? 1 : 0
}

await main()
