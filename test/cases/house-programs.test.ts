import { describe, expect, it } from 'vitest'
import { scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const APP = { ip: '203.0.113.50', user_agent: 'Apache-HttpClient/5.3.1 (Java/21.0.4)' }
const home = (member: number) => ({
  ip: `198.51.100.${member % 250}`,
  user_agent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/155.0.0.0 Safari/537.36',
})

const MEMBERS = 120
/** Everybody else comes home without failing: what is usual. */
const EVERYBODY = 1500
const DAYS = 8

const record = (at: number, member: number, result: 'success' | 'failure', from: typeof APP): string =>
  JSON.stringify({
    timestamp: new Date(START + at).toISOString(),
    user_id: `u${member}`,
    action: 'login',
    result,
    ...(result === 'failure' ? { reason: 'bad-password' } : {}),
    ...from,
  })

/** Every night a partner's program comes for all members; `isOld` says whose password it does not have any more. On the first day all are at home. */
const nights = (isOld: (member: number, day: number) => boolean): string =>
  [
    ...Array.from({ length: EVERYBODY }, (_, member) => record(DAY_MS / 2 + member * 1000, member, 'success', home(member))),
    ...Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
      Array.from({ length: MEMBERS }, (_, member) =>
        record(day * DAY_MS + member * MINUTE_MS, member, isOld(member, day) ? 'failure' : 'success', APP),
      ),
    ),
  ].join('\n')

describe("a partner's program that keeps the passwords of many", () => {
  it('is no attack, though it tries the old ones of 24 members night after night', async () => {
    const document = await scanLogs({ 'login.ndjson': nights((member) => member % 5 === 0) })
    expect(document.campaigns).toEqual([])
    expect(document.accounts.filter(({ verdict }) => verdict !== 'targeted')).toEqual([])
  })
  it('is one as soon as it fails more often than it gets in', async () => {
    const document = await scanLogs({ 'login.ndjson': nights((member) => member % 5 !== 0) })
    expect(document.campaigns.map(({ sources }) => sources)).toEqual([[APP.ip]])
  })
})
