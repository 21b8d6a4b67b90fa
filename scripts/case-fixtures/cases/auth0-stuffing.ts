import { auth0Id, writeAuth0 } from '../auth0.ts'
import { normalUse } from '../benign.ts'
import type { CaseFixture } from '../case-fixture.ts'
import { ATTACK_BROWSER, attackLine, createDice, MINUTE, peopleOf, SCRIPT, type Deed, type Person } from '../world.ts'

const START = Date.UTC(2026, 9, 20)
const ATTACK = Date.UTC(2026, 10, 10, 15, 30)
const SOURCES = 12
const TRIES = 21
const PEOPLE = peopleOf(200, 'example.com')
const person = (number: number): Person => PEOPLE[number - 1] as Person

const CHANGED = person(23)
const ENTERED = [person(58), person(101), person(164)]
const STOPPED = person(77)
const VICTIMS = new Set([CHANGED, STOPPED, ...ENTERED])
const CANARY = 'Tulip#4471-canary'

const benign = (): readonly Deed[] =>
  normalUse(
    PEOPLE,
    { from: START, days: 21, logins: (someone) => (VICTIMS.has(someone) ? 6 : someone.number % 8 === 0 ? 2 : 1), mistake: 'bad-password' },
    createDice(771),
  )

/** Twelve addresses work through one list for an hour; one id in six is a member's. */
const listAttack = (): readonly Deed[] => {
  const members = PEOPLE.filter((someone) => !VICTIMS.has(someone)).slice(10, 60)
  return Array.from({ length: SOURCES }, (_, source) => source).flatMap((source) =>
    Array.from({ length: TRIES }, (_, index): Deed => {
      const number = source * TRIES + index
      const member = number % 6 === 1 ? members[Math.floor(number / 6)] : undefined
      const common = {
        at: ATTACK + source * 5 * MINUTE + index * 13_000 + ((index * 29) % 7) * 250,
        line: attackLine(source),
        program: SCRIPT,
      }
      return member === undefined
        ? { ...common, kind: 'unknown', typed: number === 100 ? CANARY : `m${20_000 + number * 53}@example.net` }
        : { ...common, kind: 'bad-password', person: member }
    }),
  )
}

const hits = (): readonly Deed[] => {
  const entered = ENTERED.map((someone, index): Deed => ({
    at: ATTACK + (index * 3 + 1) * 5 * MINUTE + 4 * MINUTE,
    kind: 'login',
    person: someone,
    line: attackLine(index * 3 + 1),
    program: SCRIPT,
    session: `hit${index}`,
  }))
  const changed = { person: CHANGED, line: attackLine(5), program: SCRIPT, session: 'hitchanged' }
  // The buyer follows the checker: another line, a real browser, the same account.
  const buyer = { person: CHANGED, line: attackLine(30), program: ATTACK_BROWSER, session: 'buyer' }
  const stopped = { person: STOPPED, line: attackLine(8), program: SCRIPT }
  return [
    ...entered,
    { ...changed, at: ATTACK + 28 * MINUTE, kind: 'login' },
    { ...buyer, at: ATTACK + 41 * MINUTE, kind: 'login' },
    { ...buyer, at: ATTACK + 43 * MINUTE, kind: 'email-change' },
    { ...stopped, at: ATTACK + 43 * MINUTE + 7_000, kind: 'push-sent' },
    { ...stopped, at: ATTACK + 43 * MINUTE + 29_000, kind: 'push-denied' },
  ]
}

export const auth0Stuffing = (): CaseFixture => ({
  name: 'auth0-stuffing',
  files: { 'auth0-logs.ndjson': writeAuth0([...benign(), ...listAttack(), ...hits()]) },
  truth: {
    about:
      "Twelve addresses try a list of other people's ids for an hour and get into four accounts; a buyer uses one of them from elsewhere.",
    accounts: {
      [auth0Id(CHANGED.number)]: { verdict: 'compromised', class: 'B', flags: ['campaignSource', 'contactChanged', 'mailboxAtRisk'] },
      ...Object.fromEntries(
        ENTERED.map(({ number }) => [
          auth0Id(number),
          { verdict: 'compromised' as const, class: 'A' as const, flags: ['campaignSource', 'mailboxAtRisk'] },
        ]),
      ),
      [auth0Id(STOPPED.number)]: { verdict: 'targeted', class: null, flags: ['passwordKnown', 'mailboxAtRisk'] },
    },
    targeted: 43,
    notListed: [1, 2, 3, 190, 199].map(auth0Id),
    canaries: [CANARY],
  },
})
