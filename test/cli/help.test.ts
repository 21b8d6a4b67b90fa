import type { Command } from 'commander'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it, test } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { helpInJapanese, placeholdersInJapanese } from '../../src/i18n/catalogue/help.ts'
import { displayWidth } from '../../src/kernel/text-width.ts'
import { LANGS } from '../reports/documents.ts'
import { runCli } from './support/run-cli.ts'

const sink = new Writable()
const io = { stdin: Readable.from([]), stdout: sink, stderr: sink, cwd: '/', env: {}, nowMs: () => 0 }
const program = createProgram(io, () => undefined, { lang: 'en', zone: 'UTC' })
const commands: readonly Command[] = [program, ...program.commands]

/** What stands in brackets and needs a word: `<file>`, `[inputs...]`. */
const placeholdersOf = (text: string): readonly string[] =>
  [...text.matchAll(/[<[]([^<>[\]]+?)(?:\.{3})?[>\]]/g)].map(([, name]) => name ?? '')

const options = commands.flatMap((command) => command.options.filter(({ hidden }) => !hidden))
const texts = new Set([
  ...commands.flatMap((command) => [command.description(), ...command.registeredArguments.map(({ description }) => description)]),
  ...options.flatMap(({ description, helpGroupHeading }) => [description, helpGroupHeading ?? 'Options:']),
  'display help for command',
  'Usage:',
  'Arguments:',
  'Options:',
  'Commands:',
])

test('every text of a command or an option has its Japanese, and no Japanese is left over', () => {
  texts.delete('')
  expect([...texts].filter((text) => !Object.hasOwn(helpInJapanese, text))).toEqual([])
  expect(Object.keys(helpInJapanese).filter((text) => !texts.has(text))).toEqual([])
})

test('every placeholder has its Japanese', () => {
  const names = [
    ...options.flatMap(({ flags }) => placeholdersOf(flags)),
    ...commands.flatMap((command) => placeholdersOf(command.usage())),
    ...commands.flatMap((command) => command.registeredArguments.map((argument) => argument.name())),
  ]
  expect(names.filter((name) => !Object.hasOwn(placeholdersInJapanese, name))).toEqual([])
  expect(Object.keys(placeholdersInJapanese).filter((name) => !names.includes(name))).toEqual([])
})

describe.each(commands.map((command) => command.name()))('%s --help', (name) => {
  it.each(LANGS)('shows examples and fits 80 columns (%s)', async (lang) => {
    const { stdout, stderr, code } = await runCli([...(name === 'ashiato' ? [] : [name]), '--help', '--lang', lang], { cwd: '/' })
    expect([stderr, code]).toEqual(['', 0])
    const lines = stdout.split('\n')
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([])
    const [, examples = ''] = stdout.split(lang === 'ja' ? '\n例:\n' : '\nExamples:\n')
    expect(examples).toMatch(name === 'ashiato' ? /^ {2}ashiato logs\// : new RegExp(`^ {2}.*ashiato .*${name === 'scan' ? '' : name}`))
  })
})

describe('help COMMAND', () => {
  it('is what --help of the command says', async () => {
    const [asked, said] = await Promise.all([runCli(['help', 'brief'], { cwd: '/' }), runCli(['brief', '--help'], { cwd: '/' })])
    expect(asked).toEqual(said)
  })

  it('names the command that was meant', async () => {
    const { stdout, stderr, code } = await runCli(['help', 'inspct', '--lang', 'ja'], { cwd: '/' })
    expect([stdout, code]).toEqual(['', 2])
    expect(stderr).toContain('"inspect" のことですか')
  })
})

it('a default is what holds where nothing is said, not what was said', async () => {
  const { stdout } = await runCli(['scan', '--help', '--lang', 'ja'], { cwd: '/' })
  expect(stdout).toContain('en または ja(既定: en)')
})

it('account takes no option that changes nothing in it', async () => {
  const { stdout } = await runCli(['account', '--help'], { cwd: '/' })
  expect(stdout).not.toMatch(/--(provider|without)/)
})
