import { describe, expect, it } from 'vitest'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const MINUTE_MS = 60_000
const DAY = 24 * 60
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const SCRIPT = 'python-requests/2.32.3'

interface Deed {
  readonly minute: number
  readonly person?: string
  readonly action?: string
  readonly result?: string
  readonly ip?: string
  readonly agent?: string
}

const isAbroad = (ip: string): boolean => ip.startsWith('203.')
const lineOf = (
  person: string,
  { minute, action = 'login', result = 'success', ip = `192.0.2.${person.slice(1)}`, agent = CHROME }: Deed,
) => ({
  timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
  user_id: person,
  action,
  result,
  reason: result === 'failure' ? 'bad-password' : undefined,
  ip,
  country: isAbroad(ip) ? 'BR' : 'JP',
  asn: isAbroad(ip) ? 64510 : ip.startsWith('198.') ? 64505 : 64500,
  user_agent: agent,
})

const VICTIM = 'u7'
const ABROAD = '203.0.113.5'
const HOME = '192.0.2.7'
const WHEN = 12 * DAY + 300

/** Forty people who log in every day, and what one of them did besides. */
const verdictAfter = async (deeds: readonly Deed[]): Promise<string | undefined> => {
  const days = Array.from({ length: 40 }, (_, person) =>
    Array.from({ length: 20 }, (_unused, day) => lineOf(`u${person}`, { minute: day * DAY + person * 7 })),
  ).flat()
  const log = [...days, ...deeds.map((deed) => lineOf(deed.person ?? VICTIM, deed))].toSorted((left, right) =>
    left.timestamp < right.timestamp ? -1 : 1,
  )
  return accountOf(await scanLogs({ 'login.ndjson': log.map((line) => JSON.stringify(line)).join('\n') }), VICTIM)?.verdict
}

const misses = (count: number, ip: string, agent = CHROME): Deed[] =>
  Array.from({ length: count }, (_, at) => ({ minute: WHEN - 40 + at, ip, agent, result: 'failure' }))

describe('an owner who forgot the password', () => {
  const login: Deed = { minute: WHEN, ip: ABROAD, agent: PHONE }
  it('is no thief after a reset at the same address; whoever finds it by trying is one', async () => {
    const tries = misses(22, ABROAD, PHONE)
    expect(await verdictAfter([...tries, { minute: WHEN - 5, action: 'password-reset', ip: ABROAD, agent: PHONE }, login])).not.toBe(
      'compromised',
    )
    expect(await verdictAfter([...tries, login])).toBe('compromised')
  })
})

describe('a change', () => {
  const changed = (ip: string, agent: string): Deed[] => [
    { minute: WHEN, ip, agent },
    { minute: WHEN + 5, action: 'mfa-enroll', ip, agent },
  ]
  it("abroad proves nothing with the owner's kind of program, and does with a stranger's", async () => {
    expect(await verdictAfter(changed(ABROAD, CHROME))).not.toBe('compromised')
    expect(await verdictAfter(changed(ABROAD, SCRIPT))).toBe('compromised')
    const guesses = Array.from({ length: 8 }, (_, at) => ({
      minute: WHEN - 40 + at,
      ip: `203.0.113.${100 + at}`,
      agent: SCRIPT,
      result: 'failure',
    }))
    expect(await verdictAfter([...guesses, ...changed(ABROAD, CHROME)])).toMatch(/compromised|suspected/)
  })
  it("after wrong passwords on a new telephone at the owner's address is the owner's", async () => {
    const tries = misses(6, HOME, PHONE).map((deed) => ({ ...deed, minute: deed.minute + 35 }))
    expect(await verdictAfter([...tries, ...changed(HOME, PHONE)])).toBeUndefined()
  })
  it("with a new telephone in a new network of the owner's country is a suspicion, abroad a proof", async () => {
    expect(await verdictAfter(changed('198.51.100.7', PHONE))).toBe('suspected')
    expect(await verdictAfter(changed(ABROAD, PHONE))).toBe('compromised')
  })
  it("with a new telephone in a new network is the owner's where the telephone stays", async () => {
    const visits = (days: readonly number[], person: string): Deed[] =>
      days.map((day) => ({ minute: day * DAY + 330, ip: `198.51.100.${person.slice(1)}`, agent: PHONE, person }))
    const others = Array.from({ length: 20 }, (_, at) => visits([4, 6, 8, 9, 11, 13, 15, 16], `u${10 + at}`)).flat()
    const moved = changed('198.51.100.7', PHONE)
    expect(await verdictAfter([...others, ...moved])).toBe('suspected')
    expect(await verdictAfter([...others, ...moved, ...visits([14, 15, 16, 17, 18], VICTIM)])).toBeUndefined()
  })
})
