import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { reports } from '../../src/reports/registry.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { filesOf, seal } from './support.ts'
import { tempFolder } from '../support/temp-folder.ts'

const PASSWORD = 'Sakura#Fubuki-2026'
const AGENT = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'

const appLine = (second: number, name: string, id: string | undefined): string =>
  JSON.stringify({
    timestamp: new Date(Date.UTC(2026, 9, 5, 9, 0, second)).toISOString(),
    user_id: id,
    email: name,
    action: 'login',
    result: id === undefined ? 'failure' : 'success',
    reason: id === undefined ? 'unknown-account' : undefined,
    ip: '203.0.113.20',
    user_agent: AGENT,
  })

const sshdLine = (second: number, text: string): string =>
  `2026-10-05T10:00:${String(second).padStart(2, '0')}+00:00 web sshd[${1000 + second}]: ${text}`

const LOGS = {
  'app.ndjson': [appLine(0, 'hanako@example.jp', 'M1'), appLine(20, PASSWORD, undefined), appLine(35, 'hanako@example.jp', 'M1')],
  'secure.log': [
    sshdLine(0, 'Accepted password for jiro from 192.0.2.7 port 50000 ssh2'),
    sshdLine(10, `Invalid user ${PASSWORD} from 192.0.2.7 port 50001`),
    sshdLine(12, `Failed password for invalid user ${PASSWORD} from 192.0.2.7 port 50001 ssh2`),
    sshdLine(30, 'Accepted password for jiro from 192.0.2.7 port 50002 ssh2'),
  ],
}

let cwd = ''
beforeAll(async () => {
  cwd = tempFolder()
  mkdirSync(join(cwd, 'logs'))
  for (const [name, lines] of Object.entries(LOGS)) writeFileSync(join(cwd, 'logs', name), `${lines.join('\n')}\n`)
  await seal(cwd)
})

/** As they stand in a file, also within the parts of a workbook. */
const textsOf = (path: string): readonly string[] => {
  const bytes = readFileSync(path)
  const parts = path.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes]
  return parts.map((part) => Buffer.from(part).toString('latin1').toLowerCase())
}

const isShown = (text: string): boolean => text.toLowerCase().includes(PASSWORD.toLowerCase())

describe('a password typed into the user field', () => {
  it('is told, as a trace of little weight, of the account that logged in just after, and accuses nobody', async () => {
    const { stdout } = await runCli(['logs', '--to', 'json', '-q'], { cwd })
    const { findings, accounts } = JSON.parse(stdout) as CaseDocument
    const typed = findings.filter(({ rule }) => rule === 'password-as-name')
    expect(typed.map(({ account, severity }) => [account, severity])).toEqual([
      ['M1', 'low'],
      ['jiro', 'low'],
    ])
    expect(accounts.filter(({ verdict }) => verdict === 'compromised' || verdict === 'suspected')).toEqual([])
  })

  it.each([...reports.keys()].flatMap((id) => ['en', 'ja'].map((lang) => [id, lang] as const)))(
    'stands in no output: %s, %s',
    async (id, lang) => {
      const { stdout, stderr } = await runCli(['logs', '--to', id, '--lang', lang, '--scores', `scores-${id}-${lang}.csv`], { cwd })
      expect(stdout).not.toBe('')
      expect(isShown(stdout + stderr + readFileSync(join(cwd, `scores-${id}-${lang}.csv`), 'latin1'))).toBe(false)
    },
  )

  it.each([
    ['inspect', 'logs'],
    ['inspect', 'logs', '--to', 'json'],
    ['account', 'M1', 'logs'],
    ['account', 'jiro', 'logs', '--to', 'json'],
    ['list', 'case'],
    ['brief', 'case'],
    ['pivot', 'case', '--account', 'M1'],
  ])('stands in no answer: %j', async (...args) => {
    const { stdout, stderr } = await runCli(args, { cwd })
    expect(stdout).not.toBe('')
    expect(isShown(stdout + stderr)).toBe(false)
  })

  it('stands in no file of the case but the evidence', () => {
    const shown = filesOf(join(cwd, 'case')).filter((path) => textsOf(join(cwd, 'case', path)).some(isShown))
    expect(shown.filter((path) => !path.startsWith('90_evidence/'))).toEqual([])
    expect(shown.length).toBeGreaterThan(0)
  })
})
