import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { report as html } from '../../src/reports/html/index.ts'
import { report as markdown } from '../../src/reports/markdown/index.ts'
import { readCase, renderText } from './documents.ts'

const document = readCase('shop-stuffing', 'ja')
const [campaign] = document.campaigns
if (campaign === undefined) throw new Error('the case is not what it was')
const spray = { ...campaign, id: 'campaign-2', method: 'spray' as const, first: '2026-11-19T00:00:00.000Z', neighbours: ['m1'] }
const two: CaseDocument = { ...document, campaigns: [campaign, spray] }

describe.each([
  ['html', html],
  ['markdown', markdown],
] as const)('the sources of several attacks in %s', (_, report) => {
  const text = (of: CaseDocument): string => renderText(report, of, { lang: 'ja', zone: 'Asia/Tokyo' })
  it('are told with whose they are', () => {
    const page = text(two)
    expect(page).toContain('攻撃元: パスワードリスト攻撃, ')
    expect(page).toMatch(/攻撃元: パスワードスプレー攻撃, 11\/19 09:00:00\+09:00/)
    expect(page).toContain('同じ接続元を利用しており、不正の兆候がないアカウント: パスワードスプレー攻撃, ')
  })
  it('need no name where there is one attack', () => {
    expect(text(document)).not.toContain('攻撃元: パスワードリスト攻撃')
  })
})
