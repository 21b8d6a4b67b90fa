/**
 * One suite for all formats: it walks fixtures/formats/<id>/<case>/{input.<ext>, expected.ndjson, case.json}.
 * UPDATE_FIXTURES=1 writes files that are missing (never changes one, never in CI): read what it wrote, it becomes the truth.
 *
 * Code tables: every object that a `*codes.ts` file of a format exports is one; the format must read it when it classifies
 * (not copy it at import), because each cell is altered in turn and some fixture must notice.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import type { Format } from '../../src/formats/define-format.ts'
import { allCases, decodeCase, decodeRecords, FORMATS, loadFormat, type Decoded, type FixtureCase } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

const EVERY_CASE = allCases()
const isImplemented = (id: string): boolean => existsSync(`${FORMATS}${id}/index.ts`)
const CASES = EVERY_CASE.filter(({ format }) => isImplemented(format))
const IDS = [...new Set(CASES.map(({ format }) => format))]
const LOADED = new Map<string, Format>()
for (const id of IDS) LOADED.set(id, await loadFormat(id))
const canWrite = process.env.UPDATE_FIXTURES === '1' && process.env.CI === undefined

const formatOf = (id: string): Format => {
  const format = LOADED.get(id)
  if (format === undefined) throw new Error(`no format ${id}`)
  return format
}

const writeMissing = ({ folder, options }: FixtureCase, { events, counts }: Decoded): void => {
  if (!existsSync(`${folder}expected.ndjson`)) writeFileSync(`${folder}expected.ndjson`, events.map((line) => `${line}\n`).join(''))
  if (options.records === undefined) writeFileSync(`${folder}case.json`, `${JSON.stringify({ ...counts, ...options })}\n`)
}

const isJson = ({ inputName }: FixtureCase): boolean => /\.(?:json|ndjson|jsonl)$/.test(inputName)

const withGarbage = (fixture: FixtureCase): string =>
  `${fixture.input.trimEnd()}\n${isJson(fixture) ? '}{ not a record' : '### not a record ###'}\n`

/** Cuts the last record in half. */
const truncated = (fixture: FixtureCase): string => {
  const text = fixture.input.trimEnd().replace(/\n?\]$/, '')
  const last = frame(fixture.inputName, fixture.input).records.at(-1)
  const length = last === undefined || !isJson(fixture) ? text.length - text.lastIndexOf('\n') : last.length
  return text.slice(0, text.length - Math.ceil(length / 2))
}

