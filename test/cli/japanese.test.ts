import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { formats } from '../../src/formats/registry.ts'
import { rules } from '../../src/rules/registry.ts'
import { runCli } from './support/run-cli.ts'

const CASES = fileURLToPath(new URL('../../fixtures/cases/', import.meta.url))
const names = readdirSync(CASES)

/** Two or more English words in a row: prose. Single Latin words are ids, names of products and providers' own terms. */
const PROSE = /\b(?:the|of|is|are|was|were|not|no|and|or|in|to|from|with|by|its?|this|that|for|on|other|unknown|none)\b/i

/** What systems write into their logs, quoted as proof. */
const LOG_LINES = /session closed for user|password changed for/g

/** Without what is meant to be in Latin letters: commands, code (which may run over several lines), addresses and paths. */
const prose = (text: string): readonly string[] =>
  text
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/`[^`]*`/g, '')
    .replace(LOG_LINES, '')
    .split('\n')
    .filter((line) => !/^\s*(?:\$|#) /.test(line))
    .map((line) => line.replace(/"[^"]*"|https?:\S+|--[\w-]+(?: [A-Za-z]+)?|\S*[./:=_-]\S*/g, ''))
    .filter((line) => PROSE.test(line))

const print = async (...args: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await runCli([...args, '--lang', 'ja'], { cwd: CASES })
  return `${stdout}\n${stderr}`
}

test.each(names)('%s: table, markdown and inspect speak no English', async (name) => {
  for (const report of ['table', 'markdown']) expect(prose(await print(name, '--to', report)), report).toEqual([])
  expect(prose(await print('inspect', name, '--to', 'table'))).toEqual([])
})

test('an account’s own page speaks no English', async () => {
  const page = await print('account', 'root', 'sshd-bruteforce', '--to', 'table')
  expect(page).toContain('root')
  expect(prose(page)).toEqual([])
})

test.each(rules.map(({ id }) => id))('rules %s speaks no English', async (id) => {
  const page = await print('rules', id)
  expect(page).toContain('誤検知の例')
  expect(prose(page)).toEqual([])
})

test('the lists of formats and rules speak no English', async () => {
  const page = await print('rules')
  expect(page.split('\n').length).toBeGreaterThan(rules.length)
  expect(prose(page)).toEqual([])
})

test.each(formats.map(({ id }) => id))('formats %s speaks no English', async (id) => {
  const [, ...lines] = (await print('formats', id)).split('\n')
  expect(lines.join('\n')).toContain('取得方法')
  expect(prose(lines.join('\n'))).toEqual([])
})
