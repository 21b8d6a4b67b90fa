import { auth0Id, writeAuth0 } from '../auth0.ts'
import { normalUse } from '../benign.ts'
import type { CaseFixture, Truth } from '../case-fixture.ts'
import { entraId, writeSignIns } from '../entra.ts'
import { writeKeycloak } from '../keycloak.ts'
import { oktaId, writeOkta } from '../okta.ts'
import { ATTACK_BROWSER, createDice, DAY, HOUR, MINUTE, OFFICE, peopleOf, SCRIPT, type Deed, type Line, type Person } from '../world.ts'

const START = Date.UTC(2026, 9, 12)

const nobody = (about: string, notListed: readonly string[], more: Partial<Truth> = {}): Truth => ({
  about,
  accounts: {},
  targeted: 0,
  notListed,
  ...more,
})

/** One address of a carrier, with the customers of a whole town behind it. */
const CARRIER: Line = {
  ip: '198.51.100.254',
  country: 'JP',
  countryName: 'Japan',
  region: 'Tokyo',
  city: 'Shinjuku',
  lat: 35.6937,
  lon: 139.7036,
  asn: 64498,
  org: 'Example Mobile',
}

/** Somebody behind the carrier's address tries a list while its customers log in from there as always. */
export const carrierNat = (): CaseFixture => {
  const people = peopleOf(36, 'example.jp')
  const attack = START + 16 * DAY + 10 * HOUR
  const phones = people.map((person) => (person.number <= 20 ? { ...person, mobile: CARRIER } : person))
  const tried = people.slice(0, 6)
  const list = Array.from({ length: 30 }, (_, index): Deed => {
    const common = { at: attack + index * 9_500, line: CARRIER, program: ATTACK_BROWSER }
    const member = index % 5 === 2 ? tried[(index / 5) | 0] : undefined
    return member === undefined
      ? { ...common, kind: 'unknown', typed: `x${4000 + index * 31}@example.com` }
      : { ...common, kind: 'bad-password', person: member }
  })
  const owners = people.slice(10, 24).map((person, index): Deed => ({
    at: attack + index * 21_000,
    kind: 'login',
    person,
    line: CARRIER,
    program: person.phone,
    session: `nat${index}`,
  }))
  return {
    name: 'carrier-nat-during-campaign',
    files: {
      'okta-system-log.ndjson': writeOkta([
        ...normalUse(phones, { from: START, days: 15, logins: () => 4 }, createDice(5)),
        ...list,
        ...owners,
      ]),
    },
    truth: nobody(
      "A list is tried from a carrier's shared address while fourteen customers log in from it.",
      people.slice(10, 24).map(({ number }) => oktaId(number)),
      { targeted: 6, headline: 'headline.attempts-shared' },
    ),
  }
}

/** A household-budget app fetches everybody's balance every night, some with a password that is no longer right. */
export const householdApp = (): CaseFixture => {
  const people = peopleOf(90, 'example.com')
  const server: Line = { ...CARRIER, ip: '192.0.2.240', asn: 64501, org: 'Example Budget App' }
  const stale = new Set(people.slice(0, 9))
  const nightly = [0, 1, 2, 3, 4].flatMap((night) =>
    people.slice(0, 45).map((person, index): Deed => ({
      at: START + (9 + night) * DAY + 18 * HOUR + index * 8_000,
      kind: stale.has(person) ? 'bad-password' : 'login',
      person,
      line: server,
      program: SCRIPT,
      ...(stale.has(person) ? {} : { session: `app${night}x${index}` }),
    })),
  )
  return {
    name: 'household-app',
    files: {
      'auth0-logs.ndjson': writeAuth0([
        ...normalUse(people, { from: START, days: 14, logins: () => 2, mistake: 'bad-password' }, createDice(6)),
        ...nightly,
      ]),
    },
    truth: nobody(
      'One address and one script log in to half of all accounts every night: an app that the members gave their passwords to.',
      people.map(({ number }) => auth0Id(number)),
      { headline: 'headline.nothing' },
    ),
  }
}

/** Operators log in for customers who telephone, and change what they ask for. */
export const callCentre = (): CaseFixture => {
  const people = peopleOf(40, 'example.jp')
  const calls = people.slice(0, 30).flatMap((person, index): readonly Deed[] => {
    const at = START + (6 + (index % 9)) * DAY + 2 * HOUR + Math.floor(index / 9) * 50 * MINUTE
    const call = { person, line: OFFICE, program: people[0]?.computer ?? SCRIPT, session: `call${index}` }
    return [{ ...call, at, kind: 'login' }, ...(index % 4 === 0 ? [{ ...call, at: at + 4 * MINUTE, kind: 'email-change' }] : [])]
  })
  return {
    name: 'call-centre',
    files: {
      'okta-system-log.ndjson': writeOkta([...normalUse(people, { from: START, days: 15, logins: () => 3 }, createDice(7)), ...calls]),
    },
    truth: nobody(
      'A call centre logs in for customers from one office, and changes the e-mail addresses of some.',
      people.map(({ number }) => oktaId(number)),
      { headline: 'headline.nothing' },
    ),
  }
}

