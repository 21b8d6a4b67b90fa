import { describe, expect, it } from 'vitest'
import { FUSION_RULE } from '../../src/cases/signals/fused.ts'
import type { Signal, Weight } from '../../src/cases/signals/signal.ts'
import { decideVerdict, severityOf, type VerdictInput } from '../../src/cases/judging/verdict.ts'
import { VERDICTS } from '../../src/model/vocabulary.ts'

const signal = (rule: string, weight: Weight): Signal => ({ rule, weight, messageId: rule, data: {}, at: 0, rows: [], success: undefined })
const medium = (rule: string): Signal => signal(rule, 'medium')
const QUIET: VerdictInput = { signals: [], attempts: 0, passwordKnown: false, recordsSuccesses: true }
const verdictOf = (...rules: readonly string[]) => decideVerdict({ ...QUIET, signals: rules.map(medium) })

describe('two signs', () => {
  it('make an account suspected where they tell of two things', () => {
    expect(verdictOf('new-context-success', 'success-after-guessing')).toBe('suspected')
    expect(verdictOf('change-after-doubt', 'mfa-fatigue')).toBe('suspected')
    expect(verdictOf('fan-in', 'new-context-success')).toBe('suspected')
    expect(verdictOf('mfa-fatigue', 'token-reuse', 'departed-login')).toBe('suspected')
  })
  it('are two only where both weigh something', () => {
    for (const weight of ['context', 'unclear'] as const) {
      const signals = [medium('mfa-fatigue'), signal('token-reuse', weight)]
      expect(decideVerdict({ ...QUIET, signals }), weight).not.toBe('suspected')
    }
  })
  it.each([
    'rare-network',
    'impossible-travel',
    'two-countries',
    'country-hop',
    'session-moved',
    'scripted-session',
    'change-after-doubt',
    'reset-then-new-context',
    'acts-on-others',
  ])('are one where both tell of the place, or of what was done there: %s', (rule) => {
    expect(verdictOf(rule, 'new-context-success')).toBeUndefined()
  })
  it('are one where both tell of one device or network with many accounts', () => {
    expect(verdictOf('fan-in', 'fan-in-network')).toBeUndefined()
    expect(verdictOf('fan-in', 'fan-in-device')).toBeUndefined()
    expect(verdictOf('fan-in', 'legacy-protocol')).toBeUndefined()
    expect(verdictOf('fan-in-network', 'fan-in-device')).toBeUndefined()
  })
  it('of one rule are one', () => {
    expect(verdictOf('mfa-fatigue', 'mfa-fatigue')).toBeUndefined()
  })
})

describe('the strongest sign decides', () => {
  const of = (...weights: readonly Weight[]) =>
    decideVerdict({ ...QUIET, signals: weights.map((weight, index) => signal(`rule-${index}`, weight)) })

  it('whatever stands beside it', () => {
    expect(of('context', 'suspected', 'compromised')).toBe('compromised')
    expect(of('context', 'unclear', 'suspected')).toBe('suspected')
    expect(of('medium', 'unclear', 'context')).toBe('undetermined')
    expect(of('unclear', 'medium', 'medium')).toBe('suspected')
  })
  it('and none that weighs nothing makes an account worth listing', () => {
    expect(of()).toBeUndefined()
    expect(of('context', 'context')).toBeUndefined()
    expect(of('medium')).toBeUndefined()
  })
})

describe('an account that was tried', () => {
  it.each<[string, Partial<VerdictInput>, ReturnType<typeof decideVerdict>]>([
    ['is targeted, in a log that records successes', { attempts: 1 }, 'targeted'],
    ['is undetermined in one that does not', { attempts: 1, recordsSuccesses: false }, 'undetermined'],
    ['is targeted where only the password was right', { passwordKnown: true }, 'targeted'],
    ['is not listed where nobody tried, whatever the log records', { recordsSuccesses: false }, undefined],
    ['is suspected where a sign says so', { attempts: 9, signals: [signal('token-reuse', 'suspected')] }, 'suspected'],
  ])('%s', (_, changes, verdict) => {
    expect(decideVerdict({ ...QUIET, ...changes })).toBe(verdict)
  })
})

describe('how urgent an account is', () => {
  const severity = (verdict: (typeof VERDICTS)[number], passwordKnown: boolean, ...signals: readonly Signal[]) =>
    severityOf({ verdict, passwordKnown, signals })
  const rare = signal(FUSION_RULE, 'suspected')
  const seen = signal('token-reuse', 'suspected')

  it('follows the verdict', () => {
    expect(VERDICTS.map((verdict) => severity(verdict, false, seen))).toEqual(['critical', 'high', 'low', 'medium'])
    expect(severity('suspected', false)).toBe('high')
  })
  it('is more where the password is known and nobody got in', () => {
    expect(severity('targeted', true)).toBe('medium')
    expect([severity('compromised', true), severity('suspected', true, seen)]).toEqual(['critical', 'high'])
  })
  it('is less where nothing but rarity makes the account suspected', () => {
    expect(severity('suspected', false, rare, rare, signal('x', 'context'))).toBe('medium')
    expect(severity('suspected', false, rare)).toBe('medium')
    expect(severity('suspected', false, rare, seen)).toBe('high')
    expect(severity('suspected', false, medium(FUSION_RULE), medium('token-reuse'))).toBe('high')
    expect(severity('compromised', false, rare)).toBe('critical')
  })
})
