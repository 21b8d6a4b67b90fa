import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Analysis } from '../../src/pipeline/analyze.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { attacks } from '../../src/simulate/attacks/registry.ts'
import { encoderOf, inFolder, writeLog } from './log.ts'
import { runOptions } from '../run-options.ts'
import { simulateOptions } from './runs.ts'

/** Best published on the RBA data set, recall at 1 % of false positives: GBM trained on simulated attackers. */
export const PUBLISHED = { 'impostor-naive': 0.591, 'impostor-vpn': 0.509, 'impostor-targeted': 0.285 } as const

export interface ImpostorResult {
  readonly column: string
  readonly scenario: string
  readonly found: number
  readonly victims: number
  /** Among those with at least one own login before, as in the published protocol. */
  readonly foundWithPast: number
  readonly victimsWithPast: number
}

const SCORES = new URL('../../src/pipeline/score-lines.ts', import.meta.url)
const FALSE_POSITIVES = 0.01
/** Of each attacker per log: fifteen victims are too few for a share. */
const INSTANCES = 8
const COLUMNS = ['score', 'freeman'] as const

type ScoreLines = (analysis: Analysis) => Iterable<string>

/** Lines of `--scores`, as cells by column; the columns that are asked for hold no commas. */
const readScores = (lines: Iterable<string>): readonly Readonly<Record<string, string>>[] => {
  const [header = '', ...rows] = [...lines].map((line) => line.trimEnd())
  const names = header.split(',')
  return rows.map((row) => {
    const cells = [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map((match) => match[1] ?? match[2] ?? '')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}

/** Highest score that at most 1 % of the owners' logins exceed. */
const thresholdOf = (owners: readonly number[]): number => {
  const sorted = owners.toSorted((left, right) => right - left)
  return sorted[Math.floor(sorted.length * FALSE_POSITIVES)] ?? Number.POSITIVE_INFINITY
}

const measureSeed = (seed: number, scoreLines: ScoreLines): Promise<ImpostorResult[]> =>
  inFolder(async (folder) => {
    const wishes = attacks
      .filter(({ id }) => id in PUBLISHED)
      .flatMap((scenario) => Array.from({ length: INSTANCES }, () => ({ scenario, volume: '1' as const, spread: 1 as const })))
    const options = simulateOptions({ seed, wishes, accounts: 5000, days: 120, profile: 'sso' })
    const log = writeLog(folder, options, encoderOf('ndjson'))
    const rows = readScores(scoreLines(await analyze(runOptions([log.path]))))
    const victims = log.truth.attacks.flatMap(({ scenario, victims: all }) =>
      all.map(({ person, hit }) => ({ scenario, key: `${log.accountOf(person)} ${hit}`, past: log.past.get(person) ?? 0 })),
    )
    const keyOf = (row: Readonly<Record<string, string>>): string => `${row['account']} ${Date.parse(row['time'] ?? '')}`
    const thieves = new Set(victims.map(({ key }) => key))
    return COLUMNS.flatMap((column) => {
      const score = new Map(rows.map((row) => [keyOf(row), Number(row[column])]))
      const threshold = thresholdOf(rows.filter((row) => !thieves.has(keyOf(row))).map((row) => Number(row[column])))
      const isCaught = ({ key }: { readonly key: string }): boolean => (score.get(key) ?? Number.NEGATIVE_INFINITY) > threshold
      return Object.keys(PUBLISHED).map((scenario): ImpostorResult => {
        const all = victims.filter((victim) => victim.scenario === scenario)
        const known = all.filter(({ past }) => past > 0)
        return {
          column,
          scenario,
          found: all.filter(isCaught).length,
          victims: all.length,
          foundWithPast: known.filter(isCaught).length,
          victimsWithPast: known.length,
        }
      })
    })
  })

/** Wiefling's attacker models by the scores of `--scores`, where this version writes them. */
export const measureImpostors = async (seeds: readonly number[]): Promise<readonly ImpostorResult[]> => {
  if (seeds.length === 0 || !existsSync(fileURLToPath(SCORES))) return []
  const { scoreLines } = (await import(SCORES.href)) as { scoreLines: ScoreLines }
  const results: ImpostorResult[] = []
  for (const seed of seeds) results.push(...(await measureSeed(seed, scoreLines)))
  return results
}
