import type { Format } from '../../src/formats/define-format.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { readCorpus } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'

export interface LinesResult {
  /** How many lines met which fate: `used`, `ignored: why`, `rejected: why`. */
  readonly fates: Readonly<Record<string, number>>
  /** How many events by `action/outcome/reason`. */
  readonly kinds: Readonly<Record<string, number>>
  readonly events: readonly Readonly<Record<string, unknown>>[]
}

const objectIn = (line: string): unknown => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

const recordOf = (text: string, index: number): RawRecord => {
  const value = objectIn(text)
  const place = { header: undefined, line: index + 1, offset: index, length: text.length }
  return value === undefined ? { shape: 'text', value: text, ...place } : { shape: 'json', value, ...place }
}

const countBy = (values: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(values, (value) => value)].map(([value, group]) => [value, group.length]))

/** Decodes a log of lines, each of which may be text or an object. */
export const decodeLines = (format: Format, lines: readonly string[]): LinesResult => {
  const records = lines.filter((line) => line.trim() !== '').map((line, index) => recordOf(line.replace(/\r$/, ''), index))
  const { perRecord, events } = decodeRecords(format, records)
  const parsed = events.map((line) => JSON.parse(line) as Record<string, unknown>)
  return {
    fates: countBy(perRecord.map((record) => record.split('\n')[0] ?? '')),
    kinds: countBy(parsed.map(({ action, outcome, reason }) => [action, outcome, reason].filter((part) => part !== undefined).join('/'))),
    events: parsed,
  }
}

/** The same for a file of the corpus. */
export const decodeCorpusLines = (format: Format, path: string): LinesResult => decodeLines(format, readCorpus(path).split('\n'))

type Told = Readonly<Record<string, string>>

const collect = (text: string, pattern: RegExp): readonly Told[] => {
  const found = new Map<string, Record<string, string>>()
  for (const [, row = '', key = '', value = ''] of text.matchAll(pattern)) found.set(row, { ...found.get(row), [key]: value })
  return [...found.values()]
}

const nameIn = ({ user, target_user: target, username }: Told): string | undefined => user ?? target ?? username

interface Attempt {
  readonly ip: unknown
  readonly user: unknown
}

/** Addresses and names (where it has them) that CrowdSec's parser read out of the log beside its assertion file. */
export const parsedByCrowdsec = (path: string): readonly Attempt[] =>
  collect(readCorpus(path), /^results\["s01-parse"\]\["[^"]+"\](\[\d+\])\.Evt\.Meta\["(\w+)"\] == "(.*)"$/gm)
    .filter((told) => told['source_ip'] !== undefined && told['source_ip'] !== '')
    .map((told) => ({ ip: told['source_ip'], user: nameIn(told) }))

/** Events of an alert: what CrowdSec counts as an attempt, by second, address and name. */
export const alertedByCrowdsec = (path: string): readonly (Attempt & { readonly second: number })[] =>
  collect(readCorpus(path), /^results(\[\d+\]\.Overflow\.Alert\.Events\[\d+\])\.GetMeta\("(\w+)"\) == "(.*)"$/gm).map((told) => ({
    ip: told['source_ip'],
    user: nameIn(told),
    second: Math.floor(Date.parse(told['timestamp'] ?? '') / 1000),
  }))

/** Those of `expected` that are not among the events; a name or a second that CrowdSec does not tell is not compared. */
export const missingIn = (
  events: LinesResult['events'],
  expected: readonly (Attempt & { readonly second?: number })[],
): readonly Attempt[] =>
  expected.filter(
    ({ ip, user, second }) =>
      !events.some(
        (event) =>
          event['ip'] === ip &&
          (user === undefined || user === '' || event['username'] === user) &&
          (second === undefined || Number.isNaN(second) || Math.floor(Date.parse(String(event['time'])) / 1000) === second),
      ),
  )
