import { describe, expect, it } from 'vitest'
import { createOnBehalf } from '../../src/cases/lines/on-behalf.ts'
import { createRowReader } from '../../src/cases/rows/row-reader.ts'
import { isAfterReset, isForgotten } from '../../src/cases/habits/forgotten-password.ts'
import { tableOf } from './table.ts'

const START = Date.UTC(2026, 9, 1)
const MINUTE_MS = 60_000
const JAVA = 'Apache-HttpClient/5.3.1 (Java/21.0.4)'
const BROWSER = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/155.0.0.0 Safari/537.36'

interface Deed {
  readonly minute: number
  readonly account?: string
  readonly action?: string
  readonly result?: string
  readonly ip: string
  readonly agent?: string
  readonly session?: string
}

const logOf = (deeds: readonly Deed[]): string =>
  deeds
    .map(({ minute, account = 'u1', action = 'login', result = 'success', ip, agent = BROWSER, session }) =>
      JSON.stringify({
        timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
        user_id: account,
        action,
        result,
        reason: result === 'failure' ? 'bad-password' : undefined,
        ip,
        user_agent: agent,
        session_id: session,
      }),
    )
    .join('\n')

describe("a program's login for one of many", () => {
  it('is told by its program and the accounts on its address', async () => {
    const table = await tableOf({
      'login.ndjson': logOf([
        { minute: 0, ip: '198.51.100.7', agent: JAVA },
        { minute: 1, ip: '198.51.100.7' },
        { minute: 2, ip: '203.0.113.5', agent: JAVA },
      ]),
    })
    const read = createRowReader(table)
    const accountsOn = new Int32Array(table.places.sources.size).fill(1)
    accountsOn[read.source(0)] = 12
    const isOnBehalf = createOnBehalf(table, read, accountsOn)
    expect([0, 1, 2].map(isOnBehalf)).toEqual([true, false, false])
  })
})

describe('a program that does not say that it is one', () => {
  const visits = (ip: string, agentOf: (visit: number) => string, times: number): Deed[] =>
    Array.from({ length: 12 * times }, (_, visit) => ({ minute: visit * 60, account: `u${visit % 12}`, ip, agent: agentOf(visit) }))
  const isOnBehalfAt = async (deeds: readonly Deed[]): Promise<boolean> => {
    const table = await tableOf({ 'login.ndjson': logOf(deeds) })
    const read = createRowReader(table)
    const accountsOn = new Int32Array(table.places.sources.size)
    accountsOn[read.source(0)] = 12
    return createOnBehalf(table, read, accountsOn)(0)
  }
  it('is told by coming alone to its address, for many accounts, again and again', async () => {
    expect(await isOnBehalfAt(visits('198.51.100.7', () => 'MoneyView/8.2', 4))).toBe(true)
  })
  it('is not what an office looks like, nor a thief who tries each account once', async () => {
    expect(await isOnBehalfAt(visits('198.51.100.7', (visit) => (visit % 3 === 0 ? `${BROWSER} Edg/155.0` : BROWSER), 4))).toBe(false)
    expect(await isOnBehalfAt(visits('198.51.100.7', () => BROWSER, 1))).toBe(false)
  })
})

describe('a forgotten password', () => {
  const [HERE, THERE] = ['192.0.2.10', '203.0.113.5']
  const HOUR = 60
  const DAY = 24 * HOUR
  const missed = (minute: number, ip: string, agent = BROWSER): Deed => ({ minute, ip, agent, result: 'failure' })
  const reset = (minute: number): Deed => ({ minute, action: 'password-reset', ip: HERE })
  const lastOf = async (isMeant: typeof isForgotten, deeds: readonly Deed[]): Promise<boolean> => {
    const table = await tableOf({ 'login.ndjson': logOf(deeds) })
    const rows = Int32Array.from({ length: table.size }, (_, row) => row)
    return isMeant(table.size - 1, rows, createRowReader(table))
  }
  it('is told by wrong ones at the address of the reset in the day before, or just before it with its program elsewhere', async () => {
    const isForgottenAfter = (deed: Deed, minute: number): Promise<boolean> => lastOf(isForgotten, [deed, reset(minute)])
    expect(await isForgottenAfter(missed(0, HERE, JAVA), DAY - 1)).toBe(true)
    expect(await isForgottenAfter(missed(0, HERE), DAY + 1)).toBe(false)
    expect(await isForgottenAfter(missed(0, THERE), HOUR - 1)).toBe(true)
    expect(await isForgottenAfter(missed(0, THERE, JAVA), HOUR - 1)).toBe(false)
    expect(await isForgottenAfter(missed(0, THERE), HOUR + 1)).toBe(false)
  })
  it('or by wrong ones where the account had been in, or where the mail was asked for', async () => {
    const asked = (minute: number): Deed => ({ minute, ip: THERE, action: 'password-reset-request' })
    const wrong = missed(10, THERE, JAVA)
    expect(await lastOf(isForgotten, [{ minute: 0, ip: THERE }, wrong, reset(60)])).toBe(true)
    expect(await lastOf(isForgotten, [{ minute: 0, ip: THERE }, wrong, reset(80)])).toBe(false)
    expect(await lastOf(isForgotten, [wrong, asked(11), reset(60)])).toBe(true)
    expect(await lastOf(isForgotten, [wrong, asked(11), reset(80)])).toBe(false)
    expect(await lastOf(isForgotten, [wrong, { ...asked(11), ip: '203.0.113.200' }, reset(60)])).toBe(false)
  })
  it('was not found by trying, unless others went on trying after the reset', async () => {
    const login: Deed = { minute: 30, ip: HERE }
    expect(await lastOf(isAfterReset, [missed(0, HERE), reset(20), login])).toBe(true)
    expect(await lastOf(isAfterReset, [missed(0, HERE), reset(20), missed(25, HERE), login])).toBe(true)
    expect(await lastOf(isAfterReset, [missed(0, HERE), reset(20), missed(25, THERE), login])).toBe(false)
    expect(await lastOf(isAfterReset, [reset(20), login])).toBe(false)
    expect(await lastOf(isAfterReset, [missed(0, HERE), login])).toBe(false)
  })
})

describe("a session in somebody's name", () => {
  it('is of whoever began it, from then on', async () => {
    const table = await tableOf({
      'login.ndjson': logOf([
        { minute: 0, ip: '198.51.100.7', session: 'desk', action: 'profile-view' },
        { minute: 1, ip: '198.51.100.7', session: 'desk', action: 'impersonation' },
        { minute: 2, ip: '198.51.100.7', session: 'desk', action: 'email-change' },
        { minute: 3, ip: '198.51.100.7', session: 'own', action: 'email-change' },
      ]),
    })
    expect([0, 1, 2, 3].map(createRowReader(table).isByOther)).toEqual([false, true, true, false])
  })
})
