import { expect, test } from 'vitest'
import { allCases, type FixtureCase } from '../support/format-fixtures.ts'
import { carriages } from '../support/carriages.ts'
import { frame } from '../support/frame.ts'
import { readEach } from '../support/read-each.ts'
import { tempFolder } from '../support/temp-folder.ts'

// What somebody's own table, document store or log file carries is the same log.

const folder = tempFolder()

const framed = (one: FixtureCase) => frame(one.inputName, one.input)
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const standsAlone = (one: FixtureCase): boolean => {
  const { records, rejects } = framed(one)
  return rejects === 0 && records.every(({ shape, value, path }) => shape === 'json' && path === undefined && isObject(value))
}

/** Of each format, the first case of objects that stand by themselves; where they are awkward, one name has objects and texts. */
const cases = [...Map.groupBy(allCases(), ({ format }) => format)].flatMap(([format, all]) => {
  const one = all.find((each) => each.name !== 'awkward' && standsAlone(each))
  return one === undefined ? [] : [[format, one] as const]
})

test.each(cases)('%s comes out of what carries it as it went in', async (_format, one) => {
  const records = framed(one).records.map(({ value }) => value as Record<string, unknown>)
  const carried = Object.entries(carriages)
  const plain = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  const [expected = [], ...found] = await readEach(folder, [plain, ...carried.map(([, carry]) => carry(records))], one.options)
  expect(expected.length).toBeGreaterThan(0)
  for (const [at, [name]] of carried.entries()) expect(found[at], name).toEqual(expected)
})
