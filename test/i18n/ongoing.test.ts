import { describe, expect, it } from 'vitest'
import { firstAttemptMs } from '../../src/cases/attacks/first-attempt.ts'
import { describeCampaign } from '../../src/i18n/describe/campaign.ts'
import { describeState } from '../../src/i18n/describe/step.ts'
import { countStillUsed, describeOngoing } from '../../src/i18n/describe/ongoing.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { readCase } from '../reports/documents.ts'

const EN = { lang: 'en', zone: 'UTC' } as const
const JA = { lang: 'ja', zone: 'UTC' } as const
const taken = readCase('okta-takeover', 'en')
const END = '2026-11-08T23:00:00.000Z'
const before = (minutes: number): string => new Date(Date.parse(END) - minutes * 60_000).toISOString()

/** Attempts ended so many minutes before the log does, and the accounts were last used so many. */
const caseOf = (attempt: number | null, act: number | null, state: 'pending' | 'cleared' = 'pending'): CaseDocument => ({
  ...taken,
  summary: {
    ...taken.summary,
    last: END,
    lastAttempt: attempt === null ? null : before(attempt),
    active: attempt === null ? null : attempt <= 30,
    secondsSinceLastAttempt: attempt === null ? null : attempt * 60,
  },
  accounts: taken.accounts.map((account) => ({
    ...account,
    lastSuspicious: act === null ? null : before(act),
    decision: { ...account.decision, state },
  })),
})

describe('has it stopped?', () => {
  it('an attacker who is in need not try any more', () => {
    const late = caseOf(1080, 6)
    expect(describeOngoing(late, EN)).toBe(
      'last attempt 18 hours before the end of the log, last suspicious act in an account 6 minutes before it → possibly still going on',
    )
    expect(describeOngoing(late, JA)).toBe('最後の試行はログ末尾の 18時間前、アカウントの最後の不審な利用は 6分前 → 継続中の可能性')
  })
  it('nor does one who never had to guess', () => {
    expect(describeOngoing(caseOf(null, 6), EN)).toContain('possibly still going on')
    expect(describeOngoing(caseOf(null, 600), EN)).toContain('none after it in these logs')
    expect(describeOngoing(caseOf(null, null), EN)).toBeUndefined()
  })
  it('an act at the very end is not one "0 seconds ago"', () => {
    expect(describeOngoing(caseOf(1080, 0), JA)).toBe(
      '最後の試行はログ末尾の 18時間前、アカウントの不審な利用はログの末尾まであり → 継続中の可能性',
    )
    expect(describeOngoing(caseOf(null, 0), EN)).toBe(
      'suspicious acts in an account up to the very end of the log → possibly still going on',
    )
  })
  it('a login just after the last attempt says no more than that, unless it is near the end', () => {
    expect(describeOngoing(caseOf(1080, 1070), EN)).not.toContain('act')
    expect(describeOngoing(caseOf(40, 20), EN)).toContain('possibly still going on')
  })
  it('a source that newer logs show to be still in is as good as any act', () => {
    const still = caseOf(1080, 2000)
    const accounts = still.accounts.map((account) => ({
      ...account,
      checklist: account.checklist.map((step) => ({ ...step, state: 'contradicted' as const, stateAt: before(6) })),
    }))
    expect(describeOngoing({ ...still, accounts }, EN)).toContain('6 minutes before it → possibly still going on')
    expect(countStillUsed({ ...still, accounts })).toBe(accounts.length)
  })
  it('a login past a block may be the owner: nobody is said to be still in', () => {
    const still = caseOf(1080, 2000)
    const accounts = still.accounts.map((account) => ({
      ...account,
      checklist: account.checklist.map((step) => ({
        ...step,
        state: 'contradicted' as const,
        stateAt: before(6),
        stateWhy: 'login-after-block' as const,
      })),
    }))
    expect(countStillUsed({ ...still, accounts })).toBe(0)
    expect(describeOngoing({ ...still, accounts }, EN)).toBe(describeOngoing(still, EN))
    const [step] = accounts.flatMap(({ checklist }) => checklist)
    if (step === undefined) throw new Error('the case has no steps')
    expect(describeState(step, JA)).toContain('停止後にログイン成功があり、解除の記録がない')
  })
  it('what came before the last attempt, and what people cleared, adds nothing', () => {
    const quiet = 'last attempt 18 hours before the end of the log → none after it in these logs'
    expect(describeOngoing(caseOf(1080, 2000), EN)).toBe(quiet)
    expect(describeOngoing(caseOf(1080, 6, 'cleared'), EN)).toBe(quiet)
  })
})

describe('an attack as a whole', () => {
  it('begins with the login that hit before anything failed, not with an older one', () => {
    const failure = Date.parse(END)
    expect(firstAttemptMs(failure, [failure - 60_000, failure + 60_000])).toBe(failure - 60_000)
    expect(firstAttemptMs(failure, [failure - 86_400_000])).toBe(failure)
  })
  it('tells of accounts that were entered from elsewhere, as the table beside it counts them', () => {
    const [attack] = readCase('shop-stuffing', 'en').campaigns
    const ids = taken.accounts.map(({ account }) => account)
    if (attack === undefined) throw new Error('the case is not what it was')
    const seen = (entered: readonly string[]): string => describeCampaign({ ...attack, compromised: ids, entered }, taken, EN)
    expect(seen(ids)).toContain(`${ids.length} of which got into as many accounts.`)
    expect(seen(ids)).not.toContain('other addresses')
    expect(seen([])).toContain(`${ids.length} of the accounts tried are judged taken over from other addresses.`)
  })
})
