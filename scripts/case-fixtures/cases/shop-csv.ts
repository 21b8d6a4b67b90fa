import { normalUse } from '../benign.ts'
import type { CaseFixture } from '../case-fixture.ts'
import { memberId, SHOP_MAPPING, writeShop } from '../shop.ts'
import { ATTACK_BROWSER, attackLine, createDice, MINUTE, peopleOf, type Deed, type Person } from '../world.ts'

const START = Date.UTC(2026, 9, 25)
const ATTACK = Date.UTC(2026, 10, 12, 18, 20)
const PEOPLE = peopleOf(60, 'example.jp')
const person = (number: number): Person => PEOPLE[number - 1] as Person
const [SPENT, MOVED, VIEWED] = [person(17), person(33), person(48)]
const VICTIMS = new Set([SPENT, MOVED, VIEWED])

const benign = (): readonly Deed[] =>
  normalUse(
    PEOPLE,
    { from: START, days: 18, logins: (someone) => (VICTIMS.has(someone) ? 8 : 4), after: ['view', 'order'], mistake: 'bad-password' },
    createDice(310),
  )

const listAttack = (): readonly Deed[] =>
  [0, 1].flatMap((source) =>
    Array.from({ length: 40 }, (_, index): Deed => {
      const number = source * 40 + index
      const common = {
        at: ATTACK + source * 6 * MINUTE + index * 7_000 + ((index * 17) % 5) * 400,
        line: attackLine(source + 2),
        program: ATTACK_BROWSER,
      }
      const member = number % 5 === 3 ? PEOPLE.filter((someone) => !VICTIMS.has(someone))[(number / 5) | 0] : undefined
      return member === undefined
        ? { ...common, kind: 'unknown', typed: String(90_000_000 + number * 71) }
        : { ...common, kind: 'bad-password', person: member }
    }),
  )

const hits = (): readonly Deed[] => {
  const spent = { person: SPENT, line: attackLine(2), program: ATTACK_BROWSER, session: 'x-1001' }
  const moved = { person: MOVED, line: attackLine(3), program: ATTACK_BROWSER, session: 'x-1002' }
  const viewed = { person: VIEWED, line: attackLine(3), program: ATTACK_BROWSER, session: 'x-1003' }
  return [
    { ...spent, at: ATTACK + 3 * MINUTE, kind: 'login' },
    { ...spent, at: ATTACK + 4 * MINUTE, kind: 'view' },
    { ...spent, at: ATTACK + 6 * MINUTE, kind: 'points' },
    { ...spent, at: ATTACK + 7 * MINUTE, kind: 'points' },
    { ...moved, at: ATTACK + 8 * MINUTE, kind: 'login' },
    { ...moved, at: ATTACK + 10 * MINUTE, kind: 'address' },
    { ...viewed, at: ATTACK + 9 * MINUTE, kind: 'login' },
    { ...viewed, at: ATTACK + 9 * MINUTE + 20_000, kind: 'view' },
  ]
}

export const shopCsv = (): CaseFixture => ({
  name: 'shop-csv',
  files: { 'member-log.csv': writeShop([...benign(), ...listAttack(), ...hits()]) },
  mapping: SHOP_MAPPING,
  truth: {
    about:
      "A home-made shop's own CSV: points are spent from one account, the delivery address of another is changed, a third is looked at.",
    options: { map: 'mapping.yaml' },
    accounts: {
      [memberId(SPENT.number)]: { verdict: 'compromised', class: 'C', flags: ['campaignSource'] },
      [memberId(MOVED.number)]: { verdict: 'compromised', class: 'B', flags: ['campaignSource'] },
      [memberId(VIEWED.number)]: { verdict: 'compromised', class: 'A', flags: ['campaignSource'] },
    },
    targeted: 16,
    notListed: [memberId(59), memberId(60)],
  },
})
