import { describe, expect, it } from 'vitest'
import { freemanScores } from '../../../src/cases/scores/freeman.ts'
import { createNoveltyRates, loginClass, varietyClass } from '../../../src/cases/scores/novelty-rates.ts'
import { AFTERMATH } from '../../../src/cases/scores/packed-novelty.ts'
import { createRarity } from '../../../src/cases/scores/rarity.ts'
import { createRowReader } from '../../../src/cases/rows/row-reader.ts'
import { noveltyOfLogins } from '../../../src/cases/scores/login-novelty.ts'
import { gatherLogins } from '../../../src/cases/scores/logins.ts'
import { scoreLogins, withTails, type LoginScores } from '../../../src/cases/scores/score-logins.ts'
import type { EventTable } from '../../../src/order/event-table.ts'
import { createSeenValues } from '../../../src/cases/scores/seen-values.ts'
import { createTails } from '../../../src/cases/scores/tails.ts'
import { tableOf } from '../table.ts'

const HEADER =
  'index,Login Timestamp,User ID,Round-Trip Time [ms],IP Address,Country,Region,City,ASN,User Agent String,Browser Name and Version,OS Name and Version,Device Type,Login Successful,Is Attack IP,Is Account Takeover'
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML; like Gecko) Chrome/120.0.0.0 Safari/537.36'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0'

interface Login {
  readonly user: string
  readonly day: number
  readonly ip: string
  readonly asn: number
  readonly country: string
  readonly agent?: string
}
const log = (logins: readonly Login[]): string =>
  [
    HEADER,
    ...logins.map(({ user, day, ip, asn, country, agent = CHROME }, index) => {
      const time = new Date(Date.UTC(2026, 0, 1, 12) + day * 864e5 + index).toISOString().replace('T', ' ').replace('Z', '')
      return `${index},${time},${user},,${ip},${country},-,-,${asn},${agent},x,y,z,True,False,False`
    }),
    '',
  ].join('\n')

const home = (user: number, day: number): Login => ({ user: `u${user}`, day, ip: `192.0.2.${user}`, asn: 64496, country: 'NO' })
const away = (user: number, day: number): Login => ({ user: `u${user}`, day, ip: '203.0.113.9', asn: 64505, country: 'RO', agent: FIREFOX })

const scoresOf = (table: EventTable): LoginScores => {
  const read = createRowReader(table)
  const logins = gatherLogins(table, read)
  return withTails(logins, scoreLogins(table, logins, read))
}

describe('the Freeman score of a log', () => {
  /**
   * Seven logins of two accounts; ours comes from a network and country of its own: 4 (nothing of it was ever seen on the account).
   * Its program was not either, but the kind of device was: 2 browsers + 2 systems + 1 kind of device + 1 = 6 unseen;
   * everybody 0.53867 · (1 − 4/5) · 1/7 · (1 − 6/13) + 0.26805 · 1/7 + 0.18818 · 1/7 + 0.00511 · 7/7 = 0.078569, own 0.00511 · 3/3:
   * 15.386. It is one of two accounts with 3 of 7 logins: (1/2)/(3/7) = 1.16667. Together 4 · 15.386 · 1.16667 = 71.80, log10 1.8561.
   */
  it('of two accounts with three logins each from home, and one from elsewhere: log10 1.8561', async () => {
    const table = await tableOf({ 'rba.csv': log([0, 1, 2].flatMap((day) => [home(1, day), home(2, day)]).concat(away(1, 3))) })
    const { logins } = scoresOf(table)
    expect(freemanScores(table, logins, createRowReader(table))[logins.row.indexOf(6)]).toBeCloseTo(1.8561, 3)
  })
})

describe('what is new about logins', () => {
  it('tells where the next one came from: the same place, a new one, back to a known one', async () => {
    const table = await tableOf({ 'rba.csv': log([home(1, 0), home(1, 1), home(1, 2), away(1, 3), home(1, 4)]) })
    const read = createRowReader(table)
    const { none, stays, elsewhere, returns } = AFTERMATH
    expect([...noveltyOfLogins(table, gatherLogins(table, read), read).aftermath]).toEqual([none, stays, elsewhere, returns, none])
  })
})

