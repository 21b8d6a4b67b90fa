import { expect, test } from 'vitest'
import { judgedPrecision, precision, recall } from '../../bench/evaluate/figures.ts'
import { measureAll, QUICK } from '../../bench/evaluate/measure-all.ts'
import { measureOtherWorld } from '../../bench/evaluate/other-world/measure.ts'

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

test('in a world that the simulator knows nothing of as well', async () => {
  for (const { victims, falseAlarms } of await measureOtherWorld(3, 1)) {
    const found = victims.filter(({ verdict }) => verdict !== undefined).length
    expect(found / victims.length).toBeGreaterThan(0.85)
    expect(found / (found + falseAlarms.length)).toBeGreaterThan(0.75)
  }
}, 900_000)
