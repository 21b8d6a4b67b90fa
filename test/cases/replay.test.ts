import { describe, expect, it } from 'vitest'
import { oktaId, writeOkta } from '../../scripts/case-fixtures/okta.ts'
import { attackLine, ATTACK_BROWSER, DAY, HONOLULU, HOUR, MINUTE, personOf, type Deed } from '../../scripts/case-fixtures/world.ts'
import { accountOf, affectedOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const PEOPLE = Array.from({ length: 6 }, (_, index) => personOf(index + 1, 'example.jp'))
const VICTIM = PEOPLE[4] as (typeof PEOPLE)[number]

/** Everybody logs in twice a day from home. */
const everyday = (days: number): readonly Deed[] =>
  PEOPLE.flatMap((person) =>
    Array.from({ length: days * 2 }, (_, index): Deed => ({
      at: START + index * 12 * HOUR + person.number * 7 * MINUTE,
      kind: 'login',
      person,
      line: person.home,
      program: person.computer,
      session: `${person.number}x${index}`,
    })),
  )

/** On day 3 a list is tried and hits once. The same thief comes back to the account on days 6 and 9. */
const TAKEOVER = START + 3 * DAY + 5 * HOUR
const from = { person: VICTIM, line: attackLine(0), program: ATTACK_BROWSER }
const theft: readonly Deed[] = [
  ...Array.from({ length: 30 }, (_, index): Deed => ({
    at: TAKEOVER + index * 9000,
    kind: 'unknown',
    typed: `name${index}@example.net`,
    line: attackLine(0),
    program: ATTACK_BROWSER,
  })),
  { ...from, at: TAKEOVER + 6 * MINUTE, kind: 'login', session: 'theft' },
  ...[3, 6].map((later): Deed => ({ ...from, at: TAKEOVER + later * DAY, kind: 'login', session: `back${later}` })),
]

const upTo = (day: number): string => writeOkta([...everyday(14), ...theft].filter(({ at }) => at < START + (day + 1) * DAY))

describe('a takeover on day 3 of fourteen', () => {
  it('is found in the whole log, with the later visits', async () => {
    const document = await scanLogs({ 'okta.ndjson': upTo(14) })
    expect(accountOf(document, oktaId(VICTIM.number))?.verdict).toBe('compromised')
    expect([...new Set(document.sessions.map(({ start }) => start.slice(0, 10)))]).toEqual(['2026-10-04', '2026-10-07', '2026-10-10'])
    expect(accountOf(document, oktaId(VICTIM.number))?.usual.networks).not.toContain('Example Rack (AS64505)')
  })
  it('is found in each growing export from then on, and in none before', async () => {
    const verdicts: (string | undefined)[] = []
    for (let day = 0; day < 14; day += 1) {
      const document = await scanLogs({ 'okta.ndjson': upTo(day) })
      verdicts.push(accountOf(document, oktaId(VICTIM.number))?.verdict)
      expect(affectedOf(document).length).toBe(day < 3 ? 0 : 1)
    }
    expect(verdicts).toEqual([...Array.from({ length: 3 }, () => undefined), ...Array.from({ length: 11 }, () => 'compromised')])
  }, 120_000)
  it('with all successes deleted leaves nobody safe and nobody merely tried', async () => {
    const members: readonly Deed[] = PEOPLE.map((person, index) => ({
      at: TAKEOVER + 5 * MINUTE + index * 9000,
      kind: 'bad-password',
      person,
      line: attackLine(0),
      program: ATTACK_BROWSER,
    }))
    const log = writeOkta([...theft, ...members].toSorted((left, right) => left.at - right.at).filter(({ kind }) => kind !== 'login'))
    const document = await scanLogs({ 'okta.ndjson': log })
    expect(document.summary.accounts.targeted).toBe(0)
    expect(document.accounts.every(({ verdict }) => verdict === 'undetermined')).toBe(true)
    expect(document.summary.headline.messageId).toBe('headline.undetermined')
  })
})

describe('after a hit', () => {
  const buyer: Deed = {
    person: VICTIM,
    line: { ...VICTIM.home, ip: '192.0.2.177' },
    program: ATTACK_BROWSER,
    at: TAKEOVER + 4 * DAY,
    kind: 'login',
    session: 'buyer',
  }
  const checker = theft.filter(({ at }) => at < TAKEOVER + DAY)
  const scan = (deeds: readonly Deed[]) =>
    scanLogs({ 'okta.ndjson': writeOkta([...everyday(14), ...checker, ...deeds].toSorted((left, right) => left.at - right.at)) })
  const starts = (document: Awaited<ReturnType<typeof scan>>): readonly string[] => [
    ...new Set(document.sessions.map(({ start }) => start.slice(0, 10))),
  ]

  it('a later login from next door with another program inherits the suspicion, and the owner at home does not', async () => {
    const document = await scan([buyer])
    expect(starts(document)).toEqual(['2026-10-04', '2026-10-08'])
    expect(accountOf(document, oktaId(VICTIM.number))?.reasons.map(({ messageId }) => messageId)).toContain('reason.later-sessions')
  })
  it('not after the owner changed the password at home', async () => {
    const reset: Deed = { person: VICTIM, line: VICTIM.home, program: VICTIM.computer, at: TAKEOVER + 2 * DAY, kind: 'password-change' }
    expect(starts(await scan([reset, buyer]))).toEqual(['2026-10-04'])
  })
  it('without one, the same login is nobody else, nor is a journey with the usual program', async () => {
    const journey: Deed = {
      person: VICTIM,
      line: HONOLULU,
      program: VICTIM.computer,
      at: TAKEOVER + 6 * DAY,
      kind: 'login',
      session: 'journey',
    }
    const document = await scanLogs({
      'okta.ndjson': writeOkta([...everyday(14), buyer, journey].toSorted((left, right) => left.at - right.at)),
    })
    expect(affectedOf(document)).toEqual([])
  })
})

describe('a password found by trying', () => {
  const newcomer = personOf(40, 'example.jp')
  const tries = (count: number, lines: number, pause: (index: number) => number): readonly Deed[] =>
    Array.from({ length: count }, (_, index): Deed => ({
      person: newcomer,
      line: { ...attackLine(index % lines), asn: 64505 + (index % lines) * 7, org: `Example Host ${index % lines}` },
      program: ATTACK_BROWSER,
      at: START + 6 * DAY + pause(index),
      kind: 'bad-password',
    }))
  const success = (deeds: readonly Deed[], line: Deed['line']): Deed => ({
    person: newcomer,
    line,
    program: ATTACK_BROWSER,
    at: (deeds.at(-1)?.at ?? 0) + 30_000,
    kind: 'login',
    session: 'in',
  })
  const verdict = async (deeds: readonly Deed[], line: Deed['line']): Promise<string | undefined> => {
    const document = await scanLogs({
      'okta.ndjson': writeOkta([...everyday(14), ...deeds, success(deeds, line)].toSorted((left, right) => left.at - right.at)),
    })
    return accountOf(document, oktaId(newcomer.number))?.verdict
  }
  it('in several networks within minutes is somebody else, also on an account without a past', async () => {
    expect(
      await verdict(
        tries(6, 6, (index) => index * 20_000 + (index % 3) * 5000),
        attackLine(9),
      ),
    ).toBe('compromised')
  })
  it('two hundred times at one address, at no steady pace: no owner does that', async () => {
    expect(
      await verdict(
        tries(200, 1, (index) => index * 20_000 + (index % 7) * 9000),
        attackLine(0),
      ),
    ).toBe('compromised')
  })
  it('by a program that keeps time with an old password until it is mended: not compromised', async () => {
    expect(
      await verdict(
        tries(200, 1, (index) => index * 300_000),
        attackLine(0),
      ),
    ).not.toBe('compromised')
  })
})
