import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EventDraft } from '../../src/model/event.ts'
import { createEventLog } from '../../src/order/event-log.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { allCases, draftLine, type FixtureCase } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { runOptions } from '../support/run-options.ts'
import {
  asObjects,
  asPortalTable,
  asTable,
  batchWrappers,
  customRow,
  objectWrappers,
  tableVariants,
  tableWrappers,
} from '../support/wrappers.ts'
import { tempFolder } from '../support/temp-folder.ts'

// A log that came through a collector or a console, or whose table somebody saved anew, is the same log.

const folder = tempFolder()

const read = async (content: string, { zone = 'UTC' }: FixtureCase['options']): Promise<readonly string[]> => {
  writeFileSync(join(folder, 'log'), content)
  const events: string[] = []
  const append = (draft: EventDraft): void => void events.push(draftLine(draft))
  await readInputs(runOptions(['log'], { cwd: folder, readWhole: true, zone }), { ...createEventLog(), append }, () => undefined)
  return events.toSorted()
}

const isTable = ({ inputName }: FixtureCase): boolean => /\.[ct]sv$/.test(inputName)
const isJson = ({ inputName }: FixtureCase): boolean => /\.(?:json|ndjson)$/.test(inputName)
const named = (one: FixtureCase) => [`${one.format}/${one.name}`, one] as const
const framed = (one: FixtureCase) => frame(one.inputName, one.input)
const clean = allCases().filter((one) => !one.inputName.endsWith('.xml') && framed(one).rejects === 0)
/** Of each format, the first case with lines. */
const lined = [
  ...Map.groupBy(
    clean.filter((one) => !isTable(one)),
    ({ format, inputName }) => `${format} ${inputName.split('.').at(-1)}`,
  ),
]
  .flatMap(([, [first]]) => first ?? [])
  .filter((one) => isJson(one) || !one.input.includes('<Event'))

const linesOf = (one: FixtureCase): readonly string[] =>
  framed(one).records.map(({ value }) => (isJson(one) ? JSON.stringify(value) : (value as string)))

describe.each(lined.map(named))('%s', (_name, one) => {
  const lines = linesOf(one)
  /** In all of them at once, as nothing in a file of objects depends on what stands before; one by one where that is not what came out. */
  const differing = async (contents: readonly (readonly [name: string, content: string])[]): Promise<readonly string[]> => {
    const expected = await read(lines.map((line) => `${line}\n`).join(''), one.options)
    const all = await read(contents.map(([, content]) => content).join(''), one.options)
    if (all.join('\n') === expected.flatMap((line) => contents.map(() => line)).join('\n')) return []
    const different: string[] = []
    for (const [name, content] of contents) if ((await read(content, one.options)).join('\n') !== expected.join('\n')) different.push(name)
    return different
  }
  test('comes out of every wrapper as it went in', async () => {
    const objects = Object.entries(objectWrappers).map(([name, wrap]) => [name, asObjects(wrap, lines)] as const)
    const batches = Object.entries(batchWrappers).map(([name, wrap]) => [name, `${JSON.stringify(wrap(lines))}\n`] as const)
    expect(await differing([...objects, ...batches])).toEqual([])
  })
  test('comes out of every table as it went in', async () => {
    const expected = await read(lines.map((line) => `${line}\n`).join(''), one.options)
    const different: string[] = []
    for (const name of Object.keys(tableWrappers))
      if ((await read(asTable(name, lines), one.options)).join('\n') !== expected.join('\n')) different.push(name)
    expect(different).toEqual([])
  })
})

const customRows = (one: FixtureCase) =>
  framed(one).records.flatMap(({ value }) => {
    const row = customRow(value)
    return row === undefined ? [] : [{ line: JSON.stringify(value), row }]
  })

test.each(clean.filter((one) => isJson(one) && customRows(one).length > 0).map(named))(
  '%s comes out of a custom table as it went in',
  async (_name, one) => {
    const rows = customRows(one)
    const expected = await read(rows.map(({ line }) => `${line}\n`).join(''), one.options)
    expect(await read(rows.map(({ row }) => `${JSON.stringify(row)}\n`).join(''), one.options)).toEqual(expected)
    expect(await read(asPortalTable(rows.map(({ row }) => row)), one.options)).toEqual(expected)
  },
)

/** A column without a name is found by its place. */
const hasNamedColumns = (one: FixtureCase): boolean => framed(one).records[0]?.header?.includes('') === false

describe.each(clean.filter((one) => isTable(one) && hasNamedColumns(one)).map(named))('%s', (_name, one) => {
  test('is the same table however it was saved', async () => {
    const { records } = framed(one)
    const header = records[0]?.header ?? []
    const rows = records.map(({ value }) => value as readonly string[])
    const expected = await read(one.input, one.options)
    const different: string[] = []
    for (const [name, write] of Object.entries(tableVariants))
      if ((await read(write(header, rows), one.options)).join('\n') !== expected.join('\n')) different.push(name)
    expect(different).toEqual([])
  })
})
