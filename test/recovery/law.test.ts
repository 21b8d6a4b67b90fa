import { describe, expect, it } from 'vitest'
import { isClosedInJapan, lastDayInJapan } from '../../src/recovery/law/calendar-day.ts'
import type { LawFacts } from '../../src/recovery/law/define-law.ts'
import { LAW_IDS } from '../../src/recovery/law/law-ids.ts'
import { lawSheet, type LawSheet } from '../../src/recovery/law/law-sheet.ts'
import { LAWS, lawsFor } from '../../src/recovery/law/laws.ts'
import { addDays } from '../../src/recovery/law/calendar-day.ts'

const LANGS = ['en', 'ja'] as const
const wordsOf = (sheet: LawSheet): string => JSON.stringify(sheet)
/** A report that is "not needed" or a category that "does not apply": no tool may say so. */
const NEVER =
  /不要|該当しない|該当しません|対象外|必要ありません|必要はありません|not (?:be )?(?:needed|required|necessary)|does not apply|no need|exempt/i
const facts = (persons: number, moneyOnRecord: boolean, intruded: boolean): LawFacts => ({ persons, moneyOnRecord, intruded })
const japan = (aware: { readonly at: string; readonly department: string } | null): LawSheet =>
  lawSheet(LAWS[0] as (typeof LAWS)[number], facts(1, false, true), aware, 'ja')
const dueOf = (sheet: LawSheet, id: string): string | null | undefined => sheet.deadlines.find((deadline) => deadline.id === id)?.due

describe('laws', () => {
  it('are those that the command line names; each with its sources and a day of checking', () => {
    expect(LAWS.map(({ id }) => id)).toEqual(LAW_IDS)
    for (const law of LAWS) {
      expect(law.sources.length).toBeGreaterThan(0)
      expect(law.counsel.length, law.id).toBeGreaterThan(0)
      expect(lawSheet(law, facts(1, false, true), null, 'en').checked).toMatch(/^2026-\d\d-\d\d$/)
    }
    expect(lawsFor(['us-ca']).map(({ id }) => id)).toEqual(['jp-appi', 'us-ca'])
  })

  it.each(LANGS)('name for each term the source in which it was read, with its day (%s)', (lang) => {
    for (const law of LAWS) {
      const { deadlines, sources } = lawSheet(law, facts(1, false, true), null, lang)
      for (const source of sources)
        expect(source).toMatch(/^\[\d\] .+ \((?:as of [\d-]+, read |(?:[\d-]+時点、)?確認 |read )2026-\d\d-\d\d\)$/)
      for (const { basis, id } of deadlines) {
        const numbers = [...basis.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))
        expect(numbers.length, `${law.id} ${id}`).toBeGreaterThan(0)
        expect(
          numbers.every((number) => number >= 1 && number <= sources.length),
          `${law.id} ${id}`,
        ).toBe(true)
      }
    }
  })

  it('never say that a report is not needed, for 1 to 2,000 persons and every kind of data', () => {
    const said = new Set<string>()
    const kinds = [true, false].flatMap((money) => [true, false].map((intruded) => ({ money, intruded })))
    const look = (law: (typeof LAWS)[number], persons: number, lang: 'en' | 'ja'): void => {
      for (const { money, intruded } of kinds) {
        const { categories, unknown } = lawSheet(law, facts(persons, money, intruded), null, lang)
        expect(categories.length * unknown.length).toBeGreaterThanOrEqual(law.categories.length)
        for (const { text, standing } of categories) said.add(`${text} ${standing}`)
      }
    }
    for (let persons = 1; persons <= 2000; persons += 1) for (const law of LAWS) for (const lang of LANGS) look(law, persons, lang)
    for (const law of LAWS) for (const lang of LANGS) said.add(wordsOf(lawSheet(law, facts(1, true, true), null, lang)))
    expect([...said].filter((words) => NEVER.test(words))).toEqual([])
    expect(said.size).toBeGreaterThan(2000)
  })

  it.each(['jp-appi', 'eu-gdpr', 'uk-gdpr'])('%s says that money was used where that is on record, and nowhere else', (id) => {
    const onRecord = /第三者による[^。]*利用[^。]*が記録されています/
    for (const law of LAWS.filter((one) => one.id === id)) {
      expect(wordsOf(lawSheet(law, facts(5, true, true), null, 'ja'))).toMatch(onRecord)
      expect(wordsOf(lawSheet(law, facts(5, false, true), null, 'ja'))).not.toMatch(onRecord)
    }
    expect(LAW_IDS).toContain(id)
  })

  it('say what more than 1,000 persons means, counted at the most', () => {
    const standing = (persons: number): string | undefined =>
      lawSheet(LAWS[0] as (typeof LAWS)[number], facts(persons, false, true), null, 'ja').categories[3]?.standing
    expect(standing(1000)).toContain('今後の調査で増え')
    expect(standing(1001)).toContain('1,000人を超えています')
  })

  it('give durations, never dates, while it is not known when it became known', () => {
    for (const law of LAWS) {
      const sheet = lawSheet(law, facts(10, true, true), null, 'ja')
      expect(sheet.deadlines.every(({ due, days }) => due === null && days.length === 0)).toBe(true)
      expect(JSON.stringify(sheet.deadlines)).not.toMatch(/20\d\d-\d\d-\d\d/)
    }
  })

  it('give the preliminary report as a range, and both final terms', () => {
    const { deadlines } = japan({ at: '2026-11-21T20:00:00Z', department: 'CS' })
    expect(deadlines.map(({ id, days }) => [id, ...days])).toEqual([
      ['preliminary', '2026-11-24', '2026-11-26'],
      ['final-30', '2026-12-21'],
      ['final-60', '2027-01-20'],
      ['principals'],
    ])
  })

  it('count 72 hours to the second, and California by its own days', () => {
    const aware = { at: '2026-11-22T00:30:00.000Z', department: 'CSIRT' }
    const of = (id: string): LawSheet =>
      lawSheet(LAWS.find((law) => law.id === id) as (typeof LAWS)[number], facts(1, false, true), aware, 'en')
    expect(dueOf(of('eu-gdpr'), 'authority')).toBe('2026-11-25T00:30:00.000Z')
    expect(dueOf(of('uk-gdpr'), 'authority')).toBe('2026-11-25T00:30:00.000Z')
    // 21 November in Los Angeles; the thirtieth day after it.
    expect(dueOf(of('us-ca'), 'residents')).toBe('2026-12-22T07:59:59.000Z')
    expect(dueOf(of('us-ca'), 'attorney-general')).toBeNull()
    expect(dueOf(of('jp-telecom'), 'detailed')).toBe('2026-12-21T14:59:59.000Z')
  })
})

