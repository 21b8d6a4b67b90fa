import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare } from '../../src/pipeline/analyze.ts'
import { whyIncomplete } from '../../src/pipeline/case-inputs.ts'
import type { InputRead } from '../../src/pipeline/read-inputs.ts'
import { corpusPath } from './corpus.ts'
import { runOptions } from './run-options.ts'
import { tempFolder } from './temp-folder.ts'

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

type Counts = InputRead['counts']

const sumOf = (all: readonly Counts[], key: 'records' | 'used' | 'ignored' | 'rejected' | 'events'): number =>
  all.reduce((total, counts) => total + counts[key], 0)

const joined = (all: readonly Counts[], key: 'formats' | 'ignoredBy'): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const [name, count] of all.flatMap((counts) => [...counts[key]])) sums.set(name, (sums.get(name) ?? 0) + count)
  return sums
}

/** Reads a file through the whole reading side of the pipeline, by itself, and says what became of its records; of an archive, of all of them. */
export const readRow = async (file: string, path: string): Promise<CorpusRow> => {
  const { inputs, duplicates } = await prepare(runOptions([file]), () => undefined)
  if (inputs.inputs.length === 0 || inputs.errors.length > 0) throw new Error(`${path}: ${JSON.stringify(inputs.errors)}`)
  const all = inputs.inputs.map(({ counts }) => counts)
  return {
    path,
    formats: byCount(joined(all, 'formats')).map(([id]) => id),
    records: sumOf(all, 'records'),
    used: sumOf(all, 'used'),
    ignored: sumOf(all, 'ignored'),
    rejected: sumOf(all, 'rejected'),
    events: sumOf(all, 'events'),
    duplicates: [...duplicates.values()].reduce((total, count) => total + count, 0),
    ignoredBy: Object.fromEntries(byCount(joined(all, 'ignoredBy'))),
    incomplete: inputs.inputs.map((input) => whyIncomplete(input, [input])).find((why) => why !== undefined),
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
  const folder = tempFolder()
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
