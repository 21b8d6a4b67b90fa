import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../../src/kernel/text-width.ts'
import { makeInputFolder } from './support/input-folder.ts'
import { runCli } from './support/run-cli.ts'

const folder = makeInputFolder()
const AUTH0_STUFFING = new URL('../../fixtures/cases/auth0-stuffing', import.meta.url).pathname
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PAGES = [
  ['inspect', 'six'],
  ['account', 'alice', 'secure.log'],
  ['formats'],
  ['formats', 'okta'],
  ['rules'],
  ['rules', 'impossible-travel'],
]
const COLOUR = /\u001b\[[0-9;]*m/g

describe.each([80, 160])('on a terminal of %i columns', (columns) => {
  it.each(PAGES.flatMap((args) => ['en', 'ja'].map((lang) => [...args, '--lang', lang])))('%s %s %s %s fits', async (...args) => {
    const { code, stdout } = await runCli(
      args.filter((arg) => arg !== undefined),
      { cwd: folder, columns, env: { NO_COLOR: '' } },
    )
    expect(code).toBe(0)
    expect(stdout).toMatch(COLOUR)
    const widest = Math.max(...stdout.replace(COLOUR, '').split('\n').map(displayWidth))
    expect(widest).toBeLessThanOrEqual(columns)
    expect(widest).toBeGreaterThan(50)
  })
})

it.each(['en', 'ja'])('a terminal that was given no size is as wide as COLUMNS says (%s)', async (lang) => {
  for (const args of [[AUTH0_STUFFING, '--to', 'table'], ['help', 'scan'], ['rules']]) {
    const run = (columns: number) => runCli([...args, '--lang', lang], { cwd: folder, columns, env: { COLUMNS: '80' } })
    const [unsized, wide] = [await run(0), await run(80)]
    expect(unsized.stdout.length).toBeGreaterThan(100)
    expect(unsized.stdout).toBe(wide.stdout)
  }
})

describe('colour', () => {
  it.each([
    ['NO_COLOR wins', { NO_COLOR: '1', FORCE_COLOR: '1' }, 80, false],
    ['FORCE_COLOR colours a pipe', { NO_COLOR: '', FORCE_COLOR: '1' }, undefined, true],
    ['a pipe is plain', { NO_COLOR: '' }, undefined, false],
    ['a dumb terminal is plain', { NO_COLOR: '', TERM: 'dumb' }, 80, false],
  ] as const)('%s', async (_, env, columns, isColoured) => {
    const { stdout } = await runCli(['rules'], { cwd: folder, env, ...(columns === undefined ? {} : { columns }) })
    expect(COLOUR.test(stdout)).toBe(isColoured)
    COLOUR.lastIndex = 0
  })
})

describe('ids are never broken', () => {
  it.each(['formats', 'rules'])('%s at 80 columns', async (command) => {
    const { stdout } = await runCli([command], { cwd: folder, columns: 80 })
    const wide = await runCli([command], { cwd: folder, columns: 300 })
    const ids = wide.stdout
      .split('\n')
      .slice(2)
      .flatMap((line) => /^ {2}([a-z0-9-]+) {2}/.exec(line)?.[1] ?? [])
    expect(ids.length).toBeGreaterThan(9)
    for (const id of ids) expect(stdout).toMatch(new RegExp(`^ {2}${id}(?: |$)`, 'm'))
  })
})

describe('what ends a run', () => {
  it('Ctrl-C: 130, at once, with one line', async () => {
    const handlers: (() => void)[] = []
    const signals = {
      once: (event: string, handler: (cause: unknown) => void) => event === 'SIGINT' && handlers.push(() => handler(undefined)),
    }
    const running = runCli(['six', '--to', 'json'], { cwd: folder, signals })
    for (const interrupt of handlers) interrupt()
    expect(await running).toMatchObject({ code: 130, stdout: '', stderr: 'Interrupted.\n' })
  })

  it('an error that nobody was waiting for: 70, one line and what to do; the stack only when asked for', async () => {
    const crash = async (...flags: string[]) => {
      const handlers: ((cause: unknown) => void)[] = []
      const signals = {
        once: (event: string, handler: (cause: unknown) => void) => event === 'uncaughtException' && handlers.push(handler),
      }
      const running = runCli(['six', '--to', 'json', ...flags], { cwd: folder, signals })
      for (const handler of handlers) handler(new Error('the moon is full'))
      return running
    }
    const [plain, debug] = [await crash(), await crash('--debug')]
    expect([plain.code, debug.code]).toEqual([70, 70])
    expect(plain.stderr).toBe('A bug in Ashiato: the moon is full\n  Run again with --debug for the stack, and please report it.\n')
    expect(debug.stderr).toContain('at ')
  })

  it('a plug-in that throws is reported like a user error, without a stack', async () => {
    writeFileSync(join(folder, 'bad-plugin.mjs'), 'throw new Error("no luck")')
    const { code, stderr } = await runCli(['okta.json', '--plugin', 'bad-plugin.mjs'], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain('bad-plugin.mjs could not be loaded: no luck')
    expect(stderr).not.toContain(pathToFileURL(folder).href)
  })
})

describe('help', () => {
  it.each([['--help'], ['scan', '--help'], ['inspect', '--help'], ['account', '--help']])(
    '%s %s has examples and fits 80 columns',
    async (...args) => {
      const { code, stdout, stderr } = await runCli(
        args.filter((arg) => arg !== undefined),
        { cwd: folder },
      )
      expect([code, stderr]).toEqual([0, ''])
      expect(stdout).toContain('Examples:\n  ashiato ')
      expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(81)
    },
  )

  it('--version says the version', async () => {
    const { code, stdout } = await runCli(['--version'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
