import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/kernel/text-width.ts'
import { runCli } from './support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'
const TOOL = 'checker/\u001b[2J1.0'
const MODEL = 'Pixel 8'
const PHONE = 'device-of-the-house'
const SESSION = 'session-id-that-nobody-shows'

interface Login {
  readonly minute: number
  readonly user: string
  readonly result?: 'success' | 'failure'
  readonly ip: string
  readonly agent?: string
  readonly device?: string
  readonly session?: string
}

const lineOf = ({ minute, user, result = 'success', ip, agent = CHROME, device, session }: Login): string =>
  JSON.stringify({
    timestamp: new Date(Date.UTC(2026, 9, 1) + minute * 60_000).toISOString(),
    user_id: user,
    action: 'login',
    result,
    reason: result === 'failure' ? 'bad-password' : undefined,
    ip,
    user_agent: agent,
    device_id: device,
    session_id: session,
  })

const member = (at: number): string => `member-${String(at).padStart(3, '0')}`

/** 150 members with one browser and one device id that is a model's; anna shares a machine, a session and a rare program with others. */
const LOGINS: readonly Login[] = [
  ...Array.from({ length: 150 }, (_, at) => ({ minute: at, user: member(at), ip: `198.51.100.${at}`, device: MODEL })),
  { minute: 200, user: 'anna', ip: '203.0.113.5', device: MODEL },
  { minute: 210, user: 'anna', ip: '203.0.113.5', device: PHONE },
  { minute: 220, user: 'ben', ip: '203.0.113.5', device: PHONE },
  { minute: 230, user: 'anna', ip: '203.0.113.5', session: SESSION },
  { minute: 240, user: 'carla', ip: '203.0.113.99', session: SESSION },
  { minute: 250, user: 'anna', ip: '203.0.113.5', agent: TOOL },
  { minute: 260, user: 'dora', ip: '203.0.113.77', agent: TOOL },
  { minute: 270, user: 'abel', ip: '203.0.113.78', agent: TOOL, result: 'failure' },
]

let folder = ''
beforeAll(() => {
  folder = tempFolder()
  writeFileSync(join(folder, 'login.ndjson'), `${LOGINS.map(lineOf).join('\n')}\n`)
})

const ask = async (columns: number, ...flags: string[]): Promise<string> =>
  (await runCli(['account', 'anna', 'login.ndjson', '-q', ...flags], { cwd: folder, env: { COLUMNS: String(columns) } })).stdout

describe('which other accounts its traces touched', () => {
  it('as records: each kind, whom it got into first, and what everybody shares as a number', async () => {
    const [story] = JSON.parse(await ask(80, '--to', 'json')) as [{ touched: object[]; widespread: object[] }]
    expect(story.touched).toEqual([
      { kind: 'address', value: '203.0.113.5', accounts: 1, ids: ['ben'], failures: 0, successes: 1, since: '2026-10-01T03:20:00.000Z' },
      { kind: 'agent', value: TOOL, accounts: 2, ids: ['dora', 'abel'], failures: 1, successes: 1, since: '2026-10-01T04:10:00.000Z' },
      { kind: 'device', value: PHONE, accounts: 1, ids: ['ben'], failures: 0, successes: 1, since: '2026-10-01T03:30:00.000Z' },
      { kind: 'session', value: null, accounts: 1, ids: ['carla'], failures: 0, successes: 1, since: '2026-10-01T03:50:00.000Z' },
    ])
    expect(story.widespread).toEqual([
      { kind: 'agent', values: 1, accounts: 152 },
      { kind: 'device', values: 1, accounts: 150 },
    ])
  })

  it.each([80, 160])('on a terminal of %i columns, in both languages, safe and without session ids', async (columns) => {
    const [english = '', japanese = ''] = await Promise.all([ask(columns), ask(columns, '--lang', 'ja')])
    const part = english.slice(english.indexOf('other accounts'))
    const words = part.replaceAll(/\s+/g, ' ')
    expect(words).toContain('address 203.0.113.5: 1 other account, 0 failed, 1 succeeded: ben')
    expect(words).toContain('device device-of-the-house: 1 other account, 0 failed, 1 succeeded: ben')
    expect(words).toContain('checker/\\u{1b}[2J1.0: 2 other accounts, 1 failed, 1 succeeded: dora, abel')
    expect(words).toContain('1 that many share (up to 152 other accounts)')
    expect(words).toContain('in use since 2026-10-01 03:50:00+00:00: 1 other account')
    expect(japanese.replaceAll(/\s+/g, ' ')).toContain('端末ID device-of-the-house: 他の1アカウント(失敗 0回、成功 1回): ben')
    for (const text of [english, japanese]) {
      expect(text).not.toContain('member-0')
      expect(text).not.toContain(SESSION)
      expect(text).not.toContain('\u001b')
      expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(columns)
    }
  })
})

describe('the verdict that an account’s story shows', () => {
  const CASE = fileURLToPath(new URL('../../fixtures/cases/okta-takeover', import.meta.url))
  const CARRIER = fileURLToPath(new URL('../../fixtures/cases/carrier-nat-during-campaign', import.meta.url))
  const entryOf = async (name: string): Promise<{ account: string; verdict: string } | null> => {
    const { stdout } = await runCli(['account', name, CASE, '-q', '--to', 'json'], { cwd: folder })
    return (JSON.parse(stdout) as [{ entry: { account: string; verdict: string } | null }])[0].entry
  }

  it.each([
    ['aoi.matsumoto@example.jp', '00uxxx6ecu8Ex00195d7', 'compromised'],
    ['minato.shimizu@example.jp', '00uxxx6cbikEx00075d7', 'compromised'],
    ['hana.takahashi@example.jp', '00uxxx6fjm1Ex00265d7', 'targeted'],
  ])('is its own: %s', async (name, account, verdict) => {
    expect(await entryOf(name)).toMatchObject({ account, verdict })
  })
  it('shows findings that make no verdict, rather than no sign of anybody', async () => {
    const { stdout } = await runCli(['account', '00uxxx6ep26Ex00215d7', CARRIER, '--to', 'table'], { cwd: folder })
    expect(stdout).toContain('none: 1 finding is not enough for one')
    expect(stdout).not.toContain('no sign of another person')
  })
})

describe('the account was not named', () => {
  it.each([
    ['en', 'The account comes first, as its id or name in the log: ashiato account NAME logs'],
    ['ja', '先にアカウントのIDまたは名前(ログの表記どおり)を指定してください: ashiato account 名前 logs'],
  ])('where the only word is a folder and a person sits there (%s)', async (lang, said) => {
    const cwd = tempFolder()
    mkdirSync(join(cwd, 'logs'))
    const { code, stdout, stderr } = await runCli(['account', 'logs', '--lang', lang], { cwd, stdin: 'terminal' })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
  })
  it('but a pipe is read, whatever lies in this folder', async () => {
    const cwd = tempFolder()
    mkdirSync(join(cwd, 'root'))
    const line = lineOf({ minute: 0, user: 'root', ip: '192.0.2.1' })
    const { code, stdout } = await runCli(['account', 'root'], { cwd, stdin: `${line}\n` })
    expect(code).toBe(0)
    expect(stdout).toContain('root')
  })
})
