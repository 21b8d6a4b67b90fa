import { describe, expect, it } from 'vitest'
import { affectedOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const MINUTE_MS = 60_000
const HOUR = 60
const DAY = 24 * HOUR
const NIGHT = 12 * DAY + 17 * HOUR
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'
const EDGE = `${CHROME} Edg/155.0.0.0`
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
/** As the built-in tables know them: rented machines, a Japanese carrier's address, a home that nobody of this log has. */
const [RENTED, CARRIER, OTHER_HOME] = ['165.22.20.134', '133.106.44.8', '126.16.1.9']

interface Deed {
  readonly minute: number
  readonly person?: number | string
  readonly ip?: string
  readonly agent?: string
  readonly action?: string
  readonly result?: string
  readonly reason?: string
  readonly session?: string
}

const homeOf = (person: number): string => `118.0.4.${person}`

const lineOf = ({ minute, person = 7, ip, agent = CHROME, action = 'login', result = 'success', reason, session }: Deed) => ({
  timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
  user_id: typeof person === 'string' ? person : `u${person}`,
  action,
  result,
  reason: reason ?? (result === 'failure' ? 'bad-password' : undefined),
  ip: ip ?? (typeof person === 'string' ? undefined : homeOf(person)),
  session_id: session,
  user_agent: agent,
})

/** Thirty people log in at home every day but the last, and what else there was. */
const verdictsAfter = async (deeds: readonly Deed[], days = 20): Promise<readonly (readonly [string, string])[]> => {
  const mornings = Array.from({ length: 30 }, (_, person) =>
    Array.from({ length: days }, (_unused, day) => lineOf({ minute: day * DAY + person * 3, person })),
  ).flat()
  const log = [...mornings, ...deeds.map(lineOf)].toSorted((left, right) => (left.timestamp < right.timestamp ? -1 : 1))
  const document = await scanLogs({ 'login.ndjson': log.map((line) => JSON.stringify(line)).join('\n') })
  return affectedOf(document).map(({ account, verdict }) => [account, verdict] as const)
}

const missed = (minute: number, deed: Omit<Deed, 'minute'> = {}): Deed => ({ minute, result: 'failure', ...deed })

describe('an address that attacked', () => {
  /** A list of forty names, tried within an hour. */
  const list = (ip: string, agent = EDGE): readonly Deed[] =>
    Array.from({ length: 40 }, (_, index) => missed(NIGHT + index, { person: `nobody${index}`, ip, agent }))

  it('got in with what it tried with', async () => {
    expect(await verdictsAfter([...list(RENTED), { minute: NIGHT + 41, ip: RENTED, agent: EDGE }])).toEqual([['u7', 'compromised']])
  })
  it('is only somewhere that a session goes on: that needs no password', async () => {
    const begun: Deed = { minute: NIGHT - 30, agent: EDGE, session: 'mine' }
    const on: Deed = { minute: NIGHT + 41, ip: OTHER_HOME, agent: EDGE, session: 'mine', action: 'session-use' }
    expect(await verdictsAfter([...list(OTHER_HOME), begun, on])).toEqual([])
  })
  it("is another's within the hour where it is a cellular carrier's", async () => {
    const before: Deed = { minute: NIGHT - 5 * DAY, agent: PHONE }
    const later = (minute: number): Deed => ({ minute, ip: CARRIER, agent: PHONE })
    expect(await verdictsAfter([before, ...list(CARRIER, PHONE), later(NIGHT + 41)])).not.toEqual([])
    expect(await verdictsAfter([before, ...list(CARRIER, PHONE), later(NIGHT + 30 * HOUR)])).toEqual([])
  })
})

describe('a reset on the telephone', () => {
  const stranger: Omit<Deed, 'minute'> = { ip: CARRIER, agent: PHONE }
  const reset = (minute: number): readonly Deed[] => [
    { minute: minute + 6, action: 'password-reset', ...stranger },
    { minute: minute + 7, ...stranger },
    { minute: minute + 9, action: 'email-change', ...stranger },
  ]
  it('by somebody who has only the mailbox takes the account over', async () => {
    expect((await verdictsAfter([{ minute: NIGHT, action: 'password-reset-request', ...stranger }, ...reset(NIGHT)])).length).toBe(1)
  })
})

describe('guessing at one account from many places', () => {
  const guesses = (from: number, count: number, pause = 2): readonly Deed[] =>
    Array.from({ length: count }, (_, index) => missed(from + index * pause, { ip: `187.8.${index % 40}.9`, agent: EDGE }))
  const found: Deed = { minute: NIGHT + 82, ip: '187.8.77.9', agent: EDGE }

  it('found the password where it ends with a success', async () => {
    expect(await verdictsAfter([...guesses(NIGHT, 40), found])).toEqual([['u7', 'compromised']])
  })
  it('found it also after a pause that is as long as others', async () => {
    const slow = guesses(NIGHT - 40 * 35, 40, 35)
    expect(await verdictsAfter([...slow, { ...found, minute: NIGHT + 100 }])).toEqual([['u7', 'compromised']])
  })
  it('is no program that tries an old password every hour from a home with two addresses', async () => {
    const retries = Array.from({ length: 24 }, (_, hour) =>
      missed(NIGHT - (24 - hour) * HOUR, { person: 41, ip: hour % 2 === 0 ? '118.0.9.41' : '118.0.9.99', agent: EDGE }),
    )
    expect(await verdictsAfter([...retries, { minute: NIGHT + 5, person: 41, ip: OTHER_HOME, agent: PHONE }])).toEqual([])
  })
  it('has not found it where it goes on: the owner looked in with a program of the same kind', async () => {
    const owner: Deed = { minute: NIGHT + 82, ip: OTHER_HOME, agent: CHROME }
    expect(await verdictsAfter([...guesses(NIGHT, 40), ...guesses(NIGHT + 84, 40), owner])).toEqual([])
  })
})