describe('days on which an authority of Japan is open', () => {
  it.each([
    // 30th day on 29 Dec 2026 (Tuesday): over the year's end to Monday 4 January.
    ['2026-11-30', 30, '2027-01-04'],
    ['2026-12-01', 30, '2027-01-04'],
    ['2026-12-05', 30, '2027-01-04'],
    // 3 January 2028 is a Monday: closed; the 4th is open.
    ['2027-12-05', 30, '2028-01-04'],
    // Ends on a Saturday and on a Sunday.
    ['2026-11-20', 30, '2026-12-21'],
    ['2026-11-21', 30, '2026-12-21'],
    // Golden Week: 3 May 2027 to 5 May 2027 are holidays, 1 and 2 May a weekend.
    ['2027-04-02', 30, '2027-05-06'],
    // Silver Week 2026: 21 (holiday), 22 (day between), 23 September (equinox).
    ['2026-08-21', 30, '2026-09-24'],
    // A holiday that falls on a Sunday is taken on the Monday: 11 January 2027 is Coming of Age Day.
    ['2026-12-13', 30, '2027-01-12'],
    // An ordinary day.
    ['2026-11-22', 30, '2026-12-21'],
    ['2026-11-22', 60, '2027-01-20'],
  ])('%s, %i days: %s', (first, days, last) => expect(lastDayInJapan(first, days)).toBe(last))

  it('are never a closed day, never before the term ends, and never later than a week and a half after', () => {
    for (let offset = 0; offset < 1500; offset += 1) {
      const first = addDays('2026-01-01', offset)
      for (const days of [30, 60]) {
        const last = lastDayInJapan(first, days)
        const nominal = addDays(first, days - 1)
        expect(isClosedInJapan(last)).toBe(false)
        expect(last >= nominal && last <= addDays(nominal, 10)).toBe(true)
        for (let day = nominal; day < last; day = addDays(day, 1)) expect(isClosedInJapan(day)).toBe(true)
      }
    }
  })
})
