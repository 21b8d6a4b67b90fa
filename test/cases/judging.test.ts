import { describe, expect, it } from 'vitest'
import { oktaId, writeOkta } from '../../scripts/case-fixtures/okta.ts'
import { writeSshd } from '../../scripts/case-fixtures/sshd.ts'
import {
  attackLine,
  ATTACK_BROWSER,
  DAY,
  HONOLULU,
  MINUTE,
  OFFICE,
  personOf,
  SCRIPT,
  type Deed,
  type Person,
} from '../../scripts/case-fixtures/world.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanCase, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const WHEN = START + 19 * DAY
const OWNER = personOf(5, 'example.jp')
const ADMIN = personOf(90, 'example.jp')

const loginsOf = (person: Person, days: readonly number[]): readonly Deed[] =>
  days.map((day) => ({
    at: START + day * DAY,
    kind: 'login',
    person,
    line: person.home,
    program: person.computer,
    session: `${person.number}d${day}`,
  }))
const PAST = [0, 3, 6, 9, 12, 15, 18]
const scan = (deeds: readonly Deed[], past: readonly number[] = PAST): Promise<CaseDocument> =>
  scanLogs({ 'okta.ndjson': writeOkta([...loginsOf(OWNER, past), ...deeds]) })
const verdictOf = (document: CaseDocument): string | undefined => accountOf(document, oktaId(OWNER.number))?.verdict
const reasonsOf = (document: CaseDocument): readonly string[] =>
  accountOf(document, oktaId(OWNER.number))?.reasons.map(({ messageId }) => messageId) ?? []

const elsewhere = { person: OWNER, line: attackLine(0), program: ATTACK_BROWSER }
const prompts = (kinds: readonly string[], from: Omit<Deed, 'at' | 'kind'> = elsewhere): readonly Deed[] =>
  kinds.map((kind, index) => ({ ...from, at: WHEN + index * MINUTE, kind }))

