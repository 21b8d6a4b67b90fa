import type { CaseFixture } from '../case-fixture.ts'
import { writeKeycloak } from '../keycloak.ts'
import { attackLine, MINUTE, peopleOf, SCRIPT, type Deed } from '../world.ts'

const START = Date.UTC(2026, 9, 28, 2, 10)
const PEOPLE = peopleOf(30, 'example.org')

/** The server logs errors only (the default): 26 names once each from one address, then one account from two. */
const attack = (): readonly Deed[] => [
  ...PEOPLE.slice(0, 14).map((person, index): Deed => ({
    at: START + index * 17_000,
    kind: 'bad-password',
    person,
    line: attackLine(4),
    program: SCRIPT,
  })),
  ...Array.from({ length: 12 }, (_, index): Deed => ({
    at: START + 8_000 + index * 17_000,
    kind: 'unknown',
    typed: `guest${index * 3}@example.org`,
    line: attackLine(4),
    program: SCRIPT,
  })),
  ...Array.from({ length: 24 }, (_, index): Deed => ({
    at: START + 30 * MINUTE + index * 9_000 + (index % 5) * 1_700,
    kind: 'bad-password',
    ...(PEOPLE[20] === undefined ? {} : { person: PEOPLE[20] }),
    line: attackLine(6 + (index % 2)),
    program: SCRIPT,
  })),
]

const mistakes = (): readonly Deed[] =>
  PEOPLE.slice(24, 28).map((person, index): Deed => ({
    at: START - 90 * MINUTE + index * 20 * MINUTE,
    kind: 'bad-password',
    person,
    line: person.home,
    program: person.computer,
  }))

export const keycloakGuessing = (): CaseFixture => ({
  name: 'keycloak-guessing',
  files: { 'keycloak.log': writeKeycloak([...mistakes(), ...attack()]) },
  truth: {
    about: 'A server that logs failures only: who got in cannot be told from this log.',
    options: { zone: 'UTC' },
    accounts: {},
    undetermined: 15,
    targeted: 0,
    notListed: PEOPLE.slice(24, 28).map(({ number }) => `11111111-aaaa-4000-8000-${number.toString(16).padStart(12, '0')}`),
    headline: 'headline.undetermined',
  },
})
