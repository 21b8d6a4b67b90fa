import { describe, expect, it } from 'vitest'
import { oktaId, writeOkta } from '../../scripts/case-fixtures/okta.ts'
import {
  attackLine,
  ATTACK_BROWSER,
  DAY,
  HOUR,
  MINUTE,
  personOf,
  SCRIPT,
  type Deed,
  type Line,
  type Person,
} from '../../scripts/case-fixtures/world.ts'
import type { CaseDocument } from '../../src/model/case.ts'
import { accountOf, affectedOf, scanLogs } from './support.ts'

const START = Date.UTC(2026, 9, 1)
const WHEN = START + 19 * DAY
const PEOPLE = Array.from({ length: 60 }, (_, index) => personOf(index + 1, 'example.jp'))
const PAST = [0, 4, 8, 12, 16]

const login = (at: number, person: Person, line: Line, program = person.computer): Deed => ({ at, kind: 'login', person, line, program })
/** Each at home, at an hour of their own. */
const usualDays = (people: readonly Person[]): readonly Deed[] =>
  people.flatMap((person) => PAST.map((day) => login(START + day * DAY + person.number * MINUTE, person, person.home)))
const scan = (deeds: readonly Deed[]): Promise<CaseDocument> => scanLogs({ 'okta.ndjson': writeOkta(deeds) })
const rulesOf = ({ findings }: CaseDocument): readonly string[] => [...new Set(findings.map(({ rule }) => rule))]
const messagesOf = (document: CaseDocument, person: Person): readonly string[] =>
  accountOf(document, oktaId(person.number))?.reasons.map(({ messageId }) => messageId) ?? []

describe('one place, many accounts', () => {
  const victims = PEOPLE.slice(0, 25)
  const visits = (line: Line, program = ATTACK_BROWSER): readonly Deed[] =>
    victims.map((person, index) => login(WHEN + index * 2 * MINUTE, person, line, program))

  it('counts for each of them, also for those whose events the finding does not show', async () => {
    const document = await scan([...usualDays(victims), ...visits(attackLine(0))])
    const [finding] = document.findings.filter(({ rule }) => rule === 'fan-in')
    expect(finding).toMatchObject({ severity: 'medium', source: '203.0.113.10', account: null, count: victims.length })
    expect(finding?.evidence.length).toBeLessThan(victims.length)
    expect(affectedOf(document)).toHaveLength(victims.length)
    for (const person of victims) expect(messagesOf(document, person)).toContain('fan-in.fan-in')
  })
  it('does not count for an account that was seen there before, or nowhere before', async () => {
    const [regular, stranger] = [personOf(70, 'example.jp'), personOf(71, 'example.jp')]
    const early = login(START + 2 * DAY, regular, attackLine(0))
    const late = [regular, stranger].map((person) => login(WHEN + 9 * MINUTE, person, attackLine(0), ATTACK_BROWSER))
    const document = await scan([...usualDays([...victims, regular]), early, ...visits(attackLine(0)), ...late])
    expect(rulesOf(document)).toContain('fan-in')
    for (const person of [regular, stranger]) expect(messagesOf(document, person)).not.toContain('fan-in.fan-in')
  })
  it('means nothing on a line that a service uses for its members day after day', async () => {
    const days = [0, 1, 2, 3].flatMap((day) => visits(attackLine(0), SCRIPT).map((deed) => ({ ...deed, at: deed.at + day * DAY })))
    expect(affectedOf(await scan([...usualDays(victims), ...days]))).toEqual([])
  })
})

describe('a wave from everywhere', () => {
  const place = (index: number): Line => ({ ...attackLine(index), ip: `203.0.113.${index + 1}` })
  const tries = Array.from({ length: 48 }, (_, index): Deed => ({
    at: WHEN + index * 10_000,
    kind: 'unknown',
    typed: `list-${index}@example.com`,
    line: place(index),
    program: ATTACK_BROWSER,
  }))
  const hit = PEOPLE[4] as Person

  it('is one campaign of all its sources, and a success from one of them is its hit', async () => {
    const document = await scan([...usualDays(PEOPLE), ...tries, login(WHEN + 5 * MINUTE, hit, place(30), ATTACK_BROWSER)])
    expect(rulesOf(document)).toContain('distributed-wave')
    expect(document.campaigns).toHaveLength(1)
    expect(document.campaigns[0]?.method).toBe('stuffing')
    expect(document.campaigns[0]?.sources).toHaveLength(48)
    expect(document.campaigns[0]?.compromised).toEqual([oktaId(hit.number)])
    expect(affectedOf(document).map(({ account }) => account)).toEqual([oktaId(hit.number)])
  })
  it('leaves a member alone who fails and succeeds at home meanwhile', async () => {
    const slip: Deed = { ...login(WHEN + 3 * MINUTE, hit, hit.home), kind: 'bad-password' }
    const document = await scan([...usualDays(PEOPLE), ...tries, slip, login(WHEN + 4 * MINUTE, hit, hit.home)])
    expect(rulesOf(document)).toContain('distributed-wave')
    expect(affectedOf(document)).toEqual([])
  })
})

describe('two rules about one fact', () => {
  it('are one sign: a usual program in two countries does not make a suspect by being noticed twice', async () => {
    const person = PEOPLE[6] as Person
    const away = login(WHEN + 90_000, person, attackLine(1), person.phone)
    const phoneDays = PAST.map((day) => login(START + day * DAY + HOUR, person, person.home, person.phone))
    const document = await scan([...usualDays([person]), ...phoneDays, login(WHEN, person, person.home), away])
    expect(rulesOf(document)).toEqual(expect.arrayContaining(['impossible-travel', 'two-countries']))
    expect(affectedOf(document)).toEqual([])
  })
  it('a new program in another country within two minutes is somebody else', async () => {
    const person = PEOPLE[6] as Person
    const document = await scan([
      ...usualDays([person]),
      login(WHEN, person, person.home),
      login(WHEN + 90_000, person, attackLine(1), ATTACK_BROWSER),
    ])
    expect(accountOf(document, oktaId(person.number))?.verdict).toBe('compromised')
    expect(messagesOf(document, person)).toContain('two-countries.two-countries')
  })
})
