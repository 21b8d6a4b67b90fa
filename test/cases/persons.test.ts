import { describe, expect, it } from 'vitest'
import { auth0Id, writeAuth0 } from '../../scripts/case-fixtures/auth0.ts'
import { oktaId, writeOkta } from '../../scripts/case-fixtures/okta.ts'
import { attackLine, ATTACK_BROWSER, DAY, MINUTE, personOf, type Deed, type Person } from '../../scripts/case-fixtures/world.ts'
import { parseRoster } from '../../src/knowledge/roster.ts'
import type { CaseAccount, CaseDocument } from '../../src/model/case.ts'
import { accountOf, scanLogs, type Overrides } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const weeks = (person: Person, days = [0, 3, 6, 9, 12, 15, 18]): readonly Deed[] =>
  days.map((day) => ({
    at: START + day * DAY,
    kind: 'login',
    person,
    line: person.home,
    program: person.computer,
    session: `${person.number}d${day}`,
  }))
/** Guessed from one address until it works. */
const guessed = (person: Person): readonly Deed[] => {
  const from = { person, line: attackLine(1), program: ATTACK_BROWSER }
  return [
    ...Array.from({ length: 22 }, (_, index) => ({ ...from, at: START + 19 * DAY + index * 9_000, kind: 'bad-password' })),
    { ...from, at: START + 19 * DAY + 4 * MINUTE, kind: 'login', session: 'guessed' },
  ]
}
const [first, second] = [personOf(1, 'example.jp'), personOf(2, 'example.jp')]
const withMail = (person: Person, mail: string): Person => ({ ...person, mail })

/** The first person is taken over in Okta; what is known of them elsewhere depends on the shop's log. */
const scan = async (shop: readonly Deed[], overrides: Overrides = {}, okta: readonly Deed[] = []): Promise<CaseAccount | undefined> =>
  accountOf(await scanBoth(shop, overrides, okta), oktaId(1))
const scanBoth = (shop: readonly Deed[], overrides: Overrides = {}, okta: readonly Deed[] = []): Promise<CaseDocument> =>
  scanLogs({ 'okta.ndjson': writeOkta([...weeks(first), ...guessed(first), ...okta]), 'shop.ndjson': writeAuth0(shop) }, overrides)
const idsOf = (account: CaseAccount | undefined): readonly string[] | undefined => account?.alsoKnownAs?.map((other) => other.account)

describe('one mail address asserted by two systems', () => {
  it('shows both accounts together, and judges each by its own log', async () => {
    const document = await scanBoth([...weeks(first), ...weeks(second)])
    expect(accountOf(document, oktaId(1))).toMatchObject({
      verdict: 'compromised',
      alsoKnownAs: [{ account: auth0Id(1), provider: 'auth0', tenant: 'example-shop', link: 'email', verdict: null }],
    })
    expect(document.accounts.map(({ account }) => account)).toEqual([oktaId(1)])
    expect(accountOf(document, oktaId(1))?.usual.logins).toBe(7)
  })
  it('tells the verdict of the other account where there is one', async () => {
    const document = await scanBoth([...weeks(first), ...guessed(first)])
    expect(accountOf(document, oktaId(1))?.alsoKnownAs).toMatchObject([{ account: auth0Id(1), verdict: 'compromised' }])
    expect(accountOf(document, auth0Id(1))?.alsoKnownAs).toMatchObject([{ account: oktaId(1), verdict: 'compromised' }])
  })
  it('is the same in capital letters', async () => {
    expect(idsOf(await scan(weeks(withMail(first, first.mail.toUpperCase()))))).toEqual([auth0Id(1)])
  })
  it('is not the same in letters that only look alike, full-width or foreign', async () => {
    for (const mail of [first.mail.replace(/^./, 'ｕ'), first.mail.replace('e', 'е')])
      expect(idsOf(await scan(weeks(withMail(first, mail))))).toBeUndefined()
  })
  it('ties nothing where it was only typed', async () => {
    const typed = weeks(second).map((deed) => ({ ...deed, kind: 'bad-password', person: withMail(second, first.mail) }))
    expect(idsOf(await scan([...weeks(second), ...typed]))).toBeUndefined()
  })
  it('ties nothing where it moved between two accounts of one system', async () => {
    const moved = weeks(withMail(second, first.mail), [16, 17])
    expect(idsOf(await scan([...weeks(first, [0, 3, 6]), ...weeks(second, [1, 2]), ...moved]))).toBeUndefined()
  })
  it('ties nothing where it was given to somebody else in the system that was attacked', async () => {
    const reassigned = weeks(withMail(second, first.mail), [25, 26])
    expect(idsOf(await scan(weeks(first), {}, [...weeks(second, [1]), ...reassigned]))).toBeUndefined()
  })
  it('ties nothing where two accounts differ in the case of their names only', async () => {
    const capital = weeks(withMail(second, first.mail.toUpperCase()))
    expect(idsOf(await scan([...weeks(first), ...capital]))).toBeUndefined()
  })
})

