import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TruthDocument } from '../../src/simulate/truth-document.ts'
import { runCli } from './support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const SMALL = ['--accounts', '300', '--days', '6']
let cwd = ''
beforeEach(() => {
  cwd = tempFolder()
})
afterEach(() => rmSync(cwd, { recursive: true }))

const read = (name: string): string => readFileSync(join(cwd, name), 'utf8')
const truthOf = (folder: string): TruthDocument => JSON.parse(read(`${folder}/truth.json`)) as TruthDocument

it('writes a log that is read whole, and what is true of it', async () => {
  const { code, stdout, stderr } = await runCli(['simulate', 'guessing', 'traveller', ...SMALL, '--format', 'csv', '-o', 'drill'], { cwd })
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('drill/logs/login.csv')
  const truth = truthOf('drill')
  expect(read('drill/logs/login.csv').trimEnd().split('\n')).toHaveLength(truth.log.records + 1)
  expect(truth.attacks.map(({ part }) => part)).toEqual(['guessing-1'])
  expect(truth.lookAlikes.map(({ part }) => part)).toEqual(['traveller-1'])
  const [victim] = truth.attacks[0]?.victims ?? []
  expect(read('drill/logs/login.csv')).toContain(`,${victim?.account},${victim?.name},login,success,`)
  expect(read('drill/reported.txt')).toContain(victim?.account)
  expect(statSync(join(cwd, 'drill/truth.json')).mode & 0o077).toBe(0)
  const scan = await runCli(['scan', 'drill/logs', '--to', 'json'], { cwd })
  expect(scan.stderr).toContain(`${truth.log.records.toLocaleString('en')} records read: ${truth.log.records.toLocaleString('en')} used`)
})

it('writes the same bytes for the same seed, and writes nothing over', async () => {
  const run = (output: string) => runCli(['simulate', 'stuffing', ...SMALL, '-o', output], { cwd })
  await run('one')
  await run('two')
  expect(read('two/logs/login.ndjson')).toBe(read('one/logs/login.ndjson'))
  expect(read('two/truth.json')).toBe(read('one/truth.json'))
  const again = await run('one')
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('nothing is written over')])
})

it('plays ordinary days alone, and reports nobody', async () => {
  await runCli(['simulate', 'calm', ...SMALL, '-o', 'calm'], { cwd })
  expect(truthOf('calm')).toMatchObject({ attacks: [], lookAlikes: [] })
  expect(existsSync(join(cwd, 'calm/reported.txt'))).toBe(false)
})

it('lists what can be played, in both languages', async () => {
  const english = await runCli(['simulate', '--list'], { cwd })
  const japanese = await runCli(['simulate', '--list', '--lang', 'ja'], { cwd })
  for (const { stdout } of [english, japanese]) expect(stdout).toContain('carrier-nat-attacked')
  expect(english.stdout).toContain('look-alikes, calm')
  expect(japanese.stdout).toContain('携帯電話会社')
})

it.each([
  [[], 'no scenario was named'],
  [['stufing', '-o', 'x'], 'Did you mean "stuffing"?'],
  [['stuffing'], '--output is needed here'],
  [['stuffing', '-o', 'x', '--volume', '2'], '--volume: "2" is not known'],
  [['stuffing', '-o', 'x', '--format', 'splunk'], '--format: "splunk" is not known'],
])('simulate %j: says what is wrong and writes nothing', async (args, message) => {
  const { code, stderr } = await runCli(['simulate', ...args], { cwd })
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
  expect(existsSync(join(cwd, 'x'))).toBe(false)
})
