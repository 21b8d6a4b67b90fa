import { normalUse } from '../benign.ts'
import { oktaId, writeOkta } from '../okta.ts'
import type { CaseFixture } from '../case-fixture.ts'
import {
  ATTACK_BROWSER,
  attackLine,
  createDice,
  DAY,
  HONOLULU,
  HOUR,
  MINUTE,
  OFFICE,
  peopleOf,
  PHONES,
  type Deed,
  type Person,
} from '../world.ts'

const START = Date.UTC(2026, 9, 19)
/** 9 November, 02:02 in Japan. */
const ATTACK = Date.UTC(2026, 10, 8, 17, 2)
const PEOPLE = peopleOf(40, 'example.jp')
const person = (number: number): Person => PEOPLE[number - 1] as Person

const [CHANGED, VIEWED, STOPPED] = [person(7), person(19), person(26)]
const [TRAVELLER, NEW_PHONE, FORGETFUL] = [person(11), person(14), person(30)]
const VICTIMS = new Set([CHANGED, VIEWED, STOPPED])

/** What a customer typed into the wrong box; it must be shown nowhere. */
const CANARY = 'Canary-Passw0rd-7f3a'

const benign = (): readonly Deed[] => {
  const dice = createDice(20261109)
  const logins = ({ number }: Person): number => (VICTIMS.has(person(number)) ? 7 : number <= 14 ? 3 : 2)
  return normalUse(PEOPLE, { from: START, days: 20, logins, after: ['app'], mistake: 'bad-password' }, dice)
}

const lookAlikes = (): readonly Deed[] => {
  const office = PEOPLE.slice(30, 38).map((someone, index): Deed => ({
    at: START + 9 * DAY + HOUR + index * 4 * MINUTE,
    kind: 'login',
    person: someone,
    line: OFFICE,
    program: someone.computer,
    session: `off${index}`,
  }))
  const mistyped = [0, 1, 2, 3].map((number): Deed => ({
    at: START + 9 * DAY + HOUR + number * 7 * MINUTE,
    kind: 'bad-password',
    person: person(31 + number),
    line: OFFICE,
    program: person(31 + number).computer,
  }))
  const owner = { person: FORGETFUL, line: FORGETFUL.home, program: FORGETFUL.computer }
  const forgot = [0, 1, 2, 3, 4, 5].map((number): Deed => ({
    ...owner,
    at: START + 15 * DAY + 11 * HOUR + number * 25_000,
    kind: 'bad-password',
  }))
  return [
    ...office,
    ...mistyped,
    ...forgot,
    { ...owner, at: START + 15 * DAY + 11 * HOUR + 4 * MINUTE, kind: 'login', session: 'forgot1' },
    { at: START + 18 * DAY + 20 * HOUR, kind: 'login', person: TRAVELLER, line: HONOLULU, program: TRAVELLER.phone, session: 'travel1' },
    { at: START + 19 * DAY + 5 * HOUR, kind: 'app', person: TRAVELLER, line: HONOLULU, program: TRAVELLER.phone, session: 'travel1' },
    {
      at: START + 17 * DAY + 10 * HOUR,
      kind: 'login',
      person: NEW_PHONE,
      line: NEW_PHONE.home,
      program: PHONES.find((phone) => phone !== NEW_PHONE.phone) ?? NEW_PHONE.phone,
      session: 'newphone1',
    },
    { at: START + 12 * DAY + 4 * HOUR, kind: 'unknown', typed: CANARY, line: person(3).home, program: person(3).computer },
  ]
}

/** Three sources take turns at a bought list; every eleventh or so of its ids is a member's. */
const listAttack = (): readonly Deed[] => {
  const members = PEOPLE.filter((someone) => !VICTIMS.has(someone) && someone !== TRAVELLER && someone !== NEW_PHONE).slice(0, 20)
  return [0, 1, 2].flatMap((source) =>
    Array.from({ length: 24 }, (_, index): Deed => {
      const at = ATTACK + source * 6.5 * MINUTE + index * 11_500 + ((index * 37) % 11) * 300
      const number = source * 24 + index
      const member = number % 4 === 2 ? members[Math.floor(number / 4)] : undefined
      const common = { at, line: attackLine(source), program: ATTACK_BROWSER }
      return member === undefined
        ? { ...common, kind: 'unknown', typed: `user${1000 + number * 37}@example.com` }
        : { ...common, kind: 'bad-password', person: member }
    }),
  )
}

/** What the list got: one login that was used, one that was only looked at, one stopped by the push. */
const hits = (): readonly Deed[] => {
  const [first, second, third] = [attackLine(0), attackLine(1), attackLine(2)]
  const viewed = { person: VIEWED, line: first, program: ATTACK_BROWSER, session: 'hitviewed1' }
  const changed = { person: CHANGED, line: second, program: ATTACK_BROWSER, session: 'hitchanged1' }
  const stopped = { person: STOPPED, line: third, program: ATTACK_BROWSER }
  const entered = ATTACK + 12 * MINUTE + 9_000
  return [
    { ...viewed, at: ATTACK + 4 * MINUTE + 4_000, kind: 'login' },
    { ...viewed, at: ATTACK + 4 * MINUTE + 31_000, kind: 'app', detail: 'Shop - My page' },
    { ...changed, at: entered, kind: 'login' },
    { ...changed, at: entered + 41_000, kind: 'app', detail: 'Shop - My page' },
    { ...changed, at: entered + 3 * MINUTE, kind: 'email-change' },
    { ...changed, at: entered + 3 * MINUTE + 48_000, kind: 'factor-added' },
    { ...changed, at: entered + 6 * MINUTE, kind: 'app', detail: 'Shop - Order history' },
    { ...stopped, at: ATTACK + 17 * MINUTE, kind: 'password-right' },
    { ...stopped, at: ATTACK + 17 * MINUTE + 22_000, kind: 'push-denied' },
  ]
}

const afterwards = (): readonly Deed[] =>
  [1, 2, 5].map((number): Deed => ({
    at: ATTACK + (5 + number) * HOUR,
    kind: 'login',
    person: person(number),
    line: person(number).home,
    program: person(number).computer,
    session: `after${number}`,
  }))

export const oktaTakeover = (): CaseFixture => ({
  name: 'okta-takeover',
  files: { 'okta-system-log.ndjson': writeOkta([...benign(), ...lookAlikes(), ...listAttack(), ...hits(), ...afterwards()]) },
  truth: {
    about: 'A list of leaked ids and passwords is tried from three sources; two accounts are entered, one is stopped by its second factor.',
    accounts: {
      [oktaId(CHANGED.number)]: {
        verdict: 'compromised',
        class: 'B',
        flags: ['campaignSource', 'contactChanged', 'factorChanged', 'mailboxAtRisk'],
      },
      [oktaId(VIEWED.number)]: { verdict: 'compromised', class: 'A', flags: ['campaignSource', 'mailboxAtRisk'] },
      [oktaId(STOPPED.number)]: { verdict: 'targeted', class: null, flags: ['passwordKnown', 'mailboxAtRisk'] },
    },
    targeted: 19,
    notListed: [TRAVELLER, NEW_PHONE, FORGETFUL]
      .map(({ number }) => oktaId(number))
      .concat(PEOPLE.slice(30, 38).map(({ number }) => oktaId(number))),
    canaries: [CANARY],
  },
})