describe('the roster', () => {
  const rosterOf = (text: string): Overrides => ({ lists: { roster: parseRoster(text, 'people.csv', 'UTC') } })
  const shop = [...weeks(withMail(first, 'private@example.net')), ...weeks(second)]

  it('ties accounts that it names in one line', async () => {
    const lists = rosterOf(`account,alias\n${oktaId(1)},private@example.net\n`)
    expect((await scan(shop, lists))?.alsoKnownAs).toMatchObject([{ account: auth0Id(1), link: 'roster', verdict: null }])
  })
  it('ties nothing through a name that two accounts of one system have had', async () => {
    const lists = rosterOf(`account,alias\n${oktaId(1)},private@example.net\n`)
    expect(idsOf(await scan([...shop, ...weeks(withMail(second, 'private@example.net'), [19])], lists))).toBeUndefined()
  })
  it('ties the account that it names by its id, whoever else takes the name', async () => {
    const lists = rosterOf(`account,alias\n${oktaId(1)},private@example.net ${auth0Id(1)}\n`)
    expect(idsOf(await scan([...shop, ...weeks(withMail(second, 'private@example.net'), [19])], lists))).toEqual([auth0Id(1)])
  })
  it('keeps leading zeros and case of ids apart', async () => {
    const lists = rosterOf(`account,alias\n${oktaId(1)},${auth0Id(1).toUpperCase()}x\n`)
    expect(idsOf(await scan(shop, lists))).toBeUndefined()
  })
  it('ties two logs of one kind by ids in signs of another width, unless an account is written so', async () => {
    const login = (id: string, day: number, result = 'success'): string =>
      `2026-10-${String(day).padStart(2, '0')}T03:00:00Z,${id},203.0.113.9,${result}`
    const guesses = Array.from({ length: 30 }, (_, at) => `2026-10-20T03:00:${String(at + 10)}Z,0004${at + 10},198.51.100.9,failure`)
    const portal = ['time,memberid,ip,result', ...[1, 3, 5, 7, 9, 11].map((day) => login('00012', day)), ...guesses]
    const mail = ['time,memberid,ip,result', ...[2, 4, 6, 8].map((day) => login('aoi@example.jp', day))]
    const taken = '2026-10-20T03:01:00Z,00012,198.51.100.9,success'
    const lists = rosterOf('account,alias\n０００１２,aoi@example.jp\n')
    const tied = async (...more: readonly string[]): Promise<readonly string[] | undefined> =>
      idsOf(
        accountOf(
          await scanLogs({ 'portal.csv': [...portal, taken, ...more, ''].join('\n'), 'mail.csv': [...mail, ''].join('\n') }, lists),
          '00012',
        ),
      )
    expect(await tied()).toEqual(['aoi@example.jp'])
    expect(await tied(login('０００１２', 21))).toBeUndefined()
  })
})
