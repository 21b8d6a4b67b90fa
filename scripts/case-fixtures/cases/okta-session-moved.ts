import { normalUse } from '../benign.ts'
import type { CaseFixture } from '../case-fixture.ts'
import { oktaId, writeOkta } from '../okta.ts'
import { ATTACK_BROWSER, attackLine, createDice, DAY, HOUR, MINUTE, peopleOf, type Deed, type Person } from '../world.ts'

const START = Date.UTC(2026, 9, 5)
const PEOPLE = peopleOf(14, 'example.org')
const person = (number: number): Person => PEOPLE[number - 1] as Person
const [ROBBED, COMMUTER] = [person(5), person(8)]
const THEFT = START + 18 * DAY + 5 * HOUR

const benign = (): readonly Deed[] => normalUse(PEOPLE, { from: START, days: 17, logins: () => 6, after: ['app', 'app'] }, createDice(99))

/** The cookie of a session in use is used by somebody else, without a login; the owner keeps working meanwhile. */
const stolen = (): readonly Deed[] => {
  const own = { person: ROBBED, line: ROBBED.home, program: ROBBED.computer, session: 'robbed1' }
  const thief = { person: ROBBED, line: attackLine(2), program: ATTACK_BROWSER, session: 'robbed1' }
  return [
    { ...own, at: THEFT, kind: 'login' },
    { ...own, at: THEFT + MINUTE, kind: 'app', detail: 'Shop - Back office' },
    { ...own, at: THEFT + 20 * MINUTE, kind: 'app', detail: 'Shop - Back office' },
    { ...thief, at: THEFT + 31 * MINUTE, kind: 'app', detail: 'Shop - Back office' },
    { ...thief, at: THEFT + 33 * MINUTE, kind: 'app', detail: 'Shop - Customer list' },
    { ...thief, at: THEFT + 35 * MINUTE, kind: 'factor-added' },
    { ...own, at: THEFT + 52 * MINUTE, kind: 'app', detail: 'Shop - Back office' },
  ]
}

/** A phone leaves the house: one session, home line, then the carrier's. */
const commute = (): readonly Deed[] => {
  const way = { person: COMMUTER, program: COMMUTER.phone, session: 'commute1' }
  return [
    { ...way, at: THEFT - 3 * HOUR, kind: 'login', line: COMMUTER.home },
    { ...way, at: THEFT - 2.5 * HOUR, kind: 'app', line: COMMUTER.mobile },
    { ...way, at: THEFT - 2 * HOUR, kind: 'app', line: COMMUTER.mobile },
  ]
}

export const oktaSessionMoved = (): CaseFixture => ({
  name: 'okta-session-moved',
  files: { 'okta-system-log.ndjson': writeOkta([...benign(), ...stolen(), ...commute()]) },
  truth: {
    about: 'A stolen session cookie: network and program change under one session id, then a factor is added.',
    accounts: { [oktaId(ROBBED.number)]: { verdict: 'compromised', class: 'B', flags: ['factorChanged'] } },
    targeted: 0,
    notListed: [oktaId(COMMUTER.number), oktaId(1)],
  },
})
