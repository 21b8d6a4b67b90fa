import { describe, expect, it } from 'vitest'
import {
  ADDRESS_WEIGHTS,
  AGENT_WEIGHTS,
  everybodysLikelihood,
  featureRatio,
  ownLikelihood,
  smoothedShare,
  visitorRatio,
} from '../../../src/cases/scores/wiefling.ts'

describe('the share of a value, with room for values not seen yet', () => {
  it('of a value seen 2 times in 10, with 6 unseen: 2/10 · (1 − 6/16) = 0.2 · 0.625 = 0.125', () => {
    expect(smoothedShare(2, 10, 6)).toBeCloseTo(0.125, 12)
  })
  it('of a value never seen: 1/(10 + 6) = 0.0625', () => {
    expect(smoothedShare(0, 10, 6)).toBeCloseTo(0.0625, 12)
  })
})

/**
 * Ten logins of four accounts, from 3 networks in 2 countries: 3 + 2 + 1 = 6 unseen. Our account logged in 4 times: once from this
 * address, 3 times from its network, always from its country. Everybody: 2, 5 and 8 of 10.
 */
describe('a login from a known address', () => {
  const everybody = everybodysLikelihood(ADDRESS_WEIGHTS, [2, 5, 8], 10, 6)
  const own = ownLikelihood(ADDRESS_WEIGHTS, [1, 3, 4], 4)

  it('is for anybody 0.6 · (2/5) · 0.125 + 0.3 · 5/10 + 0.1 · 8/10 = 0.03 + 0.15 + 0.08 = 0.26', () => {
    // Within its own group the address has room for as many values as levels: 2/2 · (1 − 3/(2 + 3)) = 2/5.
    expect(everybody).toBeCloseTo(0.26, 12)
  })
  it('is for its owner 0.6 · 1/4 + 0.3 · 3/4 + 0.1 · 4/4 = 0.15 + 0.225 + 0.1 = 0.475', () => {
    expect(own).toBeCloseTo(0.475, 12)
  })
  it('is less likely for anybody: 0.26 / 0.475 = 0.547368…', () => {
    expect(featureRatio(everybody, own)).toBeCloseTo(0.547368421, 9)
  })
})

describe('a login with a program never seen on the account', () => {
  it('but of a usual system: own 0.18818… · 4/4, everybody 0.53867 · (1 − 4/5) · 1/10 · (1 − 9/19) + 0.26805 · 1/10 + 0.18818 · 8/10', () => {
    const everybody = everybodysLikelihood(AGENT_WEIGHTS, [1, 1, 8, -1], 10, 9)
    expect(everybody).toBeCloseTo(0.5386653840551359 * 0.2 * 0.1 * (10 / 19) + 0.02680451498625666 + 0.1505463608008763, 12)
    // = 0.005670 + 0.026805 + 0.150546 = 0.183021; own 0.188183
    const own = ownLikelihood(AGENT_WEIGHTS, [0, 0, 4, 0], 4)
    expect(featureRatio(everybody, own)).toBeCloseTo(0.183021 / 0.188183, 5)
  })
  it('at no level: exactly 4, however rare the value, because smoothing both sides would call it safe', () => {
    expect(featureRatio(everybodysLikelihood(ADDRESS_WEIGHTS, [1, 1, 1], 1000, 60), ownLikelihood(ADDRESS_WEIGHTS, [0, 0, 0], 4))).toBe(4)
  })
  it('that the log does not carry: nothing, a factor of 1', () => {
    expect(featureRatio(everybodysLikelihood(AGENT_WEIGHTS, [-1, -1, -1, -1], 10, 1), 0)).toBe(1)
  })
})

describe('the factor for rare visitors', () => {
  it('of four accounts, one with 4 of 10 logins: 1/4 / (4/10) = 0.625', () => {
    expect(visitorRatio(4, 4, 10)).toBeCloseTo(0.625, 12)
  })
  it('so that a wholly new context of that account scores 4 · 4 · 0.625 = 10', () => {
    expect(featureRatio(0.1, 0) * featureRatio(0.1, 0) * visitorRatio(4, 4, 10)).toBeCloseTo(10, 12)
  })
})
