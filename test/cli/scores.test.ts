import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseCsv } from '../../src/kernel/parse-csv.ts'
import { ROOT } from '../cases/support.ts'
import { runCli } from './support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const CASE = `${ROOT}fixtures/cases/okta-takeover`
const cwd = tempFolder()

const HEADER = 'time,account,provider,ip,country,network,agent,file,line,earlier,news,score,tail,freeman'

/** What the log itself says: logins that succeeded. */
const successes = readFileSync(`${CASE}/okta-system-log.ndjson`, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { eventType: string; outcome: { result: string } })
  .filter(({ eventType, outcome }) => eventType === 'user.session.start' && outcome.result === 'SUCCESS')

it('--scores writes a header and one line per successful login, in order of time, beside the report', async () => {
  const run = await runCli([CASE, '--scores', 'scores.csv', '-o', 'report.json', '-q'], { cwd })
  expect([run.code, run.stdout, run.stderr]).toEqual([0, '', ''])
  const text = readFileSync(join(cwd, 'scores.csv'), 'utf8')
  expect(text.slice(0, text.indexOf('\n')).trimEnd()).toBe(HEADER)
  const [, ...rows] = parseCsv(text).map(({ cells }) => cells)
  expect(rows).toHaveLength(successes.length)
  const times = rows.map(([time = '']) => Date.parse(time))
  expect(times).toEqual(times.toSorted((left, right) => left - right))
  for (const cells of rows) expect(cells).toHaveLength(HEADER.split(',').length)
  for (const cells of rows) expect(Number(cells[12])).toBeGreaterThan(0)
  expect(statSync(join(cwd, 'scores.csv')).mode & 0o077).toBe(0)
})

it('is written anew like every output, and never over an input or into a folder that is not there', async () => {
  const write = () => runCli([CASE, '--scores', 'again.csv', '-o', 'report.json', '-q'], { cwd })
  await write()
  const first = readFileSync(join(cwd, 'again.csv'))
  expect((await write()).code).toBe(0)
  expect(readFileSync(join(cwd, 'again.csv')).equals(first)).toBe(true)
  const over = await runCli(['report.json', '--scores', 'report.json', '-q'], { cwd })
  expect(over.code).toBeGreaterThan(1)
  const nowhere = await runCli([CASE, '--scores', 'nowhere/scores.csv', '-q'], { cwd })
  expect([nowhere.code, nowhere.stdout]).toEqual([3, ''])
})
