import { describe, expect, it } from 'vitest'
import { acrossClasses } from '../../src/i18n/describe/of-accounts.ts'
import { describeAfterLogin, describeSummary, urgentSteps } from '../../src/i18n/describe/summary.ts'
import { buildChecklists } from '../../src/recovery/build-checklists.ts'
import { account, input } from '../recovery/support/accounts.ts'
import { readCase } from '../reports/documents.ts'

const shop = readCase('shop-stuffing', 'ja')

describe('what cannot wait', () => {
  it.each([
    ['en', 'Block the account for the time being (never delete it) (13 accounts)'],
    ['ja', 'アカウントを一時停止する(削除はしない)(対象 13アカウント)'],
  ] as const)('is for all accounts of all classes, told once (%s)', (lang, words) => {
    const members = Array.from({ length: 13 }, (_, index) => account({ account: `u-${index}`, class: index < 9 ? 'A' : 'B' }))
    const { classSteps } = buildChecklists(input(members), { lang })
    const steps = urgentSteps({ ...shop, steps: classSteps })
    expect(steps.filter(({ id }) => id.endsWith('/C1')).map(({ text, list }) => [text, list.length])).toEqual([[words, 13]])
  })

  it('is left as it is where one class has it', () => {
    const [step] = shop.steps.filter(({ scope }) => scope === 'case')
    expect(acrossClasses(step === undefined ? [] : [step])).toEqual([step])
  })
})

describe('what was done after the logins', () => {
  const of = (own: Partial<typeof shop.summary.afterLogin>): readonly string[] =>
    describeAfterLogin(
      { ...shop.summary, afterLogin: { recorded: true, viewed: 0, changed: 2, pointsUsed: 0, purchased: 0, unknown: 9, ...own } },
      { lang: 'en', zone: 'UTC' },
    )
  it('claims no zero where the log tells of no such acts and not all is known', () => {
    expect(of({}).filter((item) => /\b0 accounts/.test(item))).toEqual([])
    expect(of({ pointsUsed: 1 }).filter((item) => /\b0 accounts/.test(item))).toHaveLength(2)
    // That some acts are on record, a change of password among them, does not say that an order would be.
    expect(of({ unknown: 0 }).filter((item) => /\b0 accounts/.test(item))).toEqual([])
    expect(of({ unknown: 0 }).at(-1)).toContain('no views, points or orders on record')
    expect(of({ unknown: 0, purchased: 1 }).join(' ')).not.toContain('on record')
  })
})

describe('a step of the summary', () => {
  const [model] = shop.steps
  const nowOf = (id: string, scope: 'case' | 'class', list: readonly string[] = []): string | undefined => {
    if (model === undefined) throw new Error('the case has no steps')
    const step = {
      ...model,
      id,
      scope,
      list,
      phase: 'contain' as const,
      priority: 1 as const,
      state: 'open' as const,
      text: 'its whole text',
    }
    return describeSummary({ ...shop, steps: [step] }, { lang: 'ja', zone: 'UTC' }).find((entry) => entry.id === 'now')?.items[0]
  }
  it('is told in the few words that fit, with for how many it is', () => {
    expect(nowOf('A/ASK', 'class', ['a', 'b', 'c'])).toBe('1 本人に心当たりを確認する(対象 3アカウント)')
    expect(nowOf('B/E3.check', 'class', ['a'])).toBe('1 連絡先の変更の有無を確認する(再設定メールより先に)(対象 1アカウント)')
    expect(nowOf('case/C5', 'case')).toBe('1 ログインを一時的に閉じるかどうかを判断する')
  })
  it('keeps its own text where that is short, as the case’s own with its numbers', () => {
    expect(nowOf('case/E1', 'case')).toBe('1 its whole text')
    expect(nowOf('case/C2', 'case')).toBe('1 its whole text')
  })
})
