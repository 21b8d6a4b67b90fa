import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import readExcelFile from 'read-excel-file/node'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figuresOf } from '../../src/casefolder/figures.ts'
import { accountsTwin, sheetsOf } from '../../src/casefolder/workbook/sheets.ts'
import { workbookBytes } from '../../src/casefolder/workbook/write-workbook.ts'
import { csvOf } from '../../src/casefolder/csv.ts'
import { say } from '../../src/i18n/translate.ts'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { readDocument } from '../../src/state/case-folder/read-case.ts'
import { ENTERED_A, ENTERED_B, seal, STOPPED, workplace } from './support.ts'

const JA = { lang: 'ja', zone: 'Asia/Tokyo' } as const
let cwd = ''
let document: CaseDocument
beforeAll(async () => {
  cwd = workplace('okta-takeover')
  await seal(cwd, ['logs'], ['--lang', 'ja', '--tz-out', 'Asia/Tokyo'])
  document = await readDocument(join(cwd, 'case'))
})
afterAll(() => rmSync(cwd, { recursive: true, force: true }))

const sheets = async (bytes: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> =>
  new Map((await readExcelFile(Buffer.from(bytes))).map(({ sheet, data }) => [sheet, data]))

/** The document with the ids of its accounts replaced. */
const renamed = (ids: readonly string[]): CaseDocument => {
  const [first] = document.accounts.filter(({ account }) => account === ENTERED_A)
  return { ...document, accounts: ids.map((account): CaseAccount => ({ ...(first as CaseAccount), account, names: [account] })) }
}

describe('01_accounts.xlsx', () => {
  it('has a sheet of figures and one per class, with the accounts of that class', async () => {
    const found = await sheets(readFileSync(join(cwd, 'case/01_accounts.xlsx')))
    expect([...found.keys()]).toEqual([
      '概要',
      'A 閲覧のみ・判別不能',
      'B 連絡先等の変更',
      'C 金銭被害',
      'パスワード一致(未ログイン)',
      '判定不能',
    ])
    const idsOf = (name: string): readonly unknown[] => (found.get(name) ?? []).slice(1).map(([id]) => id)
    expect(idsOf('A 閲覧のみ・判別不能')).toContain(ENTERED_A)
    expect(idsOf('B 連絡先等の変更')).toContain(ENTERED_B)
    expect(idsOf('パスワード一致(未ログイン)')).toContain(STOPPED)
  })

  it('names the unit of every figure, and has the figures of the summary', async () => {
    const rows = (await sheets(readFileSync(join(cwd, 'case/01_accounts.xlsx')))).get('概要') ?? []
    for (const { id, value, unit } of figuresOf(document))
      expect(rows).toContainEqual([say(`figure.${id}`, {}, JA), value, say(`unit.${unit}`, {}, JA)])
  })

  it('keeps ids as text: leading zeros, long numbers, exponents, telephone numbers', async () => {
    const ids = ['0012345', '123456789012345678', '1.23E+11', '+81-90-1234-5678', '2026-11-21', '1/2', 'TRUE']
    const found = await sheets(await workbookBytes(sheetsOf(renamed(ids), JA)))
    expect((found.get('A 閲覧のみ・判別不能') ?? []).slice(1).map(([id]) => id)).toEqual(ids)
  })

  it('evaluates nothing: no formula cell, a quote before what would be one, and text format throughout', async () => {
    const bytes = await workbookBytes(sheetsOf(renamed(['=HYPERLINK("http://x","y")', '@SUM(1)', '-1+cmd|x', '\u202e=1']), JA))
    const found = await sheets(bytes)
    const ids = (found.get('A 閲覧のみ・判別不能') ?? []).slice(1).map(([id]) => String(id))
    expect(ids).toEqual(['\'=HYPERLINK("http://x","y")', "'@SUM(1)", "'-1+cmd|x", '\\u{202e}=1'])
    const parts = unzipSync(bytes)
    const xml = Object.entries(parts).map(([, part]) => strFromU8(part))
    expect(xml.some((part) => part.includes('<f>') || part.includes('<f '))).toBe(false)
    expect(strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())).toContain('quotePrefix="1"')
  })

  it('freezes the header and filters by it', () => {
    const parts = unzipSync(readFileSync(join(cwd, 'case/01_accounts.xlsx')))
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toMatch(/<autoFilter ref="A1:Q\d+"\/>/)
  })

  it('prints across: the figures on one page, wide sheets no smaller than can be read', () => {
    const parts = Object.entries(unzipSync(readFileSync(join(cwd, 'case/01_accounts.xlsx')))).filter(([path]) =>
      /worksheets\/sheet/.test(path),
    )
    expect(parts.length).toBeGreaterThan(3)
    for (const [path, bytes] of parts) {
      // Readers refuse a sheet whose parts stand in another order than the standard's.
      const order = [...strFromU8(bytes).matchAll(/<(sheetPr|sheetViews|cols|sheetData|autoFilter|pageSetup)\b/g)].map(([, name]) => name)
      const standard = ['sheetPr', 'sheetViews', 'cols', 'sheetData', 'autoFilter', 'pageSetup']
      expect(order, path).toEqual(standard.filter((name) => name !== 'autoFilter' || order.includes(name)))
      expect(strFromU8(bytes), path).toMatch(
        /<pageSetUpPr fitToPage="1"\/>.*<pageSetup [^>]*orientation="landscape" fitToWidth="[12]" fitToHeight="0"/s,
      )
    }
  })

  it('repeats the header and the account on every printed page, and keeps the account in sight', () => {
    const parts = unzipSync(readFileSync(join(cwd, 'case/01_accounts.xlsx')))
    const names = [...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<definedName ([^>]*)>([^<]*)</g)]
    expect(names.map(([, attributes, range]) => [attributes, range])).toContainEqual([
      'name="_xlnm.Print_Titles" localSheetId="1"',
      "'A 閲覧のみ・判別不能'!$A:$A,'A 閲覧のみ・判別不能'!$1:$1",
    ])
    expect(names).toHaveLength(5)
    expect(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toMatch(/<pane [^>]*xSplit="1"/)
  })

  it('is the same bytes for the same case', async () => {
    const [one, two] = await Promise.all([workbookBytes(sheetsOf(document, JA)), workbookBytes(sheetsOf(document, JA))])
    expect(Buffer.compare(Buffer.from(one), Buffer.from(two))).toBe(0)
  })

  it('has a twin with the accounts exactly as logged', () => {
    const twin = [...csvOf(accountsTwin(renamed(['=1+1', '0012']), 'UTC'))].join('')
    expect(twin).toContain('\n=1+1,')
    expect(twin).toContain('\n0012,')
    expect(readFileSync(join(cwd, 'case/01_accounts.csv'), 'utf8')).toContain(ENTERED_A)
  })
})
