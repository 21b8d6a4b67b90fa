import { expect, test } from 'vitest'
import { judgedPrecision, precision, recall } from '../../bench/evaluate/figures.ts'
import { measureAll, QUICK } from '../../bench/evaluate/measure-all.ts'

/**
 * Floors, below what is measured (docs/EVALUATION.md): they catch a change that breaks detection, not one that moves it.
 * One tuning seed, all volumes and spreads mixed. Ten seconds on a quiet machine.
 */
test('on simulated logs victims are found, and few others', async () => {
  const { mixed, clean, withoutSuccesses } = await measureAll(QUICK, () => undefined)
  expect(recall(mixed).value).toBeGreaterThan(0.55)
  expect(precision(mixed).value).toBeGreaterThan(0.75)
  expect(judgedPrecision(mixed).value).toBeGreaterThan(0.85)
  const accounts = clean.reduce((sum, outcome) => sum + outcome.accounts, 0)
  expect(clean.flatMap(({ falseAlarms }) => falseAlarms).length / accounts).toBeLessThan(0.03)
  expect([withoutSuccesses['compromised'], withoutSuccesses['suspected'], withoutSuccesses['targeted']]).toEqual([0, 0, 0])
}, 900_000)
