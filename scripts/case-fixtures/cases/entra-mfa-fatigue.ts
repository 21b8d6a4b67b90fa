import { normalUse } from '../benign.ts'
import type { CaseFixture } from '../case-fixture.ts'
import { entraId, writeDirectoryAudits, writeSignIns, writeUnifiedAudit } from '../entra.ts'
import { ATTACK_BROWSER, attackLine, createDice, MINUTE, peopleOf, type Deed, type Person } from '../world.ts'

const START = Date.UTC(2026, 9, 12)
const ATTACK = Date.UTC(2026, 9, 30, 16, 40)
const PEOPLE = peopleOf(16, 'example.com')
const person = (number: number): Person => PEOPLE[number - 1] as Person
const [WORN_DOWN, TWICE, HELD, NO_RECEPTION] = [person(4), person(9), person(12), person(14)]

const benign = (): readonly Deed[] =>
  normalUse(PEOPLE, { from: START, days: 17, logins: () => 6, mistake: 'bad-password' }, createDice(4411))

const prompts = (who: Person, source: number, at: number, kinds: readonly string[]): readonly Deed[] =>
  kinds.map((kind, index) => ({
    at: at + index * 55_000 + (index % 3) * 4_000,
    kind,
    person: who,
    line: attackLine(source),
    program: ATTACK_BROWSER,
  }))

const signIns = (): readonly Deed[] => [
  ...prompts(WORN_DOWN, 1, ATTACK, [
    'push-sent',
    'push-denied',
    'push-denied',
    'push-ignored',
    'push-denied',
    'push-denied',
    'push-denied',
    'push-approved',
  ]),
  // Fewer refusals than a storm, from an address the account never had, and a factor registered right away.
  ...prompts(TWICE, 3, ATTACK + 40 * MINUTE, ['push-denied', 'push-ignored', 'push-approved']),
  ...prompts(HELD, 3, ATTACK + 70 * MINUTE, ['push-denied', 'push-denied']),
  ...['push-ignored', 'push-ignored', 'push-approved'].map((kind, index): Deed => ({
    at: ATTACK - 9 * 60 * MINUTE + index * 70_000,
    kind,
    person: NO_RECEPTION,
    line: NO_RECEPTION.home,
    program: NO_RECEPTION.computer,
  })),
]

const registrations = (): readonly Deed[] => [
  { at: ATTACK + 46 * MINUTE, kind: 'registered', person: TWICE, line: attackLine(3), program: ATTACK_BROWSER },
]

const mailbox = (): readonly Deed[] => [
  { at: ATTACK + 11 * MINUTE, kind: 'MailItemsAccessed', person: WORN_DOWN, line: attackLine(1), program: ATTACK_BROWSER, session: '42' },
  { at: ATTACK + 13 * MINUTE, kind: 'New-InboxRule', person: WORN_DOWN, line: attackLine(1), program: ATTACK_BROWSER, session: '42' },
  ...PEOPLE.slice(5, 8).map((someone, index): Deed => ({
    at: ATTACK - (index + 3) * 60 * MINUTE,
    kind: 'MailItemsAccessed',
    person: someone,
    line: someone.home,
    program: someone.computer,
    session: `5${index}`,
  })),
]

export const entraMfaFatigue = (): CaseFixture => ({
  name: 'entra-mfa-fatigue',
  files: {
    'signins.ndjson': writeSignIns([...benign(), ...signIns()]),
    'directory-audits.ndjson': writeDirectoryAudits(registrations()),
    'unified-audit.ndjson': writeUnifiedAudit(mailbox()),
  },
  truth: {
    about:
      'Prompts are sent until one is approved; the mailbox then gets a forwarding rule. A second account gives in sooner, a third does not.',
    accounts: {
      [entraId(WORN_DOWN.number)]: { verdict: 'compromised', class: 'B', flags: ['contactChanged', 'mailboxAtRisk'] },
      [entraId(TWICE.number)]: { verdict: 'compromised', class: 'B', flags: ['factorChanged', 'mailboxAtRisk'] },
      [entraId(HELD.number)]: { verdict: 'targeted', class: null, flags: ['passwordKnown', 'mailboxAtRisk'] },
    },
    targeted: 1,
    notListed: [entraId(NO_RECEPTION.number), entraId(6), entraId(7)],
  },
})
