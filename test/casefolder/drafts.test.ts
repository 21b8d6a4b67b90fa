import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFT_LANGS, draftFiles, draftNames } from '../../src/casefolder/documents/draft-files.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import type { Legal } from '../../src/model/case-folder.ts'
import { LAW_IDS } from '../../src/recovery/law/law-ids.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { CASES, emptyCase, HOSTILE, hostileCase, readCase } from '../reports/documents.ts'
import { filesOf, seal, workplace } from './support.ts'

const HANDLING = { collector: null, method: null, clockOffset: null, mark: null, retainUntil: null }
const UNAWARE: Legal = { laws: LAW_IDS, awareAt: null, department: null }
const AWARE: Legal = { laws: LAW_IDS, awareAt: '2026-11-21T20:00:00.000Z', department: 'CS' }
type DraftFiles = ReturnType<typeof draftFiles>
const drafts = (document: CaseDocument, legal: Legal = UNAWARE): DraftFiles =>
  DRAFT_LANGS.flatMap((lang) => draftFiles({ document, handling: HANDLING, legal }, { lang, zone: 'Asia/Tokyo' }, new Map()))
const named = (files: DraftFiles, name: string): string => files.find((file) => file.name === name)?.text ?? ''
/** What goes out to the customer: everything but the box for the staff. */
const body = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')

const documents: readonly (readonly [string, CaseDocument])[] = [
  ...CASES.map(({ name }) => [name, readCase(name, 'ja')] as const),
  ['empty', emptyCase],
  ['hostile', hostileCase(HOSTILE)],
]
const NEVER_WRITTEN = /安全です|問題ありません|ハッキング|犯人|侵入|漏洩|サインイン|あり得ない移動|不要|該当しない|該当しません|対象外/
const NEVER_SAID = /not (?:be )?(?:required|necessary)|no need|does not apply|you are not concerned"?$/im

let cwd = ''
beforeAll(async () => {
  cwd = workplace('okta-takeover')
  await seal(cwd, ['logs'], ['--lang', 'ja', '--tz-out', 'Asia/Tokyo'])
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

describe.each(documents)('drafts of %s', (_, document) => {
  const files = [...drafts(document), ...drafts(document, AWARE)]
  it('are there in both languages, without a hole and without a word that is never written', () => {
    expect(
      drafts(document)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...draftNames()].toSorted())
    for (const { name, text } of files) {
      expect(text, name).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN|null/)
      expect(NEVER_WRITTEN.exec(text)?.[0], name).toBeUndefined()
      expect(NEVER_SAID.exec(text)?.[0], name).toBeUndefined()
    }
  })

  it('tell the customer no address, no count, no other account and no link', () => {
    const ids = document.accounts.map(({ account }) => account)
    for (const { name, text } of files.filter(({ name }) => name.startsWith('customer-'))) {
      const words = body(text)
      expect(words, name).not.toMatch(
        /https?:|\d+\.\d+\.\d+\.\d+|[0-9a-f]+:[0-9a-f]*:|\d+\s*(?:アカウント|件|人|ID|回|accounts|persons|attempts)/,
      )
      expect(ids.filter((id) => words.includes(id))).toEqual([])
    }
  })

  it('have no date of a deadline while it is not known when it became known, and say what reading this may mean', () => {
    const clocks = named(drafts(document), 'legal-clocks.ja.md')
    const table = clocks.split('\n').filter((line) => line.startsWith('|'))
    expect(table.filter((line) => /20\d\d-\d\d-\d\d/.test(line))).toEqual([])
    expect(clocks).toContain('この報告書を読んだ時点が「知った時点」となる可能性があります')
    expect(named(drafts(document, AWARE), 'legal-clocks.ja.md')).toContain('2026-12-21まで')
    expect(named(drafts(document, AWARE), 'executive-brief.ja.md')).toContain('2026-11-24〜2026-11-26')
  })
})

