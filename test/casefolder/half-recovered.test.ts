import { describe, expect, it } from 'vitest'
import { briefPage } from '../../src/casefolder/brief.ts'
import { draftFacts } from '../../src/casefolder/documents/facts.ts'
import { mergeSummary } from '../../src/casefolder/merge/summary.ts'
import { describeSummary } from '../../src/i18n/describe/summary.ts'
import type { CaseAccount, CaseDocument, CaseStep } from '../../src/model/case.ts'
import { readCase } from '../reports/documents.ts'

const en = { lang: 'en', zone: 'UTC' } as const
const ja = { lang: 'ja', zone: 'UTC' } as const
const whole = readCase('okta-takeover', 'en')
const STILL_USED = 'still used from the attack sources after a recovery step: 1 account'

/** The first account that has steps, with a reset that newer logs prove (`done`) or that the attacker outlived (`contradicted`). */
const withReset = (state: CaseStep['state'], decision: CaseAccount['decision']['state'] = 'pending'): CaseDocument => {
  const held = whole.accounts.find(({ checklist }) => checklist.length > 0)
  const marked = (step: CaseStep): CaseStep => (step.id.startsWith('R2') ? { ...step, state, stateAt: whole.summary.last ?? '' } : step)
  return {
    ...whole,
    accounts: whole.accounts.map((account) =>
      account === held
        ? { ...account, decision: { ...account.decision, state: decision }, checklist: account.checklist.map(marked) }
        : account,
    ),
  }
}
const ongoingOf = (document: CaseDocument): string =>
  describeSummary(document, en)
    .filter(({ id }) => id === 'ongoing')
    .flatMap(({ items }) => items)
    .join(' ')
const told = (document: CaseDocument): string => [...briefPage(document, { samples: [], legal: undefined }, en)].join('')

describe('a recovery that was done by half', () => {
  it('is told where somebody asks whether it has stopped', () => {
    const document = withReset('contradicted')
    expect(ongoingOf(document)).toContain(STILL_USED)
    expect(told(document)).toContain(STILL_USED)
    expect(told(document)).toMatch(/Steps of the accounts, by the logs: 0 proven, 0 waiting, 1 contradicted; \d+ without a proof/)
    const handling = { collector: null, method: null, clockOffset: null, mark: null, retainUntil: null }
    const legal = { laws: ['jp-appi'], awareAt: null, department: null }
    expect(draftFacts({ document, handling, legal } as never, ja)['ongoing']).toContain(
      '復旧の手順の後も攻撃元からの利用が続いている: 1アカウント',
    )
  })
  it('is not told of steps that hold, nor of an account that people cleared', () => {
    for (const document of [whole, withReset('done'), withReset('contradicted', 'cleared')])
      expect(ongoingOf(document)).not.toContain('recovery step')
    expect(told(withReset('done'))).toContain('1 proven, 0 waiting, 0 contradicted')
    expect(told(whole)).not.toContain('Steps of the accounts')
  })
})

it('of two shares of one input through proxies the larger is said', () => {
  const summary = (share: number): CaseDocument['summary'] => ({
    ...whole.summary,
    caveats: [{ id: 'proxy-addresses', data: { input: 'okta', share } }],
  })
  const { caveats } = mergeSummary(summary(0.66), summary(0.95), whole)
  expect(caveats.filter(({ id }) => id === 'proxy-addresses')).toEqual([{ id: 'proxy-addresses', data: { input: 'okta', share: 0.95 } }])
})