describe('two places too far apart', () => {
  const home: Deed = { at: WHEN - 5 * 60 * MINUTE, kind: 'login', person: OWNER, line: OWNER.home, program: OWNER.phone }
  const away: Deed = { at: WHEN, kind: 'login', person: OWNER, line: attackLine(0), program: OWNER.phone }

  it('with the same new telephone: not enough to say that somebody else was in', async () => {
    const document = await scan([home, away])
    expect(document.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toContain('impossible-travel medium')
    expect(verdictOf(document)).not.toBe('compromised')
  })
  it('with another program, new to the account: suspected, since VPNs and tables of places make such journeys, too', async () => {
    const document = await scan([home, { ...away, program: ATTACK_BROWSER }])
    expect(verdictOf(document)).toBe('suspected')
    expect(reasonsOf(document)).toContain('reason.impossible-travel')
  })
  it('with another program, where so little came before that any would be new: suspected', async () => {
    const document = await scan([home, { ...away, program: ATTACK_BROWSER }], [18])
    expect(verdictOf(document)).toBe('suspected')
    expect(reasonsOf(document)).toContain('reason.impossible-travel')
  })
})

describe('prompts refused and one approved', () => {
  it('from a new country and program: somebody else was in, although they were fewer than a storm', async () => {
    const document = await scan(prompts(['push-denied', 'push-denied', 'push-approved', 'login']))
    expect(verdictOf(document)).toBe('compromised')
    expect(accountOf(document, oktaId(5))?.reasons[0]).toMatchObject({
      messageId: 'reason.mfa-denials-then-approval',
      data: { denials: 2, country: 'RO' },
    })
  })
  it('after a single refusal: suspected', async () => {
    expect(verdictOf(await scan(prompts(['push-denied', 'push-approved'])))).toBe('suspected')
  })
  it('after a single refusal with the usual program, as a traveller may: not listed', async () => {
    expect(
      verdictOf(await scan(prompts(['push-denied', 'push-approved'], { person: OWNER, line: HONOLULU, program: OWNER.computer }))),
    ).toBeUndefined()
  })
  it('from a new address of the usual network, with a factor enrolled at once: suspected', async () => {
    const near = { person: OWNER, line: { ...OWNER.home, ip: '192.0.2.199' }, program: OWNER.computer }
    expect(verdictOf(await scan(prompts(['push-denied', 'push-approved', 'factor-added'], near)))).toBe('suspected')
    expect(verdictOf(await scan(prompts(['push-denied', 'push-approved'], near)))).toBeUndefined()
  })
  it('from home: nobody', async () => {
    const home = { person: OWNER, line: OWNER.home, program: OWNER.computer }
    expect(
      verdictOf(await scan(prompts(['push-denied', 'push-denied', 'push-denied', 'push-approved', 'factor-added'], home))),
    ).toBeUndefined()
  })
  it('refused to the end from a new place: nobody got in, the password is known', async () => {
    const document = await scan(prompts(['push-denied', 'push-denied']))
    expect(accountOf(document, oktaId(5))).toMatchObject({
      verdict: 'targeted',
      class: null,
      flags: ['passwordKnown', 'mailboxAtRisk'],
      sessions: [],
    })
  })
})

describe('an administrator', () => {
  /** Okta names the acting administrator as the actor and the member as the target. */
  const byAdmin = (log: string): string =>
    log
      .split('\n')
      .map((line) =>
        /update_primary_email|factor\.activate/.test(line)
          ? line.replace(`"actor":{"id":"${oktaId(5)}"`, `"actor":{"id":"${oktaId(90)}"`)
          : line,
      )
      .join('\n')
  const change = (line: Deed['line']): readonly Deed[] => [
    { at: WHEN, kind: 'email-change', person: OWNER, line, program: ADMIN.computer },
    { at: WHEN + MINUTE, kind: 'factor-added', person: OWNER, line, program: ADMIN.computer },
  ]
  const log = writeOkta([...loginsOf(OWNER, PAST), ...loginsOf(ADMIN, PAST), ...change(attackLine(0))])

  it('who changes an account from elsewhere accuses nobody', async () => {
    expect((await scanLogs({ 'okta.ndjson': byAdmin(log) })).accounts).toEqual([])
  })
  it('is not meant where the account changes itself from there', async () => {
    expect(verdictOf(await scanLogs({ 'okta.ndjson': log }))).toBe('compromised')
  })
})

describe('what is done after the login', () => {
  it('stands in the session, in the reasons and in the class', async () => {
    const document = await scanCase('shop-csv')
    const account = document.accounts.find(({ class: harm }) => harm === 'C')
    expect(account?.reasons.find(({ data }) => data['action'] === 'points-use')?.data['count']).toBe(2)
    expect(document.sessions.find(({ id }) => account?.sessions.includes(id))?.actions.map(({ action }) => action)).toEqual([
      'login',
      'profile-view',
      'points-use',
      'points-use',
    ])
  })
  it('is found in another system by the address alone', async () => {
    const document = await scanCase('entra-mfa-fatigue')
    const acts = document.sessions
      .filter(({ ips }) => ips.includes('203.0.113.11'))
      .flatMap(({ actions }) => actions.map(({ action }) => action))
    expect(acts).toEqual(expect.arrayContaining(['login', 'message-read', 'forwarding-change']))
  })
  it('leaves out what the owner did before and after', async () => {
    const document = await scan([
      ...Array.from({ length: 22 }, (_, index): Deed => ({
        ...elsewhere,
        at: WHEN + index * 8_000 + (index % 3) * 900,
        kind: 'bad-password',
      })),
      { ...elsewhere, at: WHEN + 4 * MINUTE, kind: 'login', session: 'bad' },
      { at: WHEN + DAY, kind: 'email-change', person: OWNER, line: OWNER.home, program: OWNER.computer, session: 'own' },
    ])
    expect(accountOf(document, oktaId(5))).toMatchObject({ verdict: 'compromised', class: 'A' })
    expect(document.sessions.map(({ ips }) => ips)).toEqual([['203.0.113.10']])
  })
})

describe('little past', () => {
  const guesses = (count: number, line: Deed['line'], who: Partial<Deed>): readonly Deed[] =>
    Array.from({ length: count }, (_, index) => ({
      at: WHEN + index * 9_000 + (index % 4) * 1_900,
      kind: 'bad-password',
      line,
      program: SCRIPT,
      ...who,
    }))

  it('and a success after a dozen failures from the same unknown address: the log cannot tell', async () => {
    const others = loginsOf(personOf(2, 'example.net'), PAST).map((deed): Deed => ({ ...deed, kind: 'key' }))
    const log = writeSshd([
      ...others,
      ...guesses(12, attackLine(3), { typed: 'kept' }),
      { at: WHEN + 3 * MINUTE, kind: 'password', typed: 'kept', line: attackLine(3), program: SCRIPT },
    ])
    const document = await scanLogs({ 'auth.log': log })
    expect(accountOf(document, 'kept')?.verdict).toBe('undetermined')
    expect(accountOf(document, 'kept')?.reasons.map(({ messageId }) => messageId)).toContain('reason.no-history')
  })
  const changedAtOnce: readonly Deed[] = [
    { ...elsewhere, at: WHEN + 2 * MINUTE, kind: 'login', session: 'new' },
    { ...elsewhere, at: WHEN + 3 * MINUTE, kind: 'email-change', session: 'new' },
  ]
  it('and a change of mail at once: undetermined, also after a few passwords that were tried as an owner does who is back after a long time', async () => {
    expect(verdictOf(await scan(changedAtOnce, []))).not.toBe('suspected')
    expect(verdictOf(await scan([...guesses(5, attackLine(0), elsewhere), ...changedAtOnce], []))).toBe('undetermined')
  })
  it('and a change of mail at once: suspected after passwords that were tried with another program, elsewhere, or more often', async () => {
    const tried = [guesses(5, attackLine(0), { person: OWNER }), guesses(5, attackLine(1), { ...elsewhere, line: attackLine(1) })]
    for (const tries of [...tried, guesses(10, attackLine(0), elsewhere)]) {
      const document = await scan([...tries, ...changedAtOnce], [])
      expect(verdictOf(document)).toBe('suspected')
      expect(reasonsOf(document)).toContain('reason.change-after-login')
    }
  })
  it('makes no suspect of a new customer on a new line', async () => {
    expect(verdictOf(await scan([{ ...elsewhere, at: START + 2 * DAY, kind: 'login', session: 'new' }], [0, 1]))).toBeUndefined()
  })
  it('does not excuse a success from a campaign', async () => {
    const list = Array.from({ length: 24 }, (_, index): Deed => ({
      at: WHEN + index * 10_000,
      kind: 'unknown',
      typed: `u${index}@example.net`,
      line: attackLine(0),
      program: ATTACK_BROWSER,
    }))
    const document = await scan([...list, { ...elsewhere, at: WHEN + 4 * MINUTE, kind: 'login', session: 'hit' }], [18])
    expect(verdictOf(document)).toBe('compromised')
    expect(reasonsOf(document)).toEqual(['reason.success-from-attack-source', 'reason.thin-history'])
  })
})

describe('a list that hits at its first try', () => {
  const list = Array.from({ length: 24 }, (_, index): Deed => ({
    at: WHEN + index * 10_000,
    kind: 'unknown',
    typed: `u${index}@example.net`,
    line: attackLine(0),
    program: ATTACK_BROWSER,
  }))
  const before = (program: Deed['program']): readonly Deed[] => [
    { ...elsewhere, at: WHEN - 10_000, kind: 'login', session: 'first', program },
    ...list,
  ]

  it('got in, although nothing had failed yet', async () => {
    const document = await scan(before(ATTACK_BROWSER))
    expect(verdictOf(document)).toBe('compromised')
    expect(reasonsOf(document)).toContain('reason.success-from-attack-source')
    expect(document.campaigns[0]?.compromised).toEqual([oktaId(5)])
  })
  it('is not what a login with another program from there is', async () => {
    expect(reasonsOf(await scan(before(OWNER.computer)))).not.toContain('reason.success-from-attack-source')
  })
})

describe('the owner after many failures', () => {
  const misses = (from: Omit<Deed, 'at' | 'kind'>, count = 14): readonly Deed[] => [
    ...Array.from({ length: count }, (_, index): Deed => ({
      ...from,
      at: WHEN + index * 14_000 + (index % 5) * 2_700,
      kind: 'bad-password',
    })),
    { ...from, at: WHEN + 6 * MINUTE + count * 1000, kind: 'login', session: 'at-last' },
  ]
  it('at home is not listed, and home is no attack source', async () => {
    const document = await scan(misses({ person: OWNER, line: OWNER.home, program: OWNER.computer }))
    expect(document.accounts).toEqual([])
    expect(document.campaigns).toEqual([])
  })
  it('on a new address of the usual network, with the usual program, neither', async () => {
    const document = await scan(misses({ person: OWNER, line: { ...OWNER.home, ip: '192.0.2.198' }, program: OWNER.computer }))
    expect(document.accounts).toEqual([])
    expect(document.campaigns).toEqual([])
  })
  it('has no alibi for a long run in a network and with a program that the account has on later days only', async () => {
    const neighbour = { person: OWNER, line: { ...OWNER.home, ip: '192.0.2.198' }, program: OWNER.computer }
    expect(verdictOf(await scan([...misses(neighbour, 26), ...loginsOf(OWNER, [22, 25])], []))).toBe('suspected')
    expect(verdictOf(await scan([...misses(neighbour), ...loginsOf(OWNER, [22, 25])], []))).toBe('undetermined')
  })
  it('but with another program in another country is somebody else', async () => {
    expect(verdictOf(await scan(misses(elsewhere)))).toBe('compromised')
  })
})

describe('a program that keeps an old password', () => {
  const HOUR = 60 * MINUTE
  /** For two and a half days, at no steady pace. */
  const retries = (line: Deed['line']): readonly Deed[] =>
    Array.from({ length: 60 }, (_, index): Deed => ({
      at: WHEN - 6 * DAY + index * HOUR + (index % 7) * 6 * MINUTE,
      kind: 'bad-password',
      person: OWNER,
      line,
      program: SCRIPT,
    }))
  const login = (at: number, line: Deed['line'], program: Deed['program']): Deed => ({
    at,
    kind: 'login',
    person: OWNER,
    line,
    program,
    session: 'in',
  })

  it('makes no attack of the line on which its owner gets in days later with another one', async () => {
    const document = await scan([...retries(OWNER.home), login(WHEN, OWNER.home, OWNER.computer)], [])
    expect(document.accounts).toEqual([])
    expect(document.campaigns).toEqual([])
  })
  it('nor where it goes on although somebody got in', async () => {
    const document = await scan([...retries(OWNER.home), login(WHEN - 4.5 * DAY, OWNER.home, OWNER.computer)], [])
    expect(document.accounts).toEqual([])
  })
  it('but what gets in itself after as many misses has guessed', async () => {
    const found = login(WHEN - 3.4 * DAY, attackLine(0), SCRIPT)
    expect(verdictOf(await scan([...retries(attackLine(0)), found], []))).toBe('suspected')
  })
  it('and a network that is strange to the account is not excused by waiting', async () => {
    const document = await scan([...retries(attackLine(0)), login(WHEN, attackLine(0), ATTACK_BROWSER)], [0, 3, 6])
    expect(verdictOf(document)).toBe('suspected')
  })
})

describe('a line that the staff uses', () => {
  it('is no new context; the same change from a line of its own is', async () => {
    const calls = await scanCase('call-centre')
    expect(calls.accounts).toEqual([])
    expect(calls.sessions).toEqual([])
    const one = await scan([
      {
        person: OWNER,
        line: { ...OFFICE, country: 'NL', countryName: 'Netherlands' },
        program: ATTACK_BROWSER,
        at: WHEN,
        kind: 'login',
        session: 'one',
      },
      {
        person: OWNER,
        line: { ...OFFICE, country: 'NL', countryName: 'Netherlands' },
        program: ATTACK_BROWSER,
        at: WHEN + 4 * MINUTE,
        kind: 'email-change',
        session: 'one',
      },
    ])
    expect(verdictOf(one)).toBe('compromised')
  })
})
