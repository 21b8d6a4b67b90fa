import { expect, test } from 'vitest'
import { createHoursPart } from '../../../src/cases/scores/hours-part.ts'
import { packNews } from '../../../src/cases/scores/packed-novelty.ts'

const AT_HOME = packNews(0, 0, 15)
const AWAY = packNews(2, 0, 15)

test('an hour in which hardly anybody comes speaks for a stranger, a busy one for the owner', () => {
  // 904 logins at noon and none at any other hour: with four assumed in each of 24 hours, noon has 908 of 1000 and each other hour 4.
  const part = createHoursPart({ hour: new Uint8Array(904).fill(12) })
  const night = createHoursPart({ hour: Uint8Array.from({ length: 904 }, (_, at) => (at === 0 ? 3 : 12)) })
  // Strangers at noon: 0.5 × 0.908 + 0.5 / 24; nothing is learnt yet, so owners are as everybody.
  expect(part.ratio(0, AT_HOME)).toBeCloseTo(Math.log10((0.454 + 0.5 / 24) / 0.908), 6)
  // At three, with one login there: 5 of 1000.
  expect(night.ratio(0, AT_HOME)).toBeCloseTo(Math.log10((0.0025 + 0.5 / 24) / 0.005), 6)
})

test('who is away keeps other hours than who is at home', () => {
  const part = createHoursPart({ hour: Uint8Array.from({ length: 904 }, (_, at) => (at === 0 ? 3 : 12)) })
  for (let times = 0; times < 100; times += 1) part.learn(0, AWAY)
  // Owners away at three: (100 + 100 × 0.005) of 200.
  expect(part.ratio(0, AWAY)).toBeCloseTo(Math.log10((0.0025 + 0.5 / 24) / (100.5 / 200)), 6)
  expect(part.ratio(0, AT_HOME)).toBeGreaterThan(0)
})

test('where people come at all hours alike, the hour tells nothing', () => {
  const part = createHoursPart({ hour: Uint8Array.from({ length: 2400 }, (_, at) => at % 24) })
  for (let at = 0; at < 24; at += 1) expect(part.ratio(at, AWAY)).toBeCloseTo(0, 9)
})
