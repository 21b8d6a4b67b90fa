import { describe, expect, it } from 'vitest'
import { describeEntryWays, entryWayWords } from '../../src/i18n/describe/entry-ways.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { draftFiles } from '../../src/casefolder/documents/draft-files.ts'
import { readCase } from '../reports/documents.ts'

const shop = readCase('shop-stuffing', 'ja')
const [any] = shop.accounts.filter(({ verdict }) => verdict === 'compromised')
const [anyReason] = any?.reasons ?? []
const [anyFinding] = shop.findings
if (any === undefined || anyReason === undefined || anyFinding === undefined) throw new Error('the case has accounts with reasons')

const entered = (account: string, messageIds: readonly string[], own: Partial<typeof any> = {}): typeof any => ({
  ...any,
  account,
  flags: [],
  findings: [],
  reasons: messageIds.map((messageId) => ({ ...anyReason, messageId })),
  ...own,
})
const caseOf = (accounts: CaseDocument['accounts'], findings: CaseDocument['findings'] = []): CaseDocument => ({
  ...shop,
  campaigns: [],
  accounts,
  findings,
})
const RESETS = [
  entered('a', ['reason.reset-in-wave-source']),
  // The factor was approved as well; the reset is how it began.
  entered('b', ['reason.mfa-denials-then-approval', 'reason.reset-in-wave-network']),
  entered('c', ['reason.session-moved']),
]

describe('how somebody got in', () => {
  it.each([
    ['en', 'How they got in: password reset abused (2 accounts), session taken over (1 account)'],
    ['ja', 'ログインの手口: パスワードリセットの悪用 2アカウント、セッションの乗っ取り 1アカウント'],
  ] as const)('is told by the way, each account once (%s)', (lang, words) => {
    expect(describeEntryWays(caseOf(RESETS), { lang, zone: 'UTC' })).toEqual([words])
  })

  it.each([
    ['en', "Beside the attack's logins, how they got in: session taken over (1 account), not known (1 account)"],
    ['ja', '攻撃元以外からのログインの手口: セッションの乗っ取り 1アカウント、不明 1アカウント'],
  ] as const)('leaves nobody out, so that the numbers do not pass for all (%s)', (lang, words) => {
    const document = caseOf([
      entered('a', ['reason.success-from-attack-source'], { flags: ['campaignSource'] }),
      entered('b', ['reason.session-moved']),
      entered('c', ['reason.new-context']),
    ])
    expect(describeEntryWays(document, { lang, zone: 'UTC' })).toEqual([words])
  })

  it.each(['en', 'ja'] as const)('is no list that leaked elsewhere for customers who were entered otherwise (%s)', (lang) => {
    const said = (accounts: CaseDocument['accounts']): readonly string[] => {
      const document = { ...shop, accounts, findings: [] }
      const handling = { collector: null, method: null, clockOffset: null, mark: null, retainUntil: null }
      const legal = { laws: [], awareAt: null, department: null }
      return draftFiles({ document, handling, legal }, { lang, zone: 'UTC' }, new Map())
        .filter(({ name, text }) => name.endsWith(`.${lang}.md`) && /他社のサービスから流出した|leaked from another service/.test(text))
        .map(({ name }) => name.split('.')[0] ?? '')
    }
    const ofAttack = entered('a', [], { flags: ['campaignSource'] })
    expect(said([ofAttack])).toEqual(expect.arrayContaining(['customer-A', 'support']))
    expect(said([ofAttack, entered('b', ['reason.session-moved'])])).toEqual([])
  })

  it('is told by the rule that reported it as well', () => {
    const finding = { ...anyFinding, id: 'f1', rule: 'reset-then-new-context' }
    const document = caseOf([entered('a', [], { findings: ['f1'] })], [finding])
    expect(entryWayWords(document, { lang: 'en', zone: 'UTC' })).toEqual(['password reset abused'])
  })

  it('is left to the method of the attack where its own addresses entered, and to nobody where the account was cleared', () => {
    const decision = { state: 'cleared' as const, by: 'X', at: shop.run.now, why: null }
    const document = caseOf([
      entered('a', ['reason.reset-in-wave-source'], { flags: ['campaignSource'] }),
      entered('b', ['reason.reset-in-wave-source'], { decision }),
      entered('c', ['reason.new-context']),
    ])
    expect(describeEntryWays(document, { lang: 'ja', zone: 'UTC' })).toEqual([])
  })

  it.each([
    ['en', 'password reset abused'],
    ['ja', 'パスワードリセットの悪用'],
  ] as const)('stands as the method in the text for the regulator (%s)', (lang, word) => {
    const handling = { collector: null, method: null, clockOffset: null, mark: null, retainUntil: null }
    const legal = { laws: [], awareAt: null, department: null }
    const files = draftFiles({ document: caseOf(RESETS), handling, legal }, { lang, zone: 'UTC' }, new Map())
    const form = files.find(({ name }) => name === `regulator-form.${lang}.md`)?.text ?? ''
    expect(form.split('\n').filter((line) => line.includes(word)).length).toBeGreaterThan(0)
  })
})
