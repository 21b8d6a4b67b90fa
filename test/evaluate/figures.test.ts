import { describe, expect, it } from 'vitest'
import { judgedPrecision, precision, precisionAt, recall, recallAtBudget } from '../../bench/evaluate/figures.ts'
import type { FalseAlarm, Outcome, VictimOutcome } from '../../bench/evaluate/outcome.ts'
import { attackWishes, REPORT_SEEDS, traced, TUNING_SEEDS } from '../../bench/evaluate/plan.ts'
import { SPREADS } from '../../src/simulate/define-scenario.ts'

const attack = {
  part: 'stuffing-1',
  scenario: 'stuffing',
  volume: '1',
  spread: 1,
  sources: [],
  attempts: 0,
  tried: 0,
  unknownIds: 0,
  first: 0,
  last: 0,
  victims: [],
} as const

const victim = (verdict: VictimOutcome['verdict'], urgency: number): VictimOutcome => ({
  seed: 1,
  account: `v${urgency}`,
  attack,
  past: 3,
  verdict,
  urgency,
})
const alarm = (verdict: FalseAlarm['verdict'], urgency: number): FalseAlarm => ({
  seed: 1,
  account: `f${urgency}`,
  verdict,
  kind: 'ordinary',
  urgency,
  reasons: [],
})

/** Four victims, of whom one is judged, two suspected, one missed; one false alarm of each kind. */
const outcome: Outcome = {
  seed: 1,
  accounts: 1004,
  logins: 1_000_000,
  victims: [victim('compromised', 90), victim('suspected', 50), victim('suspected', 40), victim('targeted', -1)],
  falseAlarms: [alarm('compromised', 80), alarm('suspected', 45)],
  campaigns: [],
  purities: [],
  incidents: 0,
}

describe('figures', () => {
  it('count accounts: recall 3 of 4, precision 3 of 5, judged alone 1 of 2', () => {
    expect(recall([outcome]).value).toBe(0.75)
    expect(precision([outcome]).value).toBe(0.6)
    expect(judgedPrecision([outcome]).value).toBe(0.5)
  })

  it('look at the most urgent alerts only: of the first two one is real, of the first four three', () => {
    expect(recallAtBudget([outcome], 2)).toEqual({ recall: 0.25, alerts: 2 })
    expect(recallAtBudget([outcome], 3)).toEqual({ recall: 0.5, alerts: 3 })
    expect(recallAtBudget([outcome], 5)).toEqual({ recall: 0.75, alerts: 5 })
  })

  it('keep the false alarms where victims are rarer: 0.75 of 1 in 1,000 against 2 in 1,000 of the others', () => {
    expect(precisionAt([outcome], 0.001)).toBeCloseTo((0.75 * 0.001) / (0.75 * 0.001 + 0.002 * 0.999), 6)
  })

  it('are not defined, rather than perfect, where nobody was attacked', () => {
    expect(recall([{ ...outcome, victims: [] }]).value).toBeNaN()
  })
})

describe('plan', () => {
  it('keeps tuning and report seeds apart', () => {
    expect(TUNING_SEEDS.filter((seed) => (REPORT_SEEDS as readonly number[]).includes(seed))).toEqual([])
  })

  it('meets every cell of every attack as often as any other', () => {
    const wishes = REPORT_SEEDS.flatMap(attackWishes)
    for (const { id, spreads = SPREADS } of traced) {
      const cells = new Map<string, number>()
      for (const { scenario, volume, spread } of wishes)
        if (scenario.id === id) cells.set(`${volume} ${spread}`, (cells.get(`${volume} ${spread}`) ?? 0) + 1)
      expect([...cells.values()], id).toEqual(Array.from({ length: spreads.length * 4 }, () => 24 / (spreads.length * 4)))
    }
  })
})
