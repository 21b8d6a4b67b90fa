import { describe, expect, it } from 'vitest'
import { createOnBehalf } from '../../src/cases/on-behalf.ts'
import { createRowReader } from '../../src/cases/row-reader.ts'
import { isForgotten } from '../../src/cases/forgotten-password.ts'
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
}

const logOf = (deeds: readonly Deed[]): string =>
  deeds
    .map(({ minute, account = 'u1', action = 'login', result = 'success', ip, agent = BROWSER }) =>
      JSON.stringify({
        timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
        user_id: account,
        action,
        result,
        reason: result === 'failure' ? 'bad-password' : undefined,
        ip,
        user_agent: agent,
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

describe('a reset', () => {
  it('is of a forgotten password where wrong ones were typed at its address within the hour before', async () => {
    const reset = (minute: number): Deed => ({ minute, action: 'password-reset', ip: '192.0.2.10' })
    const table = await tableOf({
      'login.ndjson': logOf([
        { minute: 0, ip: '203.0.113.5', result: 'failure' },
        reset(5),
        { minute: 10, ip: '192.0.2.10', result: 'failure' },
        reset(30),
        reset(100),
      ]),
    })
    const read = createRowReader(table)
    const rows = Int32Array.of(0, 1, 2, 3, 4)
    expect([1, 3, 4].map((row) => isForgotten(row, rows, read))).toEqual([false, true, false])
  })
})
