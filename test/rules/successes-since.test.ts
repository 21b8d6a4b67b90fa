import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rule as surge } from '../../src/rules/site-wide-surge/index.ts'
import { tableOf } from './support/draft-table.ts'
import type { EventLine } from './support/draft-table.ts'
import { probe } from './support/probe-rule.ts'
import { run } from './support/rule-fixtures.ts'

const START_MS = Date.UTC(2026, 2, 2)
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440

const lineAt = (minute: number, isSuccess: boolean): EventLine => ({
  time: new Date(START_MS + minute * MINUTE_MS).toISOString(),
  action: 'login',
  outcome: isSuccess ? 'success' : 'failure',
  ...(isSuccess ? {} : { reason: 'bad-password' as const }),
  account: 'u-1',
  ip: '192.0.2.1',
})

describe('successesSince', () => {
  it('counts what succeeded between a moment and the event, in logs longer than a mark', () => {
    const logins = fc.array(fc.tuple(fc.nat(300), fc.boolean()), { minLength: 1, maxLength: 1500 })
    fc.assert(
      fc.property(logins, fc.integer({ min: -10, max: 310 }), (drawn, since) => {
        const sorted = drawn.toSorted((left, right) => left[0] - right[0])
        const told: number[] = []
        const seen: boolean[] = []
        const times: number[] = []
        run(tableOf(sorted.map(([minute, isSuccess]) => lineAt(minute, isSuccess))), [
          probe({
            sees: (event) => {
              told.push(event.successesSince(START_MS + since * MINUTE_MS))
              seen.push(event.outcome === 'success')
              times.push((event.timeMs - START_MS) / MINUTE_MS)
            },
          }),
        ])
        const expected = seen.map(
          (_, row) => seen.slice(0, row).filter((isSuccess, at) => isSuccess && (times[at] as number) >= since).length,
        )
        expect(told).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })
})

/** Five days with ten failures from as many sources between 12:00 and 12:05 and a success each minute until 13:00; on the last day others. */
const week = (attack: number, sale = 0): readonly EventLine[] => {
  const failures = (day: number, count: number): EventLine[] =>
    Array.from({ length: count }, (_, at) => ({
      ...lineAt(day * DAY_MINUTES + 720 + (at * 5) / (count + 1), false),
      account: undefined,
      username: `nobody-${day}-${at}`,
      accountKnown: false,
      ip: `198.51.100.${at % 250}`,
    }))
  const successes = (day: number): EventLine[] =>
    Array.from({ length: 60 }, (_, at) => ({ ...lineAt(day * DAY_MINUTES + 720 + at, true), ip: '192.0.2.9' }))
  const bargains = Array.from({ length: sale }, (_, at) => lineAt(4 * DAY_MINUTES + 720 + at / (sale + 1), true))
  return Array.from({ length: 5 }, (_, day) => [...successes(day), ...failures(day, day === 4 ? attack : 10)])
    .flat()
    .concat(bargains)
}

describe('site-wide surge', () => {
  const messages = (attack: number, sale?: number) => run(tableOf(week(attack, sale)), [surge]).findings.map(({ data }) => data)
  it('tells the successes of the minutes of the surge, not of the day', () => {
    const [data] = messages(200)
    expect(data).toMatchObject({ unknown: data?.['failures'] })
    expect(data?.['successes']).toBeGreaterThan(0)
    expect(data?.['successes']).toBeLessThanOrEqual(6)
  })
  it('knows how many succeed where nobody fails: a sale raises both, and this attack more', () => {
    expect(messages(60, 40)).toHaveLength(1)
    expect(messages(60, 200)).toEqual([])
  })
  it('says nothing of a day like the others', () => {
    expect(messages(10)).toEqual([])
  })
})