describe.each(CASES.map((fixture) => [`${fixture.format}/${fixture.name}`, fixture] as const))('%s', (_name, fixture) => {
  const format = formatOf(fixture.format)
  let decoded: Decoded
  beforeAll(() => {
    decoded = decodeCase(format, fixture)
    if (canWrite) writeMissing(fixture, decoded)
  })

  test('events are as expected, line by line', () => {
    const expected = readFileSync(`${fixture.folder}expected.ndjson`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
    expect(decoded.events.map((line) => JSON.parse(line) as unknown)).toEqual(expected.map((line) => JSON.parse(line) as unknown))
  })

  test('every record is used, ignored or rejected, as counted', () => {
    const { records, used, ignored, rejected } = decoded.counts
    expect(used + ignored + rejected).toBe(records)
    const options = canWrite && fixture.options.records === undefined ? decoded.counts : fixture.options
    expect({ records, used, ignored, rejected }).toEqual({
      records: options.records,
      used: options.used,
      ignored: options.ignored,
      rejected: options.rejected,
    })
  })

  test('line ends, a byte order mark and a missing last newline change nothing', () => {
    const plain = fixture.input.replaceAll('\r\n', '\n')
    for (const text of [plain.replaceAll('\n', '\r\n'), plain.trimEnd(), `\uFEFF${plain}`])
      expect(decodeCase(format, fixture, text)).toEqual(decoded)
  })

  test('a garbage line is one reject more', () => {
    const { events, counts } = decodeCase(format, fixture, withGarbage(fixture))
    expect(events).toEqual(decoded.events)
    expect(counts).toEqual({ ...decoded.counts, records: decoded.counts.records + 1, rejected: decoded.counts.rejected + 1 })
  })

  test('a record that is cut off costs only itself', () => {
    const { perRecord, counts } = decodeCase(format, fixture, truncated(fixture))
    expect(counts.used + counts.ignored + counts.rejected).toBe(counts.records)
    expect(perRecord.slice(0, decoded.perRecord.length - 1)).toEqual(decoded.perRecord.slice(0, -1))
    if (isJson(fixture)) expect(counts.rejected).toBeGreaterThan(frame(fixture.inputName, fixture.input).rejects)
  })

  test('the order of the records does not matter', () => {
    const { records } = frame(fixture.inputName, fixture.input)
    expect(decodeRecords(format, records.toReversed(), fixture.options).perRecord.toReversed()).toEqual(decoded.perRecord)
  })
})

test('fixtures belong to formats', () => {
  expect([...new Set(EVERY_CASE.map(({ format }) => format))].filter((id) => !isImplemented(id))).toEqual([])
})

test('no record is claimed by two formats', () => {
  const compiled = [...LOADED.values()].map((format) => compileFormat(format, { time: { zone: 'UTC', year: () => 2026 } }))
  const doubles = CASES.flatMap((fixture) =>
    frame(fixture.inputName, fixture.input)
      .records.map((record) =>
        compiled.filter(({ shapes }) => shapes.some((shape) => shape.matches(record))).map(({ format }) => format.id),
      )
      .filter((ids) => ids.length > 1)
      .map((ids) => `${fixture.format}/${fixture.name}: ${ids.join(', ')}`),
  )
  expect([...new Set(doubles)]).toEqual([])
})

type Table = Record<string, unknown>
interface Cell {
  readonly name: string
  readonly owner: Table
  readonly key: string
}

const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !(value instanceof RegExp) && !(value instanceof Set) && !(value instanceof Map)

/** A cell is a value without objects inside; what holds objects is a table. */
const cellsOf = (name: string, table: Table): Cell[] =>
  Object.entries(table).flatMap(([key, value]) =>
    isTable(value) && Object.values(value).some(isTable)
      ? cellsOf(`${name}.${key}`, value)
      : typeof value === 'function' || value instanceof RegExp
        ? []
        : [{ name: `${name}[${key}]`, owner: table, key }],
  )

const tablesOf = async (id: string): Promise<Cell[]> => {
  const files = readdirSync(FORMATS + id).filter((file) => file.endsWith('codes.ts'))
  const modules = await Promise.all(files.map(async (file) => (await import(`${FORMATS}${id}/${file}`)) as Table))
  return modules.flatMap((module) => Object.entries(module).flatMap(([name, table]) => (isTable(table) ? cellsOf(name, table) : [])))
}

describe.each(IDS)('code tables of %s', (id) => {
  const format = formatOf(id)
  const inputs = CASES.filter((fixture) => fixture.format === id).map(({ inputName, input, options }) => {
    const { records } = frame(inputName, input)
    return () => decodeRecords(format, records, options).perRecord.join('\n')
  })

  test('each cell is exercised: altering it changes what a fixture expects', async () => {
    let watching = inputs.map((decode) => ({ decode, expected: decode() }))
    /** Cells that stand together tend to be noticed by one fixture: it is asked first the next time. */
    const isNoticed = (): boolean => {
      const witness = watching.find(({ decode, expected }) => decode() !== expected)
      if (witness === undefined) return false
      watching = [witness, ...watching.filter((one) => one !== witness)]
      return true
    }
    const unnoticed = (await tablesOf(id)).filter(({ owner, key }) => {
      const before = owner[key]
      owner[key] = isTable(before) ? { ignore: 'altered' } : 'altered'
      const noticed = isNoticed()
      owner[key] = before
      return !noticed
    })
    expect(unnoticed.map(({ name }) => name)).toEqual([])
  }, 120_000)
})
