import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from './support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const inspect = async (logs: Readonly<Record<string, string>>): Promise<string> => {
  for (const [name, text] of Object.entries(logs)) writeFileSync(join(folder, name), text)
  return (await runCli(['inspect', ...Object.keys(logs)], { cwd: folder })).stdout
}

const sshd = Array.from(
  { length: 120 },
  (_, index) =>
    `2026-11-03T02:${String(Math.floor(index / 60) + 10)}:${String(index % 60).padStart(2, '0')}+09:00 web sshd[${4000 + index}]: Failed password for root from 203.0.113.7 port ${40000 + index} ssh2\n`,
).join('')

test('a copy of another input is said to be one, not a log without accounts', async () => {
  const stdout = await inspect({ 'copy-a.log': sshd, 'copy-b.log': sshd })
  expect(stdout.match(/nothing of its own/g)).toHaveLength(1)
  expect(stdout).not.toContain('account 0%')
})

test('attempts of unknown outcome are counted, and asked about', async () => {
  const line = '203.0.113.7 - - [21/Nov/2026:02:10:00 +0900] "POST /login HTTP/1.1" 200 1950 "-" "Mozilla/5.0"\n'
  const stdout = await inspect({ 'access.log': line.repeat(3) })
  expect(stdout).toContain('attempts, but not how they ended')
  expect(stdout).toContain('0 logins succeeded, 0 failed, 3 of unknown outcome')
})

test('a bad input is told what to do about it, and not sent to the command that is running', async () => {
  writeFileSync(join(folder, 'bad.log'), sshd + '### not a record ###\n'.repeat(400))
  const { stderr } = await runCli(['inspect', 'bad.log'], { cwd: folder })
  expect(stderr).toContain('could not be read')
  expect(stderr).not.toContain('ashiato inspect')
  expect((await runCli(['bad.log'], { cwd: folder })).stderr).toContain('"ashiato inspect" shows more')
})

test('the zone is what the times say, whatever is usual for the format', async () => {
  expect(await inspect({ 'iso.log': sshd })).toContain('zone             in each record')
  const local = 'Nov  3 02:10:00 web sshd[4000]: Failed password for root from 203.0.113.7 port 40000 ssh2\n'
  expect(await inspect({ 'local.log': local })).toContain('zone             none logged: UTC assumed')
})

test('a zone that a mapping states is named, and is no UTC', async () => {
  writeFileSync(
    join(folder, 'map.yaml'),
    'ashiato: mapping/1\nid: our-shop\nkind: csv\nzone: Asia/Tokyo\ntime: when\nfields: { username: who, ip: from }\noutcome: { from: how, codes: { ok: success } }\n',
  )
  writeFileSync(join(folder, 'shop.csv'), 'when,who,from,how\n2026/11/03 02:14:05,taro,203.0.113.7,ok\n')
  const { stdout } = await runCli(['inspect', 'shop.csv', '--map', 'map.yaml'], { cwd: folder })
  expect(stdout).toContain('zone             Asia/Tokyo (stated by the mapping or the column)')
})

test('many files of one log are told as one, those with something of their own by themselves', async () => {
  const hours = Object.fromEntries(
    Array.from({ length: 30 }, (_, hour) => [
      `hours/h${String(hour).padStart(2, '0')}.log`,
      `2026-11-0${1 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:10:00+09:00 web sshd[${4000 + hour}]: Accepted password for u${hour} from 203.0.113.${hour + 1} port 40000 ssh2\n`,
    ]),
  )
  mkdirSync(join(folder, 'hours'), { recursive: true })
  const stdout = await inspect({ ...hours, 'hours/h07.log': `${hours['hours/h07.log']}### not a record ###\n` })
  const headings = stdout.split('\n').filter((line) => line !== '' && !line.startsWith(' '))
  expect(headings).toEqual(['29 files under hours/', 'hours/h07.log', 'all inputs'])
  expect(stdout).toContain('29 events: 29 logins succeeded, 0 failed')
  expect(stdout).toMatch(/period +2026-11-01 01:10|period +2026-10-31 15:10/)
  expect(stdout).toContain('the three most frequent make 10%')
})
