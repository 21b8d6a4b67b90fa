import { describe, expect, it } from 'vitest'
import { commonKinds, commonNetworks, packCommon, packNews } from '../../../src/cases/scores/packed-novelty.ts'
import { strangerChance } from '../../../src/cases/scores/strangers.ts'

const ALL_CARRIED = 15
const of = (line: number, program: number): number => packNews(line, program, ALL_CARRIED)
const RARE = packCommon(0.002, 0.002)

describe('what a stranger comes with by chance', () => {
  it("is the owner's program where everybody has it, and not where nobody else has", () => {
    expect(strangerChance(of(2, 0), packCommon(0.6, 0))).toBeGreaterThan(3 * strangerChance(of(2, 0), RARE))
    expect(strangerChance(of(2, 2), packCommon(0.6, 0))).toBeLessThan(strangerChance(of(2, 2), RARE))
  })

  it("is the owner's network where half the country has it", () => {
    expect(strangerChance(of(1, 2), packCommon(0, 0.5))).toBeGreaterThan(2 * strangerChance(of(1, 2), RARE))
  })

  it('adds up: every login looks like something', () => {
    for (const common of [RARE, packCommon(0.3, 0.3), packCommon(1, 1)]) {
      const all = [0, 1, 2, 3].flatMap((line) => [0, 1, 2].map((program) => strangerChance(of(line, program), common)))
      expect(all.every((chance) => chance > 0)).toBe(true)
      expect(all.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
    }
  })
})

describe('shares in sixteen steps', () => {
  it.each([0, 0.01, 0.1, 0.36, 0.9, 1])('%d comes back within a step', (share) => {
    for (const back of [commonKinds(packCommon(share, 0.5)), commonNetworks(packCommon(0.5, share))])
      expect(Math.abs(Math.sqrt(back) - Math.sqrt(share))).toBeLessThanOrEqual(1 / 16)
  })
})
