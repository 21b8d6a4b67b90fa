import type { Format } from '../../src/formats/define-format.ts'
import { allCases, decodeCase, type Decoded, type FixtureCase } from '../../test/support/format-fixtures.ts'
import { frame } from '../../test/support/frame.ts'
import { code, fence, firstLines, list, table } from './markdown.ts'
import { compareKeys } from '../../src/kernel/text-order.ts'

interface DecodedCase {
  readonly fixture: FixtureCase
  readonly decoded: Decoded
}

const casesOf = (format: Format): readonly DecodedCase[] =>
  allCases()
    .filter((fixture) => fixture.format === format.id)
    .map((fixture) => ({ fixture, decoded: decodeCase(format, fixture) }))

const countBy = (values: readonly string[]): readonly (readonly [string, number])[] =>
  [...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length] as const).toSorted(compareKeys)

/** What the fixtures' records that are not about a login are counted under. */
export const ignoredText = (format: Format): string => {
  const fates = casesOf(format).flatMap(({ decoded }) => decoded.perRecord.map((lines) => lines.split('\n', 1)[0] ?? ''))
  const ignored = fates.filter((fate) => fate.startsWith('ignored: ')).map((fate) => fate.slice('ignored: '.length))
  if (ignored.length === 0) return 'Nothing in the fixtures.'
  return list(countBy(ignored).map(([why, count]) => `${code(why)} (${count} in the fixtures)`))
}

/** Codes as the fixtures have them, for formats that read them out of sentences and have no table of codes. */
export const seenCodes = (format: Format): string => {
  const events = casesOf(format).flatMap(({ decoded }) => decoded.events.map((line) => JSON.parse(line) as Record<string, unknown>))
  const rows = events.map((event) => ['code', 'action', 'outcome', 'reason'].map((name) => String(event[name] ?? '')))
  const distinct = countBy(rows.map((row) => JSON.stringify(row))).map(([row]) => JSON.parse(row) as string[])
  return table(
    ['Code', 'Action', 'Outcome', 'Reason'],
    distinct.map(([first = '', ...rest]) => [code(first), ...rest]),
  )
}

const LONGEST_SAMPLE = 60
/** A page that says so fails the tests, without keeping everybody else's pages from being made. */
export const NO_SAMPLE = 'There is no fixture with a record that is used.'

/** The record as it stands in the fixture; JSON laid out for reading, a row below its header. */
const recordText = ({ inputName, input }: FixtureCase, index: number): readonly [text: string, language: string] => {
  const record = frame(inputName, input).records[index]
  if (record?.shape === 'json') return [JSON.stringify(record.value, undefined, 2), 'json']
  if (record?.shape === 'csv')
    return [[record.header, record.value].map((cells) => (cells as readonly string[]).join(',')).join('\n'), 'csv']
  return [String(record?.value ?? ''), 'text']
}

/** One record of a fixture, and the event that it becomes. */
export const sampleText = (format: Format): string => {
  const cases = casesOf(format)
  const largest = cases.toSorted((left, right) => right.decoded.counts.records - left.decoded.counts.records)[0]
  const chosen = cases.find(({ fixture }) => fixture.name.startsWith('takeover')) ?? largest
  const index = chosen?.decoded.perRecord.findIndex((lines) => lines.startsWith('used\n')) ?? -1
  if (chosen === undefined || index < 0) return NO_SAMPLE
  const [text, language] = recordText(chosen.fixture, index)
  const [, ...events] = (chosen.decoded.perRecord[index] ?? '').split('\n')
  return [
    `From ${code(`fixtures/formats/${format.id}/${chosen.fixture.name}`)}:`,
    fence(firstLines(text, LONGEST_SAMPLE), language),
    events.length > 1 ? `It becomes ${events.length} events, of which the first is:` : 'It becomes:',
    fence(JSON.stringify(JSON.parse(events[0] ?? '{}'), undefined, 2), 'json'),
  ].join('\n\n')
}
