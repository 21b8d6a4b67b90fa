import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Format } from '../../src/formats/define-format.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

const CORPUS = process.env.ASHIATO_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))

/** Why a corpus test is skipped, for the test's name. */
export const NO_CORPUS = 'needs the corpus of sample logs (ASHIATO_CORPUS)'
export const hasCorpus = existsSync(CORPUS)

export const readCorpus = (path: string): string => readFileSync(`${CORPUS}/${path}`, 'utf8')

export interface CorpusResult {
  /** How many records met which fate: `used`, `ignored: why`, `rejected: why`. */
  readonly fates: Readonly<Record<string, number>>
  /** How many events by `action/outcome/reason`. */
  readonly kinds: Readonly<Record<string, number>>
  readonly events: readonly Readonly<Record<string, unknown>>[]
}

const countBy = (values: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, group]) => [value, group.length]))

/** Decodes one corpus file with one format, framed by its extension or by `as`; records that no shape recognises are `rejected: unknown-format`. */
export const decodeCorpus = (format: Format, path: string, as?: 'ndjson'): CorpusResult => {
  const { perRecord, events } = decodeRecords(format, frame(as === undefined ? path : `input.${as}`, readCorpus(path)).records)
  const parsed = events.map((line) => JSON.parse(line) as Record<string, unknown>)
  return {
    fates: countBy(perRecord.map((record) => record.split('\n')[0] ?? '')),
    kinds: countBy(parsed.map(({ action, outcome, reason }) => [action, outcome, reason].filter((part) => part !== undefined).join('/'))),
    events: parsed,
  }
}
