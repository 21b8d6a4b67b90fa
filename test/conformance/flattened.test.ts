import { expect, test } from 'vitest'
import { allCases, type FixtureCase } from '../support/format-fixtures.ts'
import { carriages } from '../support/carriages.ts'
import { frame } from '../support/frame.ts'
import { readEach } from '../support/read-each.ts'
import { tempFolder } from '../support/temp-folder.ts'

// An exporter that writes an object's members as names at its top changes nothing of what happened. Here every log of objects is tried,
// in `carried.test.ts` one per format in more ways.

const folder = tempFolder()

/** What these tell lies in what flattening loses. */
const LOSES: Readonly<Record<string, string>> = {
  'cloudflare/awkward': 'records of another kind have nothing to flatten, and lie elsewhere once a prefix is put before them',
  'nextcloud/awkward': 'a record whose message is a text in one line and an object in the next',
  'supabase/awkward': 'a login that is told by an actor who is there and empty: empty values are none',
}

type Objects = readonly Record<string, unknown>[]
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The records of a case of objects; undefined of any other. */
const objectsOf = ({ inputName, input }: FixtureCase): Objects | undefined => {
  const values = frame(inputName, input).records.map(({ value }) => value)
  return values.length > 0 && values.every(isObject) ? values : undefined
}

const isNested = (records: Objects): boolean => records.some((record) => Object.values(record).some((value) => typeof value === 'object'))

const cases = allCases().flatMap((one) => {
  const name = `${one.format}/${one.name}`
  const records = name in LOSES ? undefined : objectsOf(one)
  return records !== undefined && isNested(records) ? [[name, one, records] as const] : []
})
const WAYS = ['flat objects', 'flat objects with a prefix', 'flat objects with indexes in brackets']

test.each(cases)('%s says the same when it was flattened', async (_name, { options }, records) => {
  const plain = records.map((record) => `${JSON.stringify(record)}\n`).join('')
  const flattened = WAYS.map((way) => carriages[way]?.(records) ?? '')
  const [expected = [], ...found] = await readEach(folder, [plain, ...flattened], options)
  expect(Object.fromEntries(WAYS.map((way, at) => [way, found[at]]))).toEqual(Object.fromEntries(WAYS.map((way) => [way, expected])))
})
