import { describe, expect, it } from 'vitest'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const MINUTE_MS = 60_000
const DAY = 24 * 60
const WHEN = 12 * DAY + 300
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'
const SCRIPT = 'python-requests/2.32.3'
const ABROAD = '203.0.113.5'

interface Deed {
  readonly person: string
  readonly minute: number
  readonly ip: string
  readonly agent?: string
  readonly action?: string
  readonly result?: string
}

/** By the first number of an address. */
const PLACES: Readonly<Record<string, { readonly country: string; readonly asn: number }>> = {
  192: { country: 'JP', asn: 64500 },
  198: { country: 'JP', asn: 64505 },
  203: { country: 'BR', asn: 64510 },
}

const lineOf = ({ person, minute, ip, agent = CHROME, action = 'login', result = 'success' }: Deed) => ({
  timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
  user_id: person,
  action,
  result,
  reason: result === 'failure' ? 'bad-password' : undefined,
  ip,
  ...PLACES[ip.split('.')[0] ?? ''],
  user_agent: agent,
})

/** Forty people who log in every day, and now and then from elsewhere. */
const REGULARS: readonly Deed[] = Array.from({ length: 40 }, (_, at): readonly Deed[] => {
  const person = `u${at}`
  const days = Array.from({ length: 20 }, (_unused, day): Deed => ({ person, minute: day * DAY + at * 7, ip: `192.0.2.${at}` }))
  const elsewhere = [2, 6, 10, 14].map((day): Deed => ({
    person,
    minute: day * DAY + 400 + at * 11,
    ip: `198.51.100.${at * 4 + (day - 2) / 4}`,
  }))
  return [...days, ...elsewhere]
}).flat()

const verdictOf = async (person: string, deeds: readonly Deed[]): Promise<string | undefined> => {
  const log = [...REGULARS, ...deeds].toSorted((left, right) => left.minute - right.minute).map(lineOf)
  return accountOf(await scanLogs({ 'login.ndjson': log.map((line) => JSON.stringify(line)).join('\n') }), person)?.verdict
}

describe('who was never seen before, comes from a strange place, and changes the mail address at once', () => {
  const newcomer = (person: string, minute: number, ip: string, isChanging: boolean): readonly Deed[] => [
    { person, minute, ip },
    ...(isChanging ? [{ person, minute: minute + 4, ip, action: 'email-change' }] : []),
  ]
  const others = (isChanging: (at: number) => boolean): readonly Deed[] =>
    Array.from({ length: 200 }, (_, at) => newcomer(`n${at}`, at * 130, `198.51.100.${at}`, isChanging(at))).flat()
  const strange = newcomer('victim', WHEN, ABROAD, true)

  it('is suspected where newcomers do nothing of the kind', async () => {
    expect(await verdictOf('victim', [...others(() => false), ...strange])).toBe('suspected')
  })
  it('is not where every third has something to set right', async () => {
    expect(await verdictOf('victim', [...others((at) => at % 3 === 0), ...strange])).not.toBe('suspected')
  })
})

describe('a login with all of it strange, after a few passwords that were tried at other addresses', () => {
  const [VICTIM, LOGIN_MINUTE] = ['u7', WHEN]
  const tries: readonly Deed[] = [100, 101, 102, 103].map((line, at) => ({
    person: VICTIM,
    minute: LOGIN_MINUTE - 20 + at * 4,
    ip: `203.0.113.${line}`,
    agent: SCRIPT,
    result: 'failure',
  }))
  const login: Deed = { person: VICTIM, minute: LOGIN_MINUTE, ip: ABROAD }

  it('is suspected, though nothing was changed', async () => {
    expect(await verdictOf(VICTIM, [...tries, login])).toBe('suspected')
    expect(await verdictOf(VICTIM, [login])).not.toBe('suspected')
  })
  it('is not where a list tried everybody on that day', async () => {
    const list = tries.flatMap(({ ip, minute }, at) =>
      Array.from({ length: 30 }, (_, name) => ({
        person: `list${at}-${name}`,
        minute: minute + name * 0.05,
        ip,
        agent: SCRIPT,
        result: 'failure',
      })),
    )
    expect(await verdictOf(VICTIM, [...tries, ...list, login])).not.toMatch(/suspected|compromised/)
  })
})
