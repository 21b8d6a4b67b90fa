import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inspectInputs } from '../../src/pipeline/inspect.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Exports of log platforms write an object's members, and the elements of its lists, as names at the top of the record. */

const folder = tempFolder()
const INPUT = fileURLToPath(new URL('../../fixtures/formats/m365/directory-operations/input.ndjson', import.meta.url))
const records = readFileSync(INPUT, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{'))
  .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)

const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null
const flat = (value: unknown, name: string): readonly (readonly [string, unknown])[] =>
  isNode(value) ? Object.entries(value).flatMap(([key, inside]) => flat(inside, name === '' ? key : `${name}.${key}`)) : [[name, value]]

const events = async (lines: readonly object[]): Promise<readonly string[]> => {
  const path = join(folder, 'audit.ndjson')
  writeFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const { table } = await inspectInputs(runOptions([path]), () => undefined)
  return Array.from({ length: table.size }, (_, row) => {
    const { action, outcome } = table.classes[table.cls.get(row)] ?? {}
    return [table.time.get(row), action, outcome, table.accounts.get(table.account.get(row))].join(' ')
  }).toSorted()
}

test.each(['', 'AuditData.'])('what an administrator did to an account stays an act on that account: "%s"', async (prefix) => {
  const own = await events(records)
  expect(own.filter((event) => event.includes('password-reset')).length).toBeGreaterThan(1)
  const flattened = records.map((record) => Object.fromEntries(flat(record, '').map(([name, value]) => [`${prefix}${name}`, value])))
  expect(await events(flattened)).toEqual(own)
})

test('a log of which some records are flattened is read record by record', async () => {
  const mixed = records.map((record, at) => (at % 2 === 0 ? record : Object.fromEntries(flat(record, ''))))
  expect(await events(mixed)).toEqual(await events(records))
})
