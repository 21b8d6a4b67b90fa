import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { runOptions } from '../support/run-options.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`../../fixtures/cases/${name}`, import.meta.url))

test.each(['okta-takeover', 'auth0-stuffing', 'shop-csv', 'monday-rush'])(
  '%s: the hours add up to the failed attempts of the summary, in order, none empty',
  async (name) => {
    const { document, judged } = await analyze(runOptions([fixture(name)]))
    const { activity = [], summary } = document
    const sum = (count: (hour: (typeof activity)[number]) => number): number => activity.reduce((total, hour) => total + count(hour), 0)
    let successes = 0
    let failures = 0
    for (let row = 0; row < judged.table.size; row += 1) {
      if (judged.read.isAttempt(row)) failures += 1
      if (judged.read.isLogin(row) && judged.read.isSuccess(row)) successes += 1
    }
    expect(successes).toBeGreaterThan(20)
    expect(sum((hour) => hour.successes)).toBe(successes)
    expect(sum((hour) => hour.failures)).toBe(failures)
    expect(sum((hour) => hour.attackAttempts)).toBe(summary.attempts - summary.campaignSuccesses)
    expect(activity.every((hour) => hour.successes + hour.failures > 0 && hour.attackAttempts <= hour.failures)).toBe(true)
    const hours = activity.map(({ hour }) => hour)
    expect(hours).toEqual([...new Set(hours)].toSorted())
    expect(hours.every((hour) => hour.endsWith(':00:00.000Z'))).toBe(true)
  },
)
