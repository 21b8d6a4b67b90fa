import { describe, expect, it } from 'vitest'
import type { Signal } from '../../src/cases/signals/signal.ts'
import { decideVerdict } from '../../src/cases/judging/verdict.ts'

const medium = (rule: string): Signal => ({ rule, weight: 'medium', messageId: rule, data: {}, at: 0, rows: [], success: undefined })
const verdictOf = (...rules: readonly string[]) =>
  decideVerdict({ signals: rules.map(medium), attempts: 0, passwordKnown: false, recordsSuccesses: true })

describe('two signs', () => {
  it('make an account suspected where they tell of two things', () => {
    expect(verdictOf('new-context-success', 'success-after-guessing')).toBe('suspected')
    expect(verdictOf('change-after-doubt', 'mfa-fatigue')).toBe('suspected')
  })
  it("are one where both tell of the place: a traveller's, whose telephone goes out at home, and what was done there", () => {
    expect(verdictOf('new-context-success', 'impossible-travel', 'two-countries')).toBeUndefined()
    expect(verdictOf('session-moved', 'new-context-success')).toBeUndefined()
    expect(verdictOf('change-after-doubt', 'reset-then-new-context', 'new-context-success')).toBeUndefined()
  })
})
