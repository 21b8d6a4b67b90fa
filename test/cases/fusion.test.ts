import { describe, expect, it } from 'vitest'
import { combineTails, leastOf } from '../../src/cases/fusion/combine.ts'

describe('tail probabilities', () => {
  it('of two independent observations are one: q = 0.001 · 0.01 = 10⁻⁵, q · (1 − ln q) = 10⁻⁵ · 12.513 = 1.2513 · 10⁻⁴', () => {
    expect(combineTails(0.001, 0.01)).toBeCloseTo(1.2513e-4, 8)
  })
  it('where neither is remarkable say nothing', () => {
    expect(combineTails(1, 1)).toBe(1)
    expect(combineTails(0.5, 0.5)).toBeCloseTo(0.25 * (1 + Math.log(4)), 12)
  })
  it('of which the least is taken pay for the choice', () => {
    expect(leastOf([0.2, 0.01, 0.5])).toBeCloseTo(0.03, 12)
    expect(leastOf([0.9, 0.8])).toBe(1)
  })
})
