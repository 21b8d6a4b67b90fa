import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const MINUTE_MS = 60_000
const DAY = 24 * 60
const WHEN = 12 * DAY
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/155.0.0.0 Safari/537.36'

/** Lines as the built-in tables know them: of a Japanese home, of Brazilian ones, of a Thai telephone's carrier, of a rented machine. */
const [HOME, BRAZIL, BRAZIL_LATER, THAILAND, RENTED] = ['118.0.4.7', '187.8.118.147', '187.8.99.20', '1.46.5.59', '165.22.20.134']
/** Another line in Japan. */
const HOTEL = '118.1.9.9'

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
/** A Japanese telephone's carrier. */
const CARRIER = '133.106.44.8'

interface Deed {
  readonly minute: number
  readonly ip: string
  readonly session: string
  readonly action?: string
  readonly result?: string
  readonly person?: number
  readonly agent?: string
}

const lineOf = ({ minute, ip, session, action = 'session-use', result = 'success', person = 7, agent = CHROME }: Deed) => ({
  timestamp: new Date(START + minute * MINUTE_MS).toISOString(),
  user_id: `u${person}`,
  action,
  result,
  ip,
  session_id: session,
  user_agent: agent,
})

/** Thirty people who log in at home every day, and what some of them did besides. */
const caseAfter = async (deeds: readonly Deed[]): Promise<CaseDocument> => {
  const days = Array.from({ length: 30 }, (_, person) =>
    Array.from({ length: 20 }, (_unused, day) =>
      lineOf({ minute: day * DAY + person, ip: `118.0.4.${person}`, session: `s${person}-${day}`, action: 'login', person }),
    ),
  ).flat()
  const log = [...days, ...deeds.map(lineOf)].toSorted((left, right) => (left.timestamp < right.timestamp ? -1 : 1))
  return scanLogs({ 'login.ndjson': log.map((line) => JSON.stringify(line)).join('\n') })
}
const verdictAfter = async (deeds: readonly Deed[]): Promise<string | undefined> => accountOf(await caseAfter(deeds), 'u7')?.verdict

/** The session that was begun at home goes on elsewhere. */
const moved = (ip: string, day = 12, person = 7): Deed => ({ minute: day * DAY + person + 20, ip, session: `s${person}-${day}`, person })

/** The same family and system, another version. */
const OTHER_CHROME = CHROME.replace('155', '149')
/** As the application's server calls the provider: no program is told. */
const untold = (deed: Deed): Deed => ({ ...deed, agent: '' })

describe('a session that goes on in another country with its program', () => {
  it('was stolen', async () => {
    expect(await verdictAfter([{ ...moved(BRAZIL), agent: OTHER_CHROME }])).toBe('compromised')
  })
  it('leaves to the owner what was done where it was stolen, also outside the session', async () => {
    const there = { minute: WHEN + 8, ip: HOTEL }
    const stolen = { minute: WHEN + 40, ip: BRAZIL, session: 'trip', agent: OTHER_CHROME }
    const found = await caseAfter([
      { ...there, session: 'trip', action: 'login' },
      { ...there, session: '', action: 'profile-view' },
      stolen,
      { ...stolen, minute: WHEN + 41, action: 'profile-view' },
    ])
    expect(accountOf(found, 'u7')).toMatchObject({
      verdict: 'compromised',
      compromisedAt: new Date(START + stolen.minute * MINUTE_MS).toISOString(),
    })
    // One address to block: the thief's.
    expect(found.steps.find(({ id }) => id === 'case/C2')?.text).toContain("the attack's 1 source,")
  })
  it('is suspected where the program is the very same, version and all', async () => {
    expect(await verdictAfter([moved(BRAZIL)])).toBe('suspected')
  })
  it('says little where sessions of many leap', async () => {
    const others = [1, 2, 3, 4, 5].map((person) => ({ ...moved(`200.${150 + person}.3.9`, 9, person), agent: OTHER_CHROME }))
    expect(await verdictAfter([...others, { ...moved(BRAZIL), agent: OTHER_CHROME }])).toBeUndefined()
  })
  it('is nothing where somebody had tried the password from there before it began', async () => {
    const tried: Deed = { minute: WHEN, ip: BRAZIL, session: '', action: 'login', result: 'failure', agent: OTHER_CHROME }
    expect(await verdictAfter([tried, { ...moved(BRAZIL), agent: OTHER_CHROME }])).toBeUndefined()
  })
  it('was not, where the owner comes with other sessions on other days', async () => {
    expect(await verdictAfter([moved(BRAZIL), moved(BRAZIL_LATER, 15)])).toBeUndefined()
    expect(await verdictAfter([moved(BRAZIL), { ...moved(BRAZIL_LATER, 15), session: 's7-12' }])).toBe('suspected')
  })
  it('proves nothing on the line of a telephone that comes back to where it was', async () => {
    expect(await verdictAfter([moved(THAILAND)])).toBe('suspected')
    expect(await verdictAfter([moved(THAILAND), { minute: WHEN + 60, ip: HOME, session: 's7-12' }])).toBeUndefined()
  })
  it('proves nothing in a network that sessions of many come to on many days', async () => {
    const others = [1, 2, 3, 4, 5].flatMap((person) => [moved(BRAZIL_LATER, 9, person), moved(BRAZIL_LATER, 14, person)])
    expect(await verdictAfter([...others, moved(BRAZIL)])).toBeUndefined()
  })
})

