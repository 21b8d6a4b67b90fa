import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { prepare } from '../../src/pipeline/analyze.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const accountsOf = async (
  name: string,
  lines: readonly string[],
): Promise<{ readonly accounts: readonly (string | undefined)[]; readonly rejected: number }> => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const { table, inputs } = await prepare(runOptions([path]), () => undefined)
  return {
    accounts: [...new Set(Array.from(table.account, (key) => table.accounts.get(key)))],
    rejected: inputs.inputs[0]?.counts.rejected ?? 0,
  }
}

const line = (id: string, index: number): string =>
  `{"timestamp":"2026-11-21T02:1${index % 10}:00Z","user_id":${id},"ip":"203.0.113.7","result":"success"}`

test('numbers beyond 2^53 stay two accounts, digit by digit', async () => {
  const ids = ['9007199254740993', '9007199254740992', '12345678901234567890']
  const { accounts } = await accountsOf(
    'big.ndjson',
    Array.from({ length: 30 }, (_, index) => line(ids[index % 3] as string, index)),
  )
  expect(accounts.toSorted()).toEqual(ids.toSorted())
})

test('an id that a spreadsheet turned into 1.23E+11 is reported, and nobody’s', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, index) => `2026-11-21T02:10:${10 + index}Z,${index === 7 ? '1.23E+11' : `10${100 + (index % 5)}`},203.0.113.7,success`,
  )
  const { accounts, rejected } = await accountsOf('excel.csv', ['timestamp,user_id,ip,result', ...rows])
  expect(rejected).toBe(1)
  expect(accounts).not.toContain('1.23E+11')
  expect(accounts).toHaveLength(5)
})