describe('the form of the regulator', () => {
  it('has the nine items of Rule 8(1) in their order', () => {
    const headings = named(drafts(readCase('shop-stuffing', 'ja')), 'regulator-form.ja.md').match(/^## \d .*$/gm)
    expect(headings).toEqual([
      '## 1 概要',
      '## 2 漏えい等が発生し、又は発生したおそれがある個人データの項目',
      '## 3 漏えい等が発生し、又は発生したおそれがある個人データに係る本人の数',
      '## 4 原因',
      '## 5 二次被害又はそのおそれの有無及びその内容',
      '## 6 本人への対応の実施状況',
      '## 7 公表の実施状況',
      '## 8 再発防止のための措置',
      '## 9 その他参考となる事項',
    ])
  })
})

describe('the form of the regulator', () => {
  const document = readCase('shop-stuffing', 'ja')
  it('takes no step for done by the company that the logs alone show', () => {
    const [step] = document.steps
    if (step === undefined) throw new Error('the case has no steps')
    const form = (lang: string): string => named(drafts({ ...document, steps: [{ ...step, state: 'done' }] }), `regulator-form.${lang}.md`)
    expect(form('ja')).toContain('【ログの記録による。本人の操作でないか、実施者を確認】')
    expect(form('en')).toContain('check who did it, it may have been the owner')
  })
  it('says since when also with what is only suspected', () => {
    const form = (of: CaseDocument): string => named(drafts(of), 'regulator-form.ja.md')
    expect(form(document)).not.toContain('疑いを含めると')
    const accounts = document.accounts.map((account) => ({
      ...account,
      verdict: 'suspected' as const,
      firstSuspicious: '2026-11-01T00:00:00.000Z',
    }))
    expect(form({ ...document, accounts })).toMatch(/発生日時.*\(疑いを含めると 2026-11-01 09:00:00\+09:00\)/)
  })
})

describe('the sheet for police and providers', () => {
  it('has address, port and time to the second of every bad login, and says what is missing', async () => {
    const document = await readDocument(join(cwd, 'case'))
    const sheet = named(drafts(document), 'police.ja.md')
    const connections = (document.sources ?? []).flatMap((source) => source.connections ?? [])
    expect(connections.length).toBeGreaterThan(0)
    for (const { ip, port } of connections.slice(0, 50)) expect(sheet).toContain(`| ${ip} | ${port ?? '確認中'} |`)
    expect(sheet).toMatch(/\| 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d\+09:00 \|/)
    expect(sheet).toContain('時計の誤差: 確認中')
    expect(readFileSync(join(cwd, 'case/04_lists/connections.csv'), 'utf8').split('\n').length).toBe(connections.length + 2)
  })
})

describe('templates of the user', () => {
  const own = (name: string, text: string): void => {
    mkdirSync(join(cwd, 'own'), { recursive: true })
    writeFileSync(join(cwd, 'own', name), text)
  }
  afterAll(() => rmSync(join(cwd, 'own'), { recursive: true, force: true }))

  it('replace the built-in ones, in the folder and in the command', async () => {
    own('support.ja.md', '社内様式 {{figure.compromised}}\n')
    await seal(cwd, ['logs', '--templates', 'own'], ['--lang', 'ja'])
    expect(readFileSync(join(cwd, 'case/06_documents/support.ja.md'), 'utf8')).toMatch(/^社内様式 \d+アカウント\n$/)
    const { stdout } = await runCli(['draft', 'case', 'support', '--templates', 'own', '--lang', 'ja'], { cwd })
    expect(stdout).toMatch(/^社内様式/)
  })

  it('are refused before anything is read where they name what there is not', async () => {
    own('support.ja.md', '{{figure.compromissed}}')
    const { code, stderr } = await runCli(['scan', 'logs', '--case', 'other', '--templates', 'own'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "compromised"')])
    own('support.ja.md', '{{{headline}}}')
    expect((await runCli(['draft', 'case', 'support', '--templates', 'own', '--lang', 'ja'], { cwd })).code).toBe(2)
    own('support.ja.md', '{{#laws}}')
    expect((await runCli(['draft', 'case', 'support', '--templates', 'own', '--lang', 'ja'], { cwd })).code).toBe(2)
    rmSync(join(cwd, 'own/support.ja.md'))
    own('letter.ja.md', 'x')
    expect((await runCli(['draft', 'case', 'support', '--templates', 'own'], { cwd })).stderr).toContain('letter.ja.md')
  })

  it('start from the built-in one', async () => {
    const { stdout } = await runCli(['draft', 'case', 'publication', '--template', '--lang', 'en'], { cwd })
    expect(stdout).toContain('{{figure.compromised}}')
  })
})

describe('06_documents/', () => {
  it('holds every draft in both languages', () =>
    expect(filesOf(join(cwd, 'case/06_documents')).toSorted()).toEqual([...draftNames()].toSorted()))

  it('has no Japanese in what the case brings to the English drafts', () => {
    // What the words of the draft itself bring: fields to fill in.
    const read = (name: string): string => readFileSync(join(cwd, 'case/06_documents', name), 'utf8').replaceAll(/【[^】]*】/g, '')
    for (const name of draftNames().filter((one) => one.endsWith('.en.md') && !one.startsWith('legal-clocks')))
      expect(/.*[\u3040-\u30ff\u4e00-\u9fff].*/.exec(read(name))?.[0], name).toBeUndefined()
    expect(read('executive-brief.en.md')).toMatch(/^1\. [A-Z]/m)
  })

  it('follows --aware-at, which needs a time and a department', async () => {
    const at = ['draft', 'case', 'legal-clocks', '--law', 'eu-gdpr', '--aware-at']
    const dated = await runCli([...at, '2026-11-22T09:30+09:00', '--aware-by', 'CS', '--lang', 'ja', '--tz-out', 'Asia/Tokyo'], { cwd })
    expect(dated.stdout).toContain('2026-11-22 09:30:00+09:00、CS')
    expect(dated.stdout).toMatch(/認識から72時間以内 \| 2026-11-25 /)
    expect((await runCli([...at, '2026-11-22T09:30+09:00'], { cwd })).code).toBe(2)
    expect((await runCli([...at, '2026-11-22', '--aware-by', 'CS'], { cwd })).code).toBe(2)
  })
})
