import { describe, expect, it } from 'vitest'
import { evenOdds, prevalenceOf } from '../../src/cases/fusion/prevalence.ts'

describe('how many of the logins from new places are thieves', () => {
  it('is one in five hundred where nothing is known: (1 + 0) of 500', () => {
    expect(prevalenceOf([], 0)).toBeCloseTo(1 / 500, 6)
    expect(evenOdds(1 / 501)).toBeCloseTo(Math.log10(500), 12)
  })
  it('is few where all acts are such as owners do: 10,000 logins, and not one that is likelier a thief', () => {
    const share = prevalenceOf(
      Array.from({ length: 300 }, () => -1),
      9700,
    )
    expect(share).toBeLessThan(1 / 4500)
    expect(evenOdds(share)).toBeGreaterThan(3.6)
  })
  it('counts those that are certain, and thieves who do nothing: (20 + 1) of 2,000 − 0.57 · 1,480 = 0.0182', () => {
    expect(
      prevalenceOf(
        Array.from({ length: 20 }, () => 8),
        1480,
      ),
    ).toBeCloseTo(0.0182, 3)
    expect(
      evenOdds(
        prevalenceOf(
          Array.from({ length: 20 }, () => 8),
          1480,
        ),
      ),
    ).toBeLessThan(2.2)
  })
})
