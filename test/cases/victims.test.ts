import { describe, expect, it } from 'vitest'
import { foundVictims } from '../../src/casefolder/found-victims.ts'
import type { CaseVictims } from '../../src/model/case-victims.ts'
import type { CaseAccount } from '../../src/model/case.ts'
import type { ReportedAccount } from '../../src/model/knowledge.ts'
import { affectedOf, scanCase, scanLogs } from './support.ts'

const reported = (...texts: readonly string[]): ReportedAccount => ({ texts, line: 1, at: undefined, until: undefined })

const compared = async (name: string, list: readonly ReportedAccount[]): Promise<CaseVictims> => {
  const { victims } = (await scanCase(name, { victims: list })).summary
  if (victims === null) throw new Error('not compared')
  return victims
}

describe('accounts reported by customers', () => {
  it('are found by id or name, whatever the case and width, each once', async () => {
    const affected = affectedOf(await scanCase('auth0-stuffing'))
    const list = affected.map(({ account, names }, index) => reported(index % 2 === 0 ? account : `${names[0]?.toUpperCase()}`))
    const victims = await compared('auth0-stuffing', [...list, ...list])
    expect(victims).toMatchObject({ given: affected.length, found: affected.length, inLog: affected.length, missing: [] })
  })
  it('are missing for a reason', async () => {
    const [hit] = affectedOf(await scanCase('auth0-stuffing'))
    const name = hit?.names[0] ?? ''
    const { found, missing } = await compared('auth0-stuffing', [
      reported('nobody@example.net'),
      { texts: ['somebody@example.net'], line: 2, at: Date.UTC(2020, 0, 1) * 1000, until: Date.UTC(2020, 0, 1) * 1000 },
      reported(name.replace('@', '@mail.')),
      reported('1.23457E+15'),
    ])
    expect(found).toBe(0)
    expect(missing.map(({ why, near }) => [why, near])).toEqual([
      ['not-in-log', null],
      ['outside-period', null],
      ['name-differs', name],
      ['spreadsheet-damage', null],
    ])
  })

  const HEAD = 'timestamp,user_id,ip,result,user_agent\n'
  const login = (user: string, minute: number, ip: string, agent = 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0'): string =>
    `${new Date(Date.UTC(2026, 10, 1, 0, minute)).toISOString()},${user},${ip},success,"${agent}"\n`
  /** 200 members log in from homes of their own with one browser; twelve of them also from one address, five of whom report it. */
  const member = (index: number): string => `m-${1000 + index}`
  const homes = Array.from({ length: 200 }, (_, index) => login(member(index), index * 3, `198.51.100.${index}`)).join('')
  const visits = Array.from({ length: 12 }, (_, index) => login(member(index * 7), 3000 + index * 11, '203.0.113.9')).join('')
  const list = [0, 7, 14, 21, 28].map((index) => reported(member(index)))

  it('share what everybody else mostly has not; a browser that all use is no finding', async () => {
    const { summary } = await scanLogs({ 'shop.csv': HEAD + homes + visits }, { victims: list })
    const shared = summary.victims?.shared ?? []
    expect(shared.map(({ kind, value }) => [kind, value])).toContainEqual(['source', '203.0.113.9'])
    expect(shared.some(({ kind }) => kind === 'agent')).toBe(false)
    const trait = shared.find(({ kind }) => kind === 'source')
    // 5 of 5 against 7 of 195: 27.9 times as frequent.
    expect(trait).toMatchObject({ victims: 5, victimsOf: 5, others: 7, othersOf: 195, ratio: 27.8571, moreAccounts: 0 })
    expect(trait?.accounts.map(({ account }) => account)).toEqual([35, 42, 49, 56, 63, 70, 77].map(member))
  })
  it('share nothing by chance', async () => {
    const { summary } = await scanLogs({ 'shop.csv': HEAD + homes }, { victims: list })
    expect(summary.victims).toMatchObject({ given: 5, found: 0, inLog: 5, shared: [] })
  })
  it('with leading zeros lost are suggested, never matched', async () => {
    const { summary } = await scanLogs({ 'shop.csv': HEAD + login('000123', 1, '198.51.100.1') }, { victims: [reported('123')] })
    expect(summary.victims?.missing).toEqual([{ account: '123', why: 'spreadsheet-damage', near: '000123' }])
    expect(summary.victims?.inLog).toBe(0)
  })
})

describe('the next revision of a case', () => {
  const before: CaseVictims = {
    given: 3,
    found: 1,
    inLog: 2,
    missing: [
      { account: 'a', why: 'not-in-log', near: null },
      { account: 'b', why: 'no-suspicious-login', near: null },
    ],
    shared: [],
  }
  it('counts as found what another revision found, or people confirmed', () => {
    const account = { account: '1', names: ['a'], verdict: 'suspected' } as unknown as CaseAccount
    expect(foundVictims(before, [account], ({ verdict }) => verdict === 'suspected')).toMatchObject({
      given: 3,
      found: 2,
      inLog: 3,
      missing: [{ account: 'b' }],
    })
    expect(foundVictims(before, [account], () => false)).toMatchObject({ found: 1, inLog: 3 })
    expect(foundVictims(null, [account], () => true)).toBeNull()
  })
})
