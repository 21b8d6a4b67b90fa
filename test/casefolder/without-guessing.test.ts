import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { runCli } from '../cli/support/run-cli.ts'
import { DAY, evenings, LINUX, RENTED as THIEF, shopLog, type ShopAct } from '../support/shop-log.ts'
import { seal } from './support.ts'

const ZONES = ['--now', '2026-11-28T12:00:00Z', '--timezone', 'Asia/Tokyo', '--tz-out', 'Asia/Tokyo']
const MEMBERS = Array.from({ length: 12 }, (_, index) => `0001${String(index).padStart(4, '0')}`)
const [OWNER = ''] = MEMBERS
/** Eleven minutes past noon: in, three minutes later the mail address, two more the points. */
const NOON = 18 * DAY + 12 * 60
const stolen = (after: number, act: string): ShopAct => ({ minute: NOON + after, member: OWNER, act, ip: THIEF, agent: LINUX })
const THEFT = [stolen(11, 'ログイン'), stolen(12, '会員情報表示'), stolen(14, 'メールアドレス変更'), stolen(16, 'ポイント交換')]

const caseOf = async (acts: readonly ShopAct[], lang = 'en'): Promise<(path: string) => string> => {
  const cwd = mkdtempSync(join(tmpdir(), 'ashiato-shop-'))
  writeFileSync(join(cwd, 'shop.csv'), shopLog(acts))
  await seal(cwd, ['shop.csv'], [...ZONES, '--lang', lang])
  return (path) => (path === '' ? cwd : readFileSync(join(cwd, 'case', path), 'utf8'))
}

describe('an account that somebody entered without any guessing', () => {
  let read: (path: string) => string
  let document: CaseDocument
  beforeAll(async () => {
    read = await caseOf([...evenings(MEMBERS, 18), ...THEFT])
    document = JSON.parse(read('case.json')) as CaseDocument
  })

  it('was first entered with the login, not with the change that proves it', () => {
    expect(document.campaigns).toEqual([])
    expect(document.accounts).toMatchObject([{ account: OWNER, verdict: 'compromised', compromisedAt: '2026-11-28T03:11:00.000Z' }])
    expect(document.summary.firstTakeover).toBe('2026-11-28T03:11:00.000Z')
    expect(read('06_documents/regulator-form.ja.md')).toContain('(ログ上の最初の不正ログイン): 2026-11-28 12:11:00+09:00')
  })
  it('has its address on the block list, in the steps and in the picture', () => {
    expect(read('04_lists/blocklist.csv').split('\n')[1]).toMatch(/^167\.99\.134\.12,0,1,0,/)
    expect(document.steps.find(({ id }) => id === 'case/C2')?.text).toBe("Block the attack's 1 source, for a limited time with an expiry")
    const page = read('05_report.html')
    expect(page).toContain('Suspicious logins into 1 account came from 1 address')
    expect(page).toMatch(new RegExp(`<text[^>]*>${THIEF.replaceAll('.', '\\.')}</text>`))
  })
  it('is known to the log of a report that alone is no verdict', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'ashiato-shop-'))
    writeFileSync(join(cwd, 'shop.csv'), shopLog([...evenings(MEMBERS, 18), { ...stolen(11, 'ログイン'), ip: '49.98.3.12' }]))
    writeFileSync(join(cwd, 'reported.csv'), `account\n${OWNER}\n`)
    await seal(cwd, ['shop.csv'], [...ZONES, '--victims', 'reported.csv'])
    const { summary, findings } = JSON.parse(readFileSync(join(cwd, 'case/case.json'), 'utf8')) as CaseDocument
    expect(findings.some(({ account, severity }) => account === OWNER && severity !== 'low')).toBe(true)
    expect(summary.victims?.missing).toEqual([{ account: OWNER, why: 'findings-only', near: null }])
  })
  it('is off the block list once people cleared it', async () => {
    const cwd = read('')
    writeFileSync(join(cwd, 'decisions.csv'), `account,decision,why\n${OWNER},cleared,"the owner, on a journey"\n`)
    await runCli(['decide', 'case', '--from', 'decisions.csv', '--by', 'A. Tanaka'], { cwd })
    const list = await runCli(['blocklist', 'case', '--quiet'], { cwd })
    expect(list.code).toBe(0)
    expect(list.stdout.trim().split('\n')).toHaveLength(1)
  })
  it('is told with the hours of the theft, and with no count of tries', () => {
    expect(read('06_documents/publication.ja.md')).toContain('- 期間: 2026年11月28日 12時頃(日本時間)')
    expect(read('06_documents/publication.en.md')).toContain('- Period: 28 November 2026, about noon (Japan time)')
    for (const draft of ['police', 'regulator-form']) {
      expect(read(`06_documents/${draft}.ja.md`), draft).not.toMatch(/試行 確認中|試行: 0回/)
      expect(read(`06_documents/${draft}.ja.md`), draft).toContain('最後の不審な利用 2026-11-28 12:16:00+09:00')
      expect(read(`06_documents/${draft}.en.md`), draft).not.toMatch(/^- .*(?: 0 attempts|attempt under investigation)/m)
    }
  })
  it('has times of its own zone in the list that support reads', () => {
    expect(read('04_lists/lookup.csv')).toContain('2026-11-28 12:11:00+09:00')
  })
  it('has letters for its own class only', () => {
    expect(read('06_documents/customer-C.en.md')).not.toContain('No account of this case')
    for (const other of ['A', 'B', 'known']) expect(read(`06_documents/customer-${other}.en.md`)).toContain('No account of this case')
    expect(read('06_documents/publication.en.md')).not.toContain('do not publish')
  })
})

