import { describe, expect, it } from 'vitest'
import { describeSummary } from '../../src/i18n/describe/summary.ts'
import { firstSuspected } from '../../src/i18n/describe/first-suspected.ts'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { readCase } from '../reports/documents.ts'

const document = readCase('shop-stuffing', 'ja')
const [model] = document.accounts
const { firstTakeover } = document.summary
if (model === undefined || firstTakeover === null) throw new Error('the case is not what it was')

const hours = (count: number): string => new Date(Date.parse(firstTakeover) + count * 3_600_000).toISOString()
const suspected = (firstSuspicious: string, state: CaseAccount['decision']['state'] = 'pending'): CaseAccount => ({
  ...model,
  verdict: 'suspected',
  firstSuspicious,
  decision: { ...model.decision, state },
})
const withAccounts = (accounts: readonly CaseAccount[], at: string | null = firstTakeover): CaseDocument => ({
  ...document,
  accounts,
  summary: { ...document.summary, firstTakeover: at },
})
const periodOf = (of: CaseDocument): string | undefined =>
  describeSummary(of, { lang: 'ja', zone: 'Asia/Tokyo' })
    .find(({ id }) => id === 'period')
    ?.items.join('  ')

describe('since when', () => {
  it('tells of the earliest suspicion where it is before the first takeover that is judged', () => {
    const early = withAccounts([suspected(hours(-30)), suspected(hours(-40))])
    expect(firstSuspected(early)).toBe(hours(-40))
    expect(periodOf(early)).toMatch(/最初の疑い \S+ \S+ {2}最初の不正ログイン/)
    expect(firstSuspected(withAccounts([suspected(hours(5))], null))).toBe(hours(5))
  })
  it('says nothing of a later one, of one that people cleared, and of one that they confirmed', () => {
    const adds = [suspected(hours(2)), suspected(hours(-40), 'cleared'), suspected(hours(-40), 'confirmed')]
    expect(firstSuspected(withAccounts(adds))).toBeNull()
    expect(periodOf(withAccounts(adds))).not.toContain('最初の疑い')
  })
})