describe("a session that goes on abroad from the line of a telephone's carrier", () => {
  const session = (agent: string, ...deeds: readonly Deed[]): readonly Deed[] =>
    [
      ...[1, 4, 8].map((day): Deed => ({ minute: day * DAY + 500, ip: HOME, session: `h${day}`, action: 'login' })),
      { minute: WHEN + 15, ip: CARRIER, session: 'p', action: 'login' },
      ...deeds,
    ].map((deed) => ({ ...deed, agent }))
  const abroad: Deed = { minute: WHEN + 40, ip: BRAZIL, session: 'p' }
  const change: Deed = { minute: WHEN + 45, ip: BRAZIL, session: 'p', action: 'email-change' }

  it('may be a traveller who found a Wi-Fi; with a change at once it is suspected', async () => {
    expect(await verdictAfter(session(PHONE, abroad))).toBeUndefined()
    expect(await verdictAfter(session(PHONE, abroad, change))).toBe('suspected')
  })
  it('was stolen where it is no telephone that has it', async () => {
    expect(await verdictAfter(session(CHROME, abroad))).toBe('suspected')
  })
})

describe('a session that goes on at a rented machine', () => {
  const change: Deed = { minute: WHEN + 30, ip: RENTED, session: 's7-12', action: 'email-change' }
  it('may be a VPN; with a change at once it is suspected, unless people of this log go out there', async () => {
    expect(await verdictAfter([moved(RENTED)])).toBeUndefined()
    expect(await verdictAfter([moved(RENTED), change])).toBe('suspected')
    const users = [1, 2].flatMap((person) => [moved('165.22.20.9', 9, person), moved('165.22.20.9', 14, person)])
    expect(await verdictAfter([...users, moved(RENTED), change])).toBeUndefined()
  })
})

describe('a session of which some records tell no program', () => {
  const mail = 'Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17328)'
  const otherLine = '126.16.1.9'
  it('has not changed it where the first one is told', async () => {
    const begun: Deed = { minute: WHEN + 60, ip: HOME, session: 'quiet' }
    expect(await verdictAfter([untold(begun), { ...begun, minute: WHEN + 300, ip: otherLine, agent: mail }])).toBeUndefined()
  })
  it('has, where one was told before', async () => {
    const begun: Deed = { minute: WHEN + 60, ip: HOME, session: 'told' }
    const later = { ...begun, minute: WHEN + 300, ip: otherLine, agent: PHONE }
    expect(await verdictAfter([begun, untold({ ...begun, minute: WHEN + 90 }), later])).toBe('compromised')
  })
})