describe('a log in which nothing happened', () => {
  it('gives drafts that say so before anybody sends them', async () => {
    const read = await caseOf(evenings(MEMBERS, 18))
    expect(read('06_documents/publication.ja.md')).toContain('このまま公表しないでください')
    expect(read('06_documents/publication.en.md')).toContain('do not publish')
    for (const group of ['A', 'B', 'C', 'known']) {
      expect(read(`06_documents/customer-${group}.ja.md`)).toContain('該当するアカウントはありません')
    }
    expect(read('00_brief.md')).not.toContain('0 attempts')
  })
})

describe('a log that records failures only', () => {
  it('knows of no id that it is an account', async () => {
    const tries = Array.from({ length: 120 }, (_, index): ShopAct => ({
      minute: NOON + index / 10,
      member: `m${index}@example.net`,
      act: 'ログイン',
      result: '×',
      ip: THIEF,
      agent: LINUX,
    }))
    const read = await caseOf([...evenings(MEMBERS, 18).filter(({ result }) => result === '×'), ...tries])
    expect(read('00_brief.md')).toContain('120 ids tried (not known which of them are accounts)')
    expect(read('06_documents/police.en.md')).toContain('(known as members: under investigation)')
    expect(read('06_documents/police.ja.md')).toContain('うち会員と確認できたもの 確認中')
  })
})

describe('a log that records no addresses', () => {
  it('cannot tell, and says so on every page and to whoever calls', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'ashiato-shop-'))
    const tries = Array.from({ length: 150 }, (_, index): ShopAct => ({
      minute: NOON + index / 10,
      member: `m${index}@example.net`,
      act: 'ログイン',
      result: '×',
      ip: '',
      agent: '',
    }))
    const rows = shopLog([...evenings(MEMBERS, 18), ...tries])
      .split('\n')
      .map((line) => line.split(',').slice(0, 4).join(','))
    writeFileSync(join(cwd, 'shop.csv'), rows.join('\n'))
    writeFileSync(
      join(cwd, 'map.yaml'),
      `ashiato: mapping/1
id: shop
kind: csv
zone: option
time: { from: 日時, syntax: any }
fields: { username: 会員ID }
action: { from: 操作, codes: { ログイン: login, 会員情報表示: profile-view } }
outcome: { from: 結果, codes: { ○: success, ×: failure } }
`,
    )
    await seal(cwd, ['shop.csv'], [...ZONES, '--map', 'map.yaml'])
    const brief = readFileSync(join(cwd, 'case/00_brief.md'), 'utf8')
    expect(brief).toContain('Cannot be determined')
    expect(brief).toContain('records no addresses')
    expect(brief).not.toMatch(/No sign of account takeover|no guessing/)
    expect(readFileSync(join(cwd, 'case/06_documents/police.en.md'), 'utf8')).toContain('cannot be told without addresses')
    const { stdout } = await runCli(['lookup', 'case', OWNER, '--lang', 'en'], { cwd })
    expect(stdout).toContain('record no addresses and cannot tell')
  })
})
