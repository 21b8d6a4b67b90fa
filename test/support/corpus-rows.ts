import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare } from '../../src/pipeline/analyze.ts'
import { whyIncomplete } from '../../src/pipeline/case-inputs.ts'
import { corpusPath } from './corpus.ts'
import { runOptions } from './run-options.ts'

/** What one run of the reading stations makes of one sample. */
export interface CorpusRow {
  readonly path: string
  /** Format ids, most records first; empty when none was recognised. */
  readonly formats: readonly string[]
  readonly records: number
  readonly used: number
  readonly ignored: number
  readonly rejected: number
  /** Events as decoded, before duplicates are dropped and attempts are folded. */
  readonly events: number
  readonly duplicates: number
  /** Reasons with their counts. */
  readonly ignoredBy: Readonly<Record<string, number>>
  readonly incomplete: string | undefined
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(corpusPath(folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesBelow(path) : [path]
    })
    .toSorted((left, right) => (left < right ? -1 : 1))

export const corpusFiles = (): readonly string[] => filesBelow('')

const byCount = (counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...counts].toSorted((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))

/** Reads a file through the whole reading side of the pipeline, by itself, and says what became of its records. */
export const readRow = async (file: string, path: string): Promise<CorpusRow> => {
  const { inputs, duplicates } = await prepare(runOptions([file]), () => undefined)
  const [input] = inputs.inputs
  if (input === undefined || inputs.inputs.length !== 1)
    throw new Error(`${path}: ${inputs.inputs.length} inputs, ${JSON.stringify(inputs.errors)}`)
  const { formats, records, used, ignored, rejected, events, ignoredBy } = input.counts
  return {
    path,
    formats: byCount(formats).map(([id]) => id),
    records,
    used,
    ignored,
    rejected,
    events,
    duplicates: duplicates.get(0) ?? 0,
    ignoredBy: Object.fromEntries(byCount(ignoredBy)),
    incomplete: whyIncomplete(input, [input]),
  }
}

/** Log types of the rule tests that are of our systems. Each is read as a log of its own. */
const RULE_TEST_TYPES: readonly string[] = [
  'AWS.CloudTrail',
  'Auth0.Events',
  'Azure.Audit',
  'GSuite.ActivityEvent',
  'Microsoft365.Audit.AzureActiveDirectory',
  'Microsoft365.Audit.Exchange',
  'Microsoft365.Audit.SharePoint',
  'Okta.SystemLog',
]

const RULE_TESTS = 'panther-rule-tests/events.jsonl'

interface RuleTest {
  readonly log_types: readonly string[] | string | null
  readonly log: unknown
}

const onlyType = ({ log_types: types }: RuleTest): string | undefined => {
  const list = typeof types === 'string' ? [types] : (types ?? [])
  return list.length === 1 ? list[0] : undefined
}

/** The events inside the rule tests, one log per type; tests for several systems at once are left out. */
export const ruleTestRows = async (): Promise<readonly CorpusRow[]> => {
  const tests = readFileSync(corpusPath(RULE_TESTS), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as RuleTest)
  const folder = mkdtempSync(join(tmpdir(), 'ashiato-rule-tests-'))
  try {
    const rows: CorpusRow[] = []
    for (const type of RULE_TEST_TYPES) {
      const logs = tests.filter((one) => onlyType(one) === type).map(({ log }) => `${JSON.stringify(log)}\n`)
      if (logs.length === 0) continue
      const file = join(folder, `${type}.ndjson`)
      writeFileSync(file, logs.join(''))
      rows.push(await readRow(file, `${RULE_TESTS} (${type})`))
    }
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