describe('the score of a log', () => {
  it('puts the login from elsewhere first, and a first login nowhere', async () => {
    const people = Array.from({ length: 30 }, (_, user) => Array.from({ length: 12 }, (_login, day) => home(user + 1, day * 2))).flat()
    const table = await tableOf({ 'rba.csv': log([...people, away(3, 25), { ...away(99, 26), user: 'newcomer' }]) })
    const { logins, odds, tail } = scoresOf(table)
    const best = odds.indexOf(Math.max(...odds))
    expect(table.accounts.get(table.account.get(logins.row[best] as number))).toBe('u3')
    expect(tail(best)).toBeLessThan(0.01)
    const newcomer = [...logins.row].findIndex((row) => table.accounts.get(table.account.get(row)) === 'newcomer')
    expect(tail(newcomer)).toBe(1)
  })
  it('is the same in whatever order the log was written', async () => {
    const people = Array.from({ length: 6 }, (_, user) =>
      Array.from({ length: 5 }, (_login, day) => home(user + 1, day * 2 + user / 10)),
    ).flat()
    const lines = log([...people, away(3, 25)]).split('\n')
    const reversed = [lines[0], ...lines.slice(1, -1).toReversed(), ''].join('\n')
    const [one, other] = await Promise.all([tableOf({ 'a.csv': lines.join('\n') }), tableOf({ 'b.csv': reversed })])
    const byTime = (table: typeof one): readonly (readonly number[])[] => {
      const { logins, odds } = scoresOf(table)
      return [...odds]
        .map((value, at) => [table.time.get(logins.row[at] as number), value])
        .toSorted(([left = 0], [right = 0]) => left - right)
    }
    expect(byTime(one)).toEqual(byTime(other))
  })
})

describe('how often something new is nothing bad', () => {
  it('without a log: one new value in so many logins of the account, (0 + 0.5) / (64 + 0 + 1) for one that always came the same way', () => {
    expect(createNoveltyRates(1).rate(loginClass(60), varietyClass(1), 0)).toBeCloseTo(0.5 / 65, 12)
  })
  it('with a log: its share, with 20 assumed logins beside, first over all circumstances, then in this one', () => {
    const rates = createNoveltyRates(2)
    for (let login = 0; login < 80; login += 1) rates.learn(loginClass(60), varietyClass(1), 0, login < 40, 1)
    const assumed = (40 + 20 * (0.5 / 65)) / 100
    expect(rates.rate(loginClass(60), varietyClass(1), 0)).toBeCloseTo((40 + 20 * assumed) / 100, 12)
    expect(rates.rate(loginClass(60), varietyClass(1), 1)).toBeCloseTo(assumed, 12)
  })
})

describe('rarity', () => {
  it('of the one new network of which nobody else is new: (½ · 1/100 + ½ · 1/2) / (0.5 / (11 + 1)) = 0.255 / 0.041667', () => {
    const rarity = createRarity(Int32Array.of(99, 1))
    for (let login = 0; login < 10; login += 1) rarity.learn(0)
    rarity.learn(1)
    expect(rarity.of(1)).toBeCloseTo(Math.log10(0.255 / (0.5 / 12)), 12)
    expect(rarity.of(0)).toBeLessThan(0)
  })
})

describe('tails', () => {
  it('count what scores at least as high, one more of one more', () => {
    const tails = createTails(Float32Array.of(0, 1, 2, 3), () => true)
    expect([tails.of(3), tails.of(1), tails.of(9)]).toEqual([2 / 5, 4 / 5, 1 / 5])
  })
})

describe('values seen', () => {
  it('are counted, also beyond the short list', () => {
    const seen = createSeenValues()
    for (let value = 0; value < 60; value += 1) expect(seen.add(value)).toBe(true)
    expect(seen.add(7)).toBe(false)
    expect(seen.add(-1)).toBe(false)
    expect([seen.size(), seen.count(7), seen.count(59), seen.has(60)]).toEqual([60, 2, 1, false])
    seen.clear()
    expect([seen.size(), seen.has(7)]).toEqual([0, false])
  })
})
