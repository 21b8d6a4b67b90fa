import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { formats } from '../../src/formats/registry.ts'
import { reports } from '../../src/reports/registry.ts'
import { rules } from '../../src/rules/registry.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { runCli } from './support/run-cli.ts'

const sink = new Writable()
const io = { stdin: Readable.from([]), stdout: sink, stderr: sink, cwd: '/', env: {}, nowMs: () => 0 }
const { commands } = createProgram(io, () => undefined, { lang: 'en', zone: 'UTC' })
const NAMES = commands.map((command) => command.name())
const SHELLS = ['bash', 'zsh', 'fish']

const scriptFor = async (shell: string, ...flags: readonly string[]): Promise<string> => {
  const { code, stdout, stderr } = await runCli(['completion', shell, ...flags], { cwd: '/' })
  expect([code, stderr]).toEqual([0, ''])
  return stdout
}

describe.each(SHELLS)('completion for %s', (shell) => {
  it('knows every command and every option, none that is hidden', async () => {
    const script = await scriptFor(shell)
    for (const name of NAMES) expect(script).toContain(name)
    const options = commands.flatMap((command) => command.options.filter(({ hidden }) => !hidden))
    for (const { long } of options) expect(script).toContain(shell === 'fish' ? ` -l ${long?.slice(2)} ` : long)
    expect(script).not.toContain(shell === 'fish' ? ' -l now ' : '--now')
  })
  it('has what a value may be, as far as that is known', async () => {
    const script = await scriptFor(shell)
    for (const words of [formats, rules].map((plugIns) => plugIns.map(({ id }) => id).join(' '))) expect(script).toContain(words)
    for (const words of [[...reports.keys()].join(' '), 'info low medium high critical', 'A B C']) expect(script).toContain(words)
  })
})

it.each(['zsh', 'fish'])('%s shows what commands and options are for, in the reader’s language', async (shell) => {
  expect(await scriptFor(shell)).toContain('one page for whoever decides')
  const script = await scriptFor(shell, '--lang', 'ja')
  expect(script).toContain('判断する人のための1ページの要約')
  expect(script).not.toContain('one page for whoever decides')
})

it('zsh is told apart what separates the parts of a description', async () => {
  const script = await scriptFor('zsh')
  expect(script).toContain(String.raw`'*--ip[address or range (IPv6\: its /64)]:ip: '`)
  expect(script).toContain(String.raw`'pivot:widen\: who else`)
})

describe('what bash completes', () => {
  const folder = tempFolder()
  beforeAll(async () => {
    mkdirSync(join(folder, 'case'))
    writeFileSync(join(folder, 'case log.json'), '')
    writeFileSync(join(folder, 'completion.bash'), await scriptFor('bash'))
  })
  const complete = (...words: readonly string[]): readonly string[] => {
    const program = `source ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _ashiato; printf '%s\\n' "\${COMPREPLY[@]}"`
    const text = execFileSync('bash', ['--norc', '-c', program, 'bash', 'ashiato', ...words], { cwd: folder, encoding: 'utf8' })
    return text.split('\n').filter((line) => line !== '')
  }

  it.each<[readonly string[], readonly string[]]>([
    [['insp'], ['inspect']],
    [['ca'], ['case log.json', 'case']],
    [['--fail'], ['--fail-on']],
    [
      ['logs/', '--lang', ''],
      ['en', 'ja'],
    ],
    [['logs/', '-t', 'h'], ['html']],
    [['scan', '--only', 'impossible'], ['impossible-travel']],
    [['scan', '--case', 'ca'], ['case']],
    [
      ['scan', '--allow', 'ca'],
      ['case log.json', 'case'],
    ],
    [['scan', '--collector', 'ca'], []],
    [
      ['pivot', '--a'],
      ['--asn', '--agent', '--account', '--accounts'],
    ],
    [['pivot', 'ca'], ['case']],
    [
      ['pivot', 'case', '--to', ''],
      ['table', 'csv', 'json', 'ndjson'],
    ],
    [
      ['inspect', '--to', ''],
      ['table', 'json', 'ndjson'],
    ],
    [['rules', 'impossible'], ['impossible-travel']],
    [['formats', 'okt'], ['okta']],
    [['simulate', '--format', 'k'], ['keycloak']],
    [['simulate', 'look'], ['look-alikes']],
    [['completion', ''], SHELLS],
    [['help', 'ver'], ['verify']],
    [
      ['inspect', 'x', 'ca'],
      ['case log.json', 'case'],
    ],
  ])('%j → %j', (words, offered) => {
    expect(complete(...words).toSorted()).toEqual(offered.toSorted())
  })
})
