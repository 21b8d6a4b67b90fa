import { rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { makeInputFolder } from './support/input-folder.ts'
import { runCli, type CliRun } from './support/run-cli.ts'

const folder = makeInputFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const run = (...args: string[]): Promise<CliRun> => runCli(args, { cwd: folder })

describe("options before a command's name belong to it", () => {
  it.each([
    [
      ['inspect', 'secure.log', '--lang', 'ja', '-q'],
      ['--lang', 'ja', '-q', 'inspect', 'secure.log'],
    ],
    [
      ['inspect', 'secure.log', '--tz-out', '+09:00'],
      ['--tz-out=+09:00', 'inspect', 'secure.log'],
    ],
    [
      ['account', 'alice', 'secure.log', '--year', '2026'],
      ['--year', '2026', 'account', 'alice', 'secure.log'],
    ],
    [
      ['scan', 'secure.log', '--to', 'csv', '--debug'],
      ['--debug', 'scan', '--to', 'csv', 'secure.log'],
    ],
    [
      ['rules', '--help'],
      ['--help', 'rules'],
    ],
    [
      ['rules', '--bogus'],
      ['--bogus', 'rules'],
    ],
  ])('%j is %j', async (behind, before) => expect(await run(...before)).toEqual(await run(...behind)))

  it('a value is no command, nor is what stands behind an input or `--`', async () => {
    expect((await run('--account', 'rules', 'secure.log', '--to', 'csv', '-q')).stdout).toMatch(/^time,account/)
    expect((await run('secure.log', 'rules', '-q')).stderr).toContain('Did you mean the command "ashiato rules"?')
    expect((await run('-q', '--', 'rules')).stderr).toContain('rules')
    expect((await run('--version', 'rules')).stdout).toMatch(/^\d+\.\d+\.\d+/)
  })

  it('a complaint is in the language of the case, wherever its command stands', async () => {
    expect((await run('secure.log', '--year', '2026', '-q', '--lang', 'ja', '--case', 'case')).code).toBe(0)
    for (const args of [
      ['list', 'case', '--verdict', 'x'],
      ['--verdict', 'x', 'list', 'case'],
    ])
      expect((await run(...args)).stderr).toContain('指定できる値: compromised')
  })
})
