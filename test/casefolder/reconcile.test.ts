import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { withDecisions } from '../../src/casefolder/decided.ts'
import { figuresOf, type FigureId } from '../../src/casefolder/figures.ts'
import { say } from '../../src/i18n/translate.ts'
import { parseCsv } from '../../src/kernel/parse-csv.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { readDocument, readWork } from '../../src/state/case-folder/read-case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { NOW, seal, workplace } from './support.ts'

vi.setConfig({ testTimeout: 180_000 })
const JA = { lang: 'ja', zone: 'Asia/Tokyo' } as const
type Numbers = Readonly<Record<string, number>>

/** Every figure that a text states, by what is said of it. */
const stated = (text: string, patterns: Readonly<Record<string, RegExp>>): Numbers =>
  Object.fromEntries(
    Object.entries(patterns).flatMap(([name, pattern]) => {
      const found = pattern.exec(text)?.[1]
      return found === undefined ? [] : [[name, Number(found.replaceAll(',', ''))]]
    }),
  )

/** The words of the summary: terminal, brief and HTML have them. */
const SUMMARY = {
  compromised: /不正ログインと判定 ([\d,]+)、/,
  suspected: /疑い ([\d,]+)\(最大/,
  'most-accounts': /\(最大 ([\d,]+) ?アカウント\)/,
  attempts: /試行 ([\d,]+)回/,
  'tried-ids': /試行ID ([\d,]+)個\(/,
  'tried-members': /会員と確認 ([\d,]+)アカウント\)/,
  'campaign-successes': /攻撃元から成功 ([\d,]+)アカウント/,
  'password-known': /追加認証で停止 ([\d,]+)アカウント/,
  'class-A': /A 閲覧のみ・判別不能 ([\d,]+)アカウント/,
  'class-B': /B 連絡先等の変更 ([\d,]+)アカウント/,
  'class-C': /C 金銭被害 ([\d,]+)アカウント/,
  viewed: /登録情報の閲覧 ([\d,]+)アカウント/,
  changed: / 変更 ([\d,]+)アカウント/,
  'points-used': /ポイント利用 ([\d,]+)アカウント/,
  purchased: /注文 ([\d,]+)アカウント/,
  'actions-unknown': /判別不能 ([\d,]+)アカウント\(このログ/,
} as const

const REGULATOR = {
  compromised: /不正ログインと判定: ([\d,]+)アカウント/,
  suspected: /不正ログインの疑い: ([\d,]+)アカウント/,
  undetermined: /判定不能: ([\d,]+)アカウント/,
  'most-persons': /最大 ([\d,]+)人/,
  attempts: /試行: ([\d,]+)回/,
  'tried-ids': /\(([\d,]+)ID。/,
  'tried-members': /会員と確認できたもの ([\d,]+)アカウント/,
  'class-A': /A ([\d,]+)アカウント、B/,
  'class-B': /B ([\d,]+)アカウント、C/,
  'class-C': /C ([\d,]+)アカウント\n/,
  'password-known': /停止した会員: ([\d,]+)アカウント/,
} as const

const EXECUTIVE = {
  compromised: /\| ([\d,]+)アカウント\(不正ログインと判定\)/,
  'most-accounts': /\| ([\d,]+)アカウント\(判定と疑いの合計\)/,
  undetermined: /判定不能 ([\d,]+)アカウント/,
  'most-persons': /対象人数の最大 \| ([\d,]+)人/,
} as const

const PUBLICATION = {
  compromised: /判定したアカウント: ([\d,]+)アカウント/,
  suspected: /疑いがあるアカウント: ([\d,]+)アカウント/,
  'most-accounts': /合計: 最大([\d,]+)アカウント/,
} as const

const CLOCKS = {
  'most-persons': /対象人数の最大: ([\d,]+)人/,
  compromised: /判定 ([\d,]+)アカウント、/,
  suspected: /疑い ([\d,]+)アカウント、/,
  undetermined: /判定不能 ([\d,]+)アカウント、/,
} as const

describe.each(['auth0-stuffing', 'shop-csv', 'okta-takeover'])('the figures of %s', (name) => {
  let cwd = ''
  let document: CaseDocument
  let terminal = ''
  const file = (path: string): string => readFileSync(join(cwd, 'case', path), 'utf8')
  const expected = (names: Iterable<string>): Numbers => {
    const all = new Map<string, number>(figuresOf(document).map(({ id, value }) => [id, value]))
    return Object.fromEntries([...names].map((id) => [id, all.get(id) ?? Number.NaN]))
  }
  /** All figures that the text states are those of the case, and none that it must state is missing. */
  const agrees = (text: string, patterns: Readonly<Record<string, RegExp>>, always: readonly FigureId[]): void => {
    const found = stated(text, patterns)
    expect(found).toEqual(expected(Object.keys(found)))
    expect(Object.keys(found)).toEqual(expect.arrayContaining([...always]))
  }
  const rowsOf = (path: string): number => parseCsv(file(path)).length - 1

  beforeAll(async () => {
    cwd = workplace(name)
    const options = ['--lang', 'ja', '--tz-out', 'Asia/Tokyo']
    await seal(cwd, ['logs'], options)
    document = await readDocument(join(cwd, 'case'))
    terminal = (await runCli(['scan', 'logs', '--to', 'table', '-q', '--now', NOW, ...options], { cwd })).stdout
    expect(document.summary.accounts.compromised).toBeGreaterThan(0)
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  it('are the same in the terminal, the brief and the HTML report', () => {
    const always = [
      'compromised',
      'suspected',
      'most-accounts',
      'attempts',
      'tried-ids',
      'tried-members',
      'class-A',
      'class-B',
      'class-C',
    ] as const
    agrees(terminal, SUMMARY, always)
    agrees(file('00_brief.md').replaceAll('\\', ''), SUMMARY, always)
    agrees(file('05_report.html').replaceAll('</li>', ' /'), SUMMARY, always)
  })

  it('count a try that got in as a try: of the attack, of its campaigns, and of their addresses', () => {
    const { summary, campaigns, accounts, sources = [] } = document
    const entered = campaigns.flatMap((campaign) => campaign.entered ?? [])
    expect(entered.length).toBe(summary.campaignSuccesses)
    expect(entered.length).toBeGreaterThan(0)
    const flagged = accounts.filter(({ flags, verdict }) => flags.includes('campaignSource') && verdict !== 'targeted')
    expect(new Set(entered)).toEqual(new Set(flagged.map(({ account }) => account)))
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
    const failed = sum((document.activity ?? []).map(({ attackAttempts }) => attackAttempts))
    expect(summary.attempts).toBe(failed + entered.length)
    expect(sum(campaigns.map(({ attempts }) => attempts))).toBe(summary.attempts)
    expect(sum(sources.filter((source) => source.campaigns.length > 0).map(({ attempts }) => attempts))).toBe(summary.attempts)
  })

  it('are the same in the workbook, each with its unit, and the sheets have as many rows', async () => {
    const sheets = new Map((await readExcelFile(readFileSync(join(cwd, 'case/01_accounts.xlsx')))).map(({ sheet, data }) => [sheet, data]))
    for (const { id, value, unit } of figuresOf(document))
      expect(sheets.get('概要')).toContainEqual([say(`figure.${id}`, {}, JA), value, say(`unit.${unit}`, {}, JA)])
    const { classes, accounts } = document.summary
    for (const harm of ['A', 'B', 'C'] as const) expect(sheets.get(say(`sheet.${harm}`, {}, JA))?.length).toBe(classes[harm] + 1)
    expect(sheets.get('判定不能')?.length).toBe(accounts.undetermined + 1)
  })

  it('are the same in the drafts', () => {
    agrees(file('06_documents/regulator-form.ja.md'), REGULATOR, Object.keys(REGULATOR) as FigureId[])
    agrees(file('06_documents/executive-brief.ja.md'), EXECUTIVE, Object.keys(EXECUTIVE) as FigureId[])
    agrees(file('06_documents/publication.ja.md'), PUBLICATION, Object.keys(PUBLICATION) as FigureId[])
    agrees(file('06_documents/legal-clocks.ja.md'), CLOCKS, Object.keys(CLOCKS) as FigureId[])
  })

  it('are as many rows of the lists, and as many accounts in the report', () => {
    const { accounts, classes } = document.summary
    const affected = accounts.compromised + accounts.suspected
    const known = document.accounts.filter(
      ({ flags, verdict }) => flags.includes('passwordKnown') && verdict !== 'compromised' && verdict !== 'suspected',
    )
    expect(classes.A + classes.B + classes.C).toBe(affected)
    expect(rowsOf('04_lists/reset.csv')).toBe(affected + known.length)
    expect(rowsOf('04_lists/notify.csv')).toBe(affected + known.length)
    expect(rowsOf('04_lists/lookup.csv')).toBe(document.accounts.length)
    expect(rowsOf('01_accounts.csv')).toBe(new Set([...known, ...document.accounts.filter(({ verdict }) => verdict !== 'targeted')]).size)
    for (const harm of ['A', 'B', 'C'] as const) expect(file(`03_checklist/class-${harm}.md`)).toContain(`(${classes[harm]}アカウント)`)
    const data = JSON.parse(
      /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(file('05_report.html'))?.[1] ?? '{}',
    ) as {
      readonly accounts: readonly { readonly verdict: string }[]
    }
    expect(data.accounts.filter(({ verdict }) => verdict === 'compromised').length).toBe(accounts.compromised)
  })

  it('follow what people decide, everywhere alike', async () => {
    const harmed = document.accounts.find(({ verdict, harms }) => verdict === 'compromised' && harms.length > 0)
    const cleared = harmed ?? document.accounts.find(({ verdict }) => verdict === 'compromised')
    const confirmed = document.accounts.find(({ verdict }) => verdict === 'targeted')
    expect(cleared).toBeDefined()
    const rows = [`${cleared?.account},cleared`, ...(confirmed === undefined ? [] : [`${confirmed.account},confirmed`])]
    writeFileSync(join(cwd, 'decisions.csv'), `account,decision\n${rows.join('\n')}\n`)
    const before = document
    expect((await runCli(['decide', 'case', '--from', 'decisions.csv', '--by', 'T', '-q'], { cwd })).code).toBe(0)
    // Counted here by hand, from the accounts alone.
    const affected = [
      ...before.accounts.filter(({ verdict, account }) => ['compromised', 'suspected'].includes(verdict) && account !== cleared?.account),
      ...(confirmed === undefined ? [] : [confirmed]),
    ]
    const having = (harm: 'viewed' | 'changed' | 'points' | 'purchase'): number =>
      affected.filter(({ harms }) => harms.includes(harm)).length
    const byHand = {
      'most-accounts': affected.length,
      compromised: before.summary.accounts.compromised - 1 + (confirmed === undefined ? 0 : 1),
      targeted: before.summary.accounts.targeted - (confirmed === undefined ? 0 : 1),
      'campaign-successes': affected.filter(({ flags }) => flags.includes('campaignSource')).length,
      // The login of an owner was no try.
      attempts: before.summary.attempts - (cleared?.flags.includes('campaignSource') === true ? 1 : 0),
      viewed: having('viewed'),
      changed: having('changed'),
      'points-used': having('points'),
      purchased: having('purchase'),
      'actions-unknown': before.summary.afterLogin.recorded ? 0 : affected.filter(({ harms }) => harms.length === 0).length,
      'class-A': affected.filter((account) => (account.class ?? 'A') === 'A').length,
      'class-B': affected.filter((account) => account.class === 'B').length,
      'class-C': affected.filter((account) => account.class === 'C').length,
    }
    const asked = async (...args: readonly string[]): Promise<string> =>
      (await runCli([...args, '--lang', 'ja'], { cwd })).stdout.replaceAll('\\', '')
    document = withDecisions(document, (await readWork(join(cwd, 'case'))).decisions.entries)
    expect(expected(Object.keys(byHand))).toEqual(byHand)
    agrees(await asked('brief', 'case'), SUMMARY, ['compromised', 'most-accounts', 'class-A'])
    agrees(await asked('draft', 'case', 'regulator-form'), REGULATOR, Object.keys(REGULATOR) as FigureId[])
    agrees(await asked('draft', 'case', 'executive-brief'), EXECUTIVE, Object.keys(EXECUTIVE) as FigureId[])
    agrees(await asked('draft', 'case', 'publication'), PUBLICATION, Object.keys(PUBLICATION) as FigureId[])
    agrees(await asked('draft', 'case', 'legal-clocks'), CLOCKS, Object.keys(CLOCKS) as FigureId[])
    const listed = async (...args: readonly string[]): Promise<number> =>
      parseCsv(await asked('list', 'case', ...args, '--to', 'csv')).length - 1
    expect(await listed('--verdict', 'compromised')).toBe(byHand.compromised)
    for (const harm of ['A', 'B', 'C'] as const) {
      expect(await listed('--class', harm)).toBe(byHand[`class-${harm}`])
      expect(await asked('checklist', 'case', '--class', harm)).toContain(`(${byHand[`class-${harm}`]}アカウント)`)
    }
    // The next revision says the same in every file, and its document in every figure.
    await seal(cwd, ['logs'], ['--lang', 'ja', '--tz-out', 'Asia/Tokyo'])
    document = await readDocument(join(cwd, 'case'))
    expect(expected(Object.keys(byHand))).toEqual(byHand)
    for (const text of [file('00_brief.md').replaceAll('\\', ''), file('05_report.html').replaceAll('</li>', ' /')])
      agrees(text, SUMMARY, ['compromised', 'most-accounts', 'class-A'])
    agrees(file('06_documents/regulator-form.ja.md'), REGULATOR, Object.keys(REGULATOR) as FigureId[])
    agrees(file('06_documents/executive-brief.ja.md'), EXECUTIVE, Object.keys(EXECUTIVE) as FigureId[])
    expect(rowsOf('04_lists/reset.csv')).toBe(affected.length + document.summary.passwordKnown)
    expect(rowsOf('04_lists/notify.csv')).toBe(affected.length + document.summary.passwordKnown)
    expect(file('04_lists/connections.csv')).not.toContain(`,${cleared?.account},`)
    const sheets = await readExcelFile(readFileSync(join(cwd, 'case/01_accounts.xlsx')))
    for (const harm of ['A', 'B', 'C'] as const)
      expect(sheets.find(({ sheet }) => sheet === say(`sheet.${harm}`, {}, JA))?.data.length).toBe(byHand[`class-${harm}`] + 1)
    for (const campaign of document.campaigns) expect(campaign.compromised).not.toContain(cleared?.account)
  })
})
