import { describe, expect, it } from 'vitest'
import { averageLinkage } from '../../../src/cases/campaigns/average-linkage.ts'
import type { Cell } from '../../../src/cases/campaigns/cells.ts'
import { cellDistance, commonNames } from '../../../src/cases/campaigns/distance.ts'
import { kneeOf } from '../../../src/cases/campaigns/knee.ts'

describe('average linkage', () => {
  it('joins what is near first, then groups by their mean distance', () => {
    // Points 0, 1, 5, 7 on a line: 0–1 at 1, 5–7 at 2, then the means of 5, 7, 4, 6 = 5.5.
    const points = [0, 1, 5, 7]
    const merges = averageLinkage(4, (left, right) => Math.abs((points[left] as number) - (points[right] as number)))
    expect(merges).toEqual([
      { left: 0, right: 1, height: 1 },
      { left: 2, right: 3, height: 2 },
      { left: 0, right: 2, height: 5.5 },
    ])
  })
  it('weighs groups by their size', () => {
    // 0, 1, 2 join at 1 and 1.5; 10 lies 10, 9, 8 away: 9 in the mean.
    const points = [0, 1, 2, 10]
    const merges = averageLinkage(4, (left, right) => Math.abs((points[left] as number) - (points[right] as number)))
    expect(merges.map(({ height }) => height)).toEqual([1, 1.5, 9])
  })
  it('of one thing or none joins nothing', () => {
    expect([averageLinkage(1, () => 0), averageLinkage(0, () => 0)]).toEqual([[], []])
  })
})

describe('the knee', () => {
  it('is where the curve leaves the flat part', () => {
    // Straight from (0, 0.1) to (1, 0.9): at the fourth of five points the curve lies lowest below it.
    expect(kneeOf([0.1, 0.11, 0.12, 0.15, 0.9], 0, 1)).toBe(0.15)
  })
  it('stays within its bounds, and three heights hardly make a curve', () => {
    expect(kneeOf([0.1, 0.11, 0.12, 0.15, 0.9], 0.35, 0.46)).toBe(0.35)
    expect(kneeOf([0.1, 0.9], 0.35, 0.46)).toBe(0.46)
    expect(kneeOf([], 0.35, 0.46)).toBe(0.46)
  })
})

const cell = (over: Partial<Cell>): Cell => ({
  sources: [],
  first: 0,
  last: 0,
  networks: new Set([1]),
  countries: new Set([1]),
  agents: new Set([1]),
  tried: new Set([1, 2, 3, 4]),
  requests: 30,
  users: 30,
  failedShare: 1,
  validShare: 0.5,
  agentlessShare: 0,
  meanGap: 10,
  gapDeviation: 2,
  ...over,
})

describe('the distance of two cells', () => {
  const same = cell({})
  it('that differ in nothing but the address, on one network: 0.25 · (1 − 1/e) = 0.158', () => {
    expect(cellDistance(same, same, 4)).toBeCloseTo(0.25 * (1 - Math.exp(-1)), 12)
  })
  it('with other names, from another country: 0.25 + 1/12 = 0.333', () => {
    const other = cell({ networks: new Set([2]), countries: new Set([2]), tried: new Set([7, 8]) })
    expect(cellDistance(same, other, 0)).toBeCloseTo(0.25 + 1 / 12, 12)
  })
  it('two days apart: 0.25 · (1 − e⁻²) more', () => {
    const later = cell({ first: 2 * 864e8, last: 3 * 864e8 })
    expect(cellDistance(same, later, 4) - cellDistance(same, same, 4)).toBeCloseTo(0.25 * (1 - Math.exp(-2)), 12)
  })
  it('with another program at twice the volume and half the pace: 1/12 · (1 + 1/3 + (1/3 + 0)/2) more', () => {
    const other = cell({ agents: new Set([2]), requests: 60, users: 60, meanGap: 20 })
    expect(cellDistance(same, other, 4) - cellDistance(same, same, 4)).toBeCloseTo((1 + 1 / 3 + 1 / 6) / 12, 12)
  })
  it('that both hide their program are not alike in it: half a part', () => {
    const unknown = cell({ agents: new Set([-1]) })
    expect(cellDistance(unknown, unknown, 4) - cellDistance(same, same, 4)).toBeCloseTo(1 / 24, 12)
  })
  it('counts the names that two lists share', () => {
    const common = commonNames([cell({ tried: new Set([1, 2, 3]) }), cell({ tried: new Set([2, 3, 4]) }), cell({ tried: new Set([9]) })])
    expect([common[1], common[2], common[5]]).toEqual([2, 0, 0])
  })
})
