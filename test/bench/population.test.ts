import { describe, expect, it } from 'vitest'
import { auth0 } from '../../bench/encoders/auth0.ts'
import { spread } from '../../bench/measure.ts'
import { population } from '../../bench/population.ts'

const EVENTS = 40_000
const ACCOUNTS = 8000
const attempts = [...population(EVENTS, ACCOUNTS, 1)]
const familyOf = (userAgent: string): string => userAgent.replaceAll(/\d+/g, '')

describe("the bench's population", () => {
  it('is as large as asked, in time order, and the same again for the same seed', () => {
    expect(attempts).toHaveLength(EVENTS)
    expect(attempts.every(({ timeMs }, at) => at === 0 || timeMs >= (attempts[at - 1]?.timeMs ?? 0))).toBe(true)
    expect([...population(EVENTS, ACCOUNTS, 1)]).toEqual(attempts)
    expect([...population(EVENTS, ACCOUNTS, 2)]).not.toEqual(attempts)
  })

  it('keeps an account on its two addresses and its agent family; only versions move', () => {
    const members = Map.groupBy(
      attempts.filter(({ account, session }) => account >= 0 && session?.startsWith('attack') !== true && account % 997 !== 0),
      ({ account }) => account,
    )
    for (const own of members.values()) {
      expect(new Set(own.map(({ userAgent }) => familyOf(userAgent))).size).toBe(1)
      expect(new Set(own.map(({ ip }) => ip)).size).toBeLessThanOrEqual(2)
    }
  })

  it('attacks 0.1 % of the accounts within two hours, mostly with identifiers of nobody, which carry no id', () => {
    const unknown = attempts.filter(({ account }) => account < 0)
    expect(unknown.length).toBeGreaterThan(ACCOUNTS / 1000)
    expect((unknown.at(-1)?.timeMs ?? 0) - (unknown[0]?.timeMs ?? 0)).toBeLessThanOrEqual(7_200_000)
    expect(unknown.every((attempt) => !auth0(attempt).includes('"user_id"'))).toBe(true)
  })

  it('makes records of about a kilobyte', () => {
    const lengths = attempts.slice(0, 1000).map((attempt) => auth0(attempt).length)
    expect(spread(lengths).median).toBeGreaterThan(950)
    expect(spread(lengths).median).toBeLessThan(1150)
  })
})