/** Everybody is back from the holidays, and half of them have forgotten the new password. */
export const mondayRush = (): CaseFixture => {
  const people = peopleOf(60, 'example.co.jp')
  const monday = START + 21 * DAY
  const rush = people.flatMap((person, index): readonly Deed[] => {
    const atOffice = index % 2 === 0
    const place = { person, line: atOffice ? OFFICE : person.home, program: person.computer }
    const at = monday + index * 20_000
    const failures = index % 2 === 1 ? 1 : 3 - (index % 3)
    return [
      ...Array.from({ length: failures }, (_, miss): Deed => ({ ...place, at: at + miss * 9_000, kind: 'bad-password' })),
      { ...place, at: at + 45_000, kind: 'login', session: `mon${index}` },
    ]
  })
  const before = people
    .filter((_, index) => index % 2 === 0)
    .map((person, index): Deed => ({
      at: START + 3 * DAY + index * 70_000,
      kind: 'login',
      person,
      line: OFFICE,
      program: person.computer,
      session: `fri${index}`,
    }))
  return {
    name: 'monday-rush',
    files: {
      'keycloak.log': writeKeycloak([...normalUse(people, { from: START, days: 14, logins: () => 4 }, createDice(8)), ...before, ...rush]),
    },
    truth: nobody(
      "The first working day after the holidays: many wrong passwords, each followed by its owner's login.",
      people.map(({ number }) => `11111111-aaaa-4000-8000-${number.toString(16).padStart(12, '0')}`),
      { headline: 'headline.nothing', options: { zone: 'UTC' } },
    ),
  }
}

/** A release rejects every password for forty minutes; everybody tries again and again. */
export const loginBug = (): CaseFixture => {
  const people = peopleOf(50, 'example.org')
  const release = START + 20 * DAY + 3 * HOUR
  const retry = (person: Person, index: number): readonly Deed[] => {
    const place = { person, line: index < 24 ? OFFICE : person.home, program: person.computer }
    const misses = Array.from({ length: index === 30 ? 12 : 2 }, (_, miss): Deed => ({
      ...place,
      at: release + index * 9_000 + miss * 16_000 + ((miss * 5) % 3) * 2_000,
      kind: 'bad-password',
    }))
    return [...misses, { ...place, at: release + 41 * MINUTE + index * 7_000, kind: 'login', session: `fix${index}` }]
  }
  const before = people.slice(0, 24).map((person, index): Deed => ({
    at: START + 5 * DAY + index * 90_000,
    kind: 'login',
    person,
    line: OFFICE,
    program: person.computer,
    session: `bef${index}`,
  }))
  return {
    name: 'login-bug',
    files: {
      'auth0-logs.ndjson': writeAuth0([
        ...normalUse(people, { from: START, days: 18, logins: () => 4 }, createDice(9)),
        ...before,
        ...people.flatMap(retry),
      ]),
    },
    truth: nobody(
      'A faulty release refuses every password for forty minutes.',
      people.map(({ number }) => auth0Id(number)),
      { headline: 'headline.nothing' },
    ),
  }
}

/** All passwords of a department expire on one day. */
export const expiryDay = (): CaseFixture => {
  const people = peopleOf(30, 'example.com')
  const day = START + 18 * DAY
  const expiry = people.flatMap((person, index): readonly Deed[] => {
    const place = { person, line: index < 18 ? OFFICE : person.home, program: person.computer }
    const at = day + index * 30_000
    return [
      { ...place, at, kind: 'expired' },
      { ...place, at: at + 20_000, kind: 'expired' },
      { ...place, at: at + 5 * MINUTE, kind: 'login' },
    ]
  })
  return {
    name: 'expiry-day',
    files: {
      'signins.ndjson': writeSignIns([
        ...normalUse(people, { from: START, days: 16, logins: () => 3, mistake: 'bad-password' }, createDice(10)),
        ...expiry,
      ]),
    },
    truth: nobody(
      'The passwords of a whole department expire on one day.',
      people.map(({ number }) => entraId(number)),
      { headline: 'headline.nothing' },
    ),
  }
}
