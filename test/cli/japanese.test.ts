import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/registry.ts'
import { titledFormats } from '../../src/i18n/catalogue/format-titles.ts'
import { rules } from '../../src/rules/registry.ts'
import { caseNames, scanCase } from '../cases/support.ts'
import { ENTERED_A, ENTERED_B, filesOf, seal, workplace } from '../casefolder/support.ts'
import { renderText } from '../reports/documents.ts'
import { everyReport } from '../reports/every-report.ts'
import { latinWords } from '../support/latin-words.ts'
import { makeInputFolder } from './support/input-folder.ts'
import { runCli } from './support/run-cli.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const CASES = `${ROOT}fixtures/cases/`
const FORBIDDEN = /安全です|問題ありません|ハッキング|犯人|侵入|漏洩|サインイン|あり得ない移動|根絶/

/** Terms of providers that contain a word of ours. */
const PROVIDERS_OWN = /サインインログ|サインイン試行/g

/** Operators of networks as the fixtures' logs write them. */
const NETWORKS = ['example cable', 'example mobile', 'example hikari', 'example rack', 'example bulk', 'example trading', 'example-shop']

const print = async (cwd: string, ...args: readonly string[]): Promise<string> => {
  const { stdout, stderr } = await runCli([...args, '--lang', 'ja'], { cwd })
  return `${stdout}\n${stderr}`
}

const expectJapanese = (text: string, own: Iterable<string> = []): void => {
  expect(latinWords(text, own)).toEqual([])
  expect(text.replace(PROVIDERS_OWN, '')).not.toMatch(FORBIDDEN)
}

const parameters = rules.flatMap((rule) => Object.keys(rule.parameters))

/** What a browser shows of a page, without its code blocks. */
const visibleText = (html: string): string =>
  html
    .replace(/<(script|style|code|pre|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

const PAGES = everyReport.filter(({ id }) => ['table', 'markdown', 'html'].includes(id))

describe.each(caseNames)('%s in Japanese has no English word but ids and the terms of others', (name) => {
  test(`as ${PAGES.map(({ id }) => id).join(', ')}`, async () => {
    const document = await scanCase(name, { lang: 'ja', zoneOut: 'Asia/Tokyo' })
    const own = [...document.accounts.flatMap(({ account, names }) => [account, ...names]), ...NETWORKS]
    for (const report of PAGES) {
      // So wide that no name is broken between lines.
      const text = renderText(report, document, { lang: 'ja', zone: 'Asia/Tokyo', width: 400 })
      expectJapanese(report.id === 'html' ? visibleText(text) : text, own)
    }
    // Sentences of the document itself, which other tools print.
    const sentences = [
      ...document.findings.map(({ text }) => text),
      ...document.accounts.flatMap(({ reasons }) => reasons.map(({ text }) => text)),
    ]
    expectJapanese(sentences.join('\n'), own)
  })

  test('when inspected', async () => {
    expectJapanese(await print(CASES, 'inspect', name, '--tz-out', 'Asia/Tokyo'))
  })
})

test('an account’s own page', async () => {
  const page = await print(CASES, 'account', 'root', 'sshd-bruteforce', '--to', 'table')
  expect(page).toContain('判定')
  expectJapanese(page, ['root'])
})

describe('a case folder', () => {
  let cwd = ''
  beforeAll(async () => {
    cwd = workplace('okta-takeover')
    await seal(cwd, ['logs'], ['--lang', 'ja', '--tz-out', 'Asia/Tokyo'])
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  test.each([
    ['brief', 'case'],
    ['checklist', 'case'],
    ['checklist', 'case', '--class', 'B'],
    ['checklist', 'case', '--account', ENTERED_A],
    ['list', 'case', '--to', 'table'],
    ['blocklist', 'case', '--to', 'table'],
    ['pivot', 'case', '--ip', '203.0.113.10', '--to', 'table'],
    ['sample', 'case', '--to', 'table'],
    ['lookup', 'case', ENTERED_B, '67890'],
    ['verify', 'case'],
    ['note', 'case', '全セッションを無効化', '--by', '田中'],
    ['decide', 'case'],
    ['pivot', 'case'],
    ['verify', 'nowhere'],
  ])('ashiato %s %s %s %s', async (...args) => {
    const document = JSON.parse(readFileSync(join(cwd, 'case', 'case.json'), 'utf8')) as {
      accounts: { account: string; names: string[] }[]
    }
    const own = [...document.accounts.flatMap(({ account, names }) => [account, ...names]), ...NETWORKS]
    expectJapanese(await print(cwd, ...args), [...own, 'nowhere', 'LOGS'])
  })

  test('its written pages', () => {
    const pages = filesOf(join(cwd, 'case')).filter((path) => /\.(?:md|txt)$/.test(path))
    expect(pages.length).toBeGreaterThan(0)
    const own = [...NETWORKS, ENTERED_A, ENTERED_B, 'aoi.matsumoto', 'minato.shimizu']
    // What must not be passed on is said in both languages, whoever opens it; drafts are written in both.
    for (const path of pages.filter((name) => !/RESTRICTED\.txt$|^06_documents\//.test(name)))
      expectJapanese(readFileSync(join(cwd, 'case', path), 'utf8'), own)
  })
})

describe('what is wrong with a command line or an input', () => {
  const folder = makeInputFolder()
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const complaints = readdirSync(`${ROOT}fixtures/cli`).filter((name) => !name.endsWith('.ja'))

  test.each(complaints)('%s', async (name) => {
    const { args, stdin } = JSON.parse(readFileSync(join(ROOT, 'fixtures/cli', name, 'args.json'), 'utf8')) as {
      args: readonly string[]
      stdin?: 'terminal'
    }
    const japanese = [...args.filter((arg, at) => arg !== '--lang' && args[at - 1] !== '--lang'), '--lang', 'ja']
    const { stdout, stderr } = await runCli(japanese, { cwd: folder, ...(stdin === undefined ? {} : { stdin }) })
    // Data in a pipe are for programs: NDJSON keeps its keys.
    const shown = stdout.startsWith('{') || stdout.startsWith('[') ? '' : stdout
    expectJapanese(`${shown}\n${stderr}`, [...args, ...parameters, folder])
  })
})

test.each(rules.map(({ id }) => id))('rules %s', async (id) => {
  const page = await print(ROOT, 'rules', id)
  expect(page).toContain('誤検知の例')
  expectJapanese(page, parameters)
})

test('every format has a Japanese title, and none is left over', () => {
  expect([...titledFormats].toSorted()).toEqual(formats.map(({ id }) => id).toSorted())
})

test('the lists of formats and rules', async () => {
  expectJapanese(await print(ROOT, 'rules'))
  expectJapanese(await print(ROOT, 'formats'), ['id'])
})

const COMMANDS = [
  'scan',
  'inspect',
  'account',
  'pivot',
  'list',
  'blocklist',
  'lookup',
  'brief',
  'checklist',
  'verify',
  'decide',
  'sample',
  'note',
]
test.each([...COMMANDS, 'formats', 'rules', 'completion'])('%s --help', async (command) => {
  const [help = '', examples = ''] = (await print(ROOT, command, '--help')).split('\n例:\n')
  expectJapanese(help, [command])
  // An example is a command line and, behind two blanks or on the next line, what it is for.
  expectJapanese(examples.replace(/^ {2}\S.*?(?: {2,}|$)/gm, ''))
})
