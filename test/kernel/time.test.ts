import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimeSyntax } from '../../src/kernel/time.ts'
import { formatTime, hasOffset, hasYearLast, inferYear, isJapaneseEra, parseTime, toIso } from '../../src/kernel/time.ts'
import { isZone, wallClockOffsetMinutes, zoneOffsetMinutes } from '../../src/kernel/zone.ts'

const context = (zone = 'UTC') => ({ zone, year: () => 2026 })
const read = (text: string, syntax: TimeSyntax, zone = 'UTC'): string => {
  const micros = parseTime(text, syntax, context(zone))
  return Number.isNaN(micros) ? 'NaN' : toIso(micros)
}

describe('iso', () => {
  test.each([
    ['2026-11-21T02:14:05Z', '2026-11-21T02:14:05.000Z'],
    ['2026-11-21T02:14:05.1Z', '2026-11-21T02:14:05.100Z'],
    ['2026/11/3 2:14', '2026-11-03T02:14:00.000Z'],
    ['2026/11/3 2:14:05', '2026-11-03T02:14:05.000Z'],
    ['2026-11-21T02:14:05.123Z', '2026-11-21T02:14:05.123Z'],
    ['2026-11-21T02:14:05.123456Z', '2026-11-21T02:14:05.123456Z'],
    ['2026-11-21T02:14:05.1234567Z', '2026-11-21T02:14:05.123456Z'],
    ['2026-11-21T02:14:05.123456999Z', '2026-11-21T02:14:05.123456Z'],
    ['2026-11-21T02:14:05+00:00', '2026-11-21T02:14:05.000Z'],
    ['2026-11-21T02:14:05+0000', '2026-11-21T02:14:05.000Z'],
    ['2026-11-21T02:14:05+09', '2026-11-20T17:14:05.000Z'],
    ['2026-11-21T02:14:05.5-03:30', '2026-11-21T05:44:05.500Z'],
    ['2026-11-21 02:14:05,123', '2026-11-21T02:14:05.123Z'],
    ['2026-11-21 02:14:05 +0900', '2026-11-20T17:14:05.000Z'],
    ['2026-11-21 02:14:05 UTC', '2026-11-21T02:14:05.000Z'],
    ['2026-11-21 02:14:05 JST', '2026-11-20T17:14:05.000Z'],
    ['2026-11-21T02:14', '2026-11-21T02:14:00.000Z'],
    ['2026-11-21T02:14Z', '2026-11-21T02:14:00.000Z'],
    ['2026-11-21T02:14:05+09:00[Asia/Tokyo]', '2026-11-20T17:14:05.000Z'],
    ['２０２６-１１-２１ ０２:１４:０５', '2026-11-21T02:14:05.000Z'],
    [' 2026-11-21T02:14:05Z ', '2026-11-21T02:14:05.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2026-11-30T24:00:00Z', '2026-12-01T00:00:00.000Z'],
  ])('%s', (text, iso) => expect(read(text, 'iso')).toBe(iso))

  test.each([
    '2026-02-30T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-11-21T24:00:01Z',
    '2026-11-21T25:00:00Z',
    '2026-11-21T02:60:00Z',
    '2026-11-21T02:14:61Z',
    '2026-11-21T02:14:05.Z',
    '2026-11-21T02:14:05 PST',
    '2026-11-21T02:14:05+19:00',
    '2026-11-21T02:14:05+09:60',
    '2026-11-21',
    '0001-01-01T00:00:00Z',
    '1601-01-01T00:00:00Z',
    '',
    'x',
    '2026-11-21T02:14:0',
    '2026-11-21T02:1x:05Z',
    '2026/11/21T02:14:05Z',
    '2026/11/31 2:14',
    '2026/11/3 2:1',
    `2026-11-21T02:14:05Z${' '.repeat(100)}`,
  ])('not a time: %j', (text) => expect(read(text, 'iso')).toBe('NaN'))

  test('agrees with Date on every millisecond text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 253_402_300_799_999 }), (ms) => {
        expect(parseTime(new Date(ms).toISOString(), 'iso', context())).toBe(ms * 1000)
      }),
    )
  })

  test('never throws, and whatever it accepts prints and parses back', () => {
    const alphabet = fc.constantFrom(...'0123456789-:T.,Z+ /年月日午前後時分秒AMP()'.split(''))
    const noise = fc.string({ unit: alphabet, maxLength: 40 })
    // Of pure noise hardly anything is a time: most are made from one, with a few characters put in its place.
    const nearly = fc
      .tuple(fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), fc.nat(24), fc.nat(2), noise)
      .map(([date, at, cut, more]) => date.toISOString().slice(0, at) + more.slice(0, 1) + date.toISOString().slice(at + cut))
    let accepted = 0
    fc.assert(
      fc.property(fc.oneof(noise, { arbitrary: nearly, weight: 3 }), (text) => {
        const micros = parseTime(text, 'any', context())
        if (Number.isNaN(micros)) return
        accepted += 1
        expect(parseTime(toIso(micros), 'iso', context())).toBe(micros)
      }),
      { numRuns: 2000 },
    )
    expect(accepted).toBeGreaterThan(200)
  })

  test('a million a second at least (16 M/s on an idle core): in the best of many short rounds, for a core is seldom idle', () => {
    const texts = Array.from({ length: 1000 }, (_, at) => new Date(1.7e12 + at * 1234).toISOString())
    const at = context()
    const rates = Array.from({ length: 200 }, () => {
      const start = performance.now()
      let sum = 0
      for (const text of texts) sum += parseTime(text, 'iso', at)
      expect(Number.isFinite(sum)).toBe(true)
      return texts.length / ((performance.now() - start) / 1000)
    })
    expect(Math.max(...rates)).toBeGreaterThan(1e6)
  })
})

describe('numbers', () => {
  test.each([
    ['1700000000', '2023-11-14T22:13:20.000Z'],
    ['1700000000.5', '2023-11-14T22:13:20.500Z'],
    ['1700000000.123456', '2023-11-14T22:13:20.123456Z'],
    ['1700000000123', '2023-11-14T22:13:20.123Z'],
    ['1700000000123.456', '2023-11-14T22:13:20.123456Z'],
    ['1700000000123456', '2023-11-14T22:13:20.123456Z'],
    ['1700000000123456789', '2023-11-14T22:13:20.123456Z'],
    ['133444736001234567', '2023-11-14T22:13:20.123456Z'],
    ['/Date(1700000000123)/', '2023-11-14T22:13:20.123Z'],
    ['\\/Date(1700000000123+0900)\\/', '2023-11-14T22:13:20.123Z'],
  ])('epoch %s', (text, iso) => {
    expect(read(text, 'epoch')).toBe(iso)
    expect(read(text, 'any')).toBe(iso)
  })
  test.each(['0', '-1', '42', '1.7E+12', '1e12', '', '00000000000', '99999999', '123456789012345678901', '638355968000000000'])(
    'not an epoch: %j',
    (text) => {
      expect(read(text, 'epoch')).toBe('NaN')
    },
  )
  test.each([
    ['20220913052243.429', '2022-09-13T05:22:43.429Z'],
    ['20220913052243', '2022-09-13T05:22:43.000Z'],
    ['20220913052243429', '2022-09-13T05:22:43.429Z'],
    ['20220913T052243Z', '2022-09-13T05:22:43.000Z'],
    ['20220913052243Z', '2022-09-13T05:22:43.000Z'],
    ['20220913052243+0900', '2022-09-12T20:22:43.000Z'],
    ['20220931052243', 'NaN'],
  ])('compact %s', (text, iso) => expect(read(text, 'any')).toBe(iso))
})

describe('with month names', () => {
  test.each<[string, TimeSyntax, string]>([
    ['10/Oct/2000:13:55:36 -0700', 'clf', '2000-10-10T20:55:36.000Z'],
    ['[10/Oct/2000:13:55:36 -0700]', 'clf', '2000-10-10T20:55:36.000Z'],
    ['10/Oct/2000:13:55:36', 'clf', '2000-10-10T13:55:36.000Z'],
    ['31/Feb/2000:13:55:36 -0700', 'clf', 'NaN'],
    ['Dec 10 06:55:46', 'rfc3164', '2026-12-10T06:55:46.000Z'],
    ['Dec  1 06:55:46', 'rfc3164', '2026-12-01T06:55:46.000Z'],
    ['Dec 1 06:55:46', 'rfc3164', '2026-12-01T06:55:46.000Z'],
    ['Dec 01 06:55:46.123', 'rfc3164', '2026-12-01T06:55:46.123Z'],
    ['Dec 10 2023 06:55:46', 'rfc3164', '2023-12-10T06:55:46.000Z'],
    ['Dez 10 06:55:46', 'rfc3164', 'NaN'],
    ['10-DEC-2023 06:55:46', 'any', '2023-12-10T06:55:46.000Z'],
    ['10 Dec 2023, 06:55:46', 'any', '2023-12-10T06:55:46.000Z'],
    ['Dec 10, 2023 @ 06:55:46.123', 'any', '2023-12-10T06:55:46.123Z'],
    ['Dec 10, 2023, 12:55:46 AM', 'any', '2023-12-10T00:55:46.000Z'],
    ['December 10, 2023 at 6:55:46 PM GMT+9', 'any', '2023-12-10T09:55:46.000Z'],
    ['November 3, 2026 2:14 am', 'any', '2026-11-03T02:14:00.000Z'],
    ['March 2, 2026 12:02:03.5 pm', 'any', '2026-03-02T12:02:03.500Z'],
    ['Decem 10, 2023, 12:55:46 AM', 'any', 'NaN'],
    ['Sun Dec 10 06:55:46 2023', 'ctime', '2023-12-10T06:55:46.000Z'],
    ['Sun Dec  1 06:55:46 JST 2024', 'ctime', '2024-11-30T21:55:46.000Z'],
    ['Fri Mar 12 13:39:54.26 2021', 'ctime', '2021-03-12T13:39:54.260Z'],
    ['Tue, 03 Nov 2026 02:14:05 +0900', 'ctime', '2026-11-02T17:14:05.000Z'],
    ['Tue, 03 Nov 2026 02:14:05 GMT', 'any', '2026-11-03T02:14:05.000Z'],
    ['Tue Nov 03 2026 02:14:05 GMT+0900 (Japan Standard Time)', 'any', '2026-11-02T17:14:05.000Z'],
    ['Dec 10 06:55:46', 'any', '2026-12-10T06:55:46.000Z'],
    ['Dec 10 06:55:46', 'iso', 'NaN'],
  ])('%s as %s', (text, syntax, iso) => expect(read(text, syntax)).toBe(iso))
})

describe('numeric dates', () => {
  test.each<[string, TimeSyntax, string]>([
    ['11/3/2026 2:14:05 AM', 'us', '2026-11-03T02:14:05.000Z'],
    ['11/3/2026, 2:14:05\u202FPM', 'us', '2026-11-03T14:14:05.000Z'],
    ['11/3/2026 12:00 AM', 'us', '2026-11-03T00:00:00.000Z'],
    ['11/3/2026 12:00 PM', 'us', '2026-11-03T12:00:00.000Z'],
    ['11/3/2026 14:14', 'us', '2026-11-03T14:14:00.000Z'],
    ['13/3/2026 14:14', 'us', 'NaN'],
    ['11/3/2026 13:14 PM', 'us', 'NaN'],
    ['11/3/2026 2:14:05 AM', 'any', '2026-11-03T02:14:05.000Z'],
    ['11/3/2026, 2:14:05 AM PST', 'any', '2026-11-03T10:14:05.000Z'],
    ['7/3/2026 2:14:05 PM EDT', 'us', '2026-07-03T18:14:05.000Z'],
    ['11/3/2026 2:14:05 AM JST', 'any', '2026-11-02T17:14:05.000Z'],
    // Elsewhere and without AM or PM the same letters are other zones.
    ['3.11.2026 02:14:05 EST', 'dmy', 'NaN'],
    ['11/3/2026 14:14:05 CST', 'us', 'NaN'],
    ['2026-11-03 02:14:05 CST', 'any', 'NaN'],
    ['11/3/2026 2:14:05', 'any', 'NaN'],
    ['3.11.2026 02:14:05', 'dmy', '2026-11-03T02:14:05.000Z'],
    ['03/11/2026, 2:14 pm', 'dmy', '2026-11-03T14:14:00.000Z'],
    ['2026/11/3 2:14:05', 'any', '2026-11-03T02:14:05.000Z'],
    ['2026/11/03 02:14', 'any', '2026-11-03T02:14:00.000Z'],
    ['2026/11/03(火) 02:14:05', 'any', '2026-11-03T02:14:05.000Z'],
    ['2026年11月3日 2時14分5秒', 'any', '2026-11-03T02:14:05.000Z'],
    ['2026年11月3日(火) 午前2時14分5秒', 'any', '2026-11-03T02:14:05.000Z'],
    ['2026年11月3日火曜日 午後2時14分', 'any', '2026-11-03T14:14:00.000Z'],
    ['2026/11/3 午後 0:14:05', 'any', '2026-11-03T12:14:05.000Z'],
    ['2026/11/3 午前12:14', 'any', '2026-11-03T00:14:00.000Z'],
    ['２０２６／１１／３　２：１４：０５', 'any', '2026-11-03T02:14:05.000Z'],
    ['2026-1-2 3:04:05', 'any', '2026-01-02T03:04:05.000Z'],
    ['2026/11/31 02:14:05', 'any', 'NaN'],
    ['令和8年11月3日 2時14分5秒', 'any', 'NaN'],
    ['R8.11.3 02:14:05', 'any', 'NaN'],
  ])('%s as %s', (text, syntax, iso) => expect(read(text, syntax)).toBe(iso))

  test('Japanese clock in Tokyo', () => expect(read('2026/11/3 2:14:05', 'any', 'Asia/Tokyo')).toBe('2026-11-02T17:14:05.000Z'))
  test.each([
    ['令和8年11月3日 2時14分', true],
    ['令和元年5月1日', true],
    ['R8.11.3', true],
    ['Ｈ31/4/30', true],
    ['2026年11月3日', false],
    ['R2-D2', false],
  ])('era %s', (text, era) => expect(isJapaneseEra(text)).toBe(era))
  test.each([
    ['03/11/2026 02:14', true],
    ['3.11.2026', true],
    ['2026/11/03', false],
    ['1700000000', false],
  ])('year last %s', (text, last) => expect(hasYearLast(text)).toBe(last))
})

describe('zones', () => {
  test.each([
    ['Asia/Tokyo', 540],
    ['UTC', 0],
    ['+09:00', 540],
    ['-0330', -210],
    ['Asia/Kolkata', 330],
    ['America/New_York', -300],
  ])('%s', (zone, minutes) => expect(zoneOffsetMinutes(Date.UTC(2026, 0, 1), zone)).toBe(minutes))
  test('unknown zones are NaN, and refused by isZone', () => {
    expect(zoneOffsetMinutes(0, 'Mars/Olympus')).toBeNaN()
    expect(isZone('Mars/Olympus')).toBe(false)
    expect(isZone('+25:00')).toBe(false)
    expect(isZone('Asia/Tokyo')).toBe(true)
    expect(read('2026-11-21T02:14:05', 'iso', 'Mars/Olympus')).toBe('NaN')
  })
  test('gap: the offset before it; overlap: the earlier instant', () => {
    expect(read('2026-03-08T02:30:00', 'iso', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z')
    expect(read('2026-11-01T01:30:00', 'iso', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
    expect(read('2026-10-25T02:30:00', 'iso', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z')
    expect(read('2026-03-29T02:30:00', 'iso', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
    expect(read('2026-04-05T01:45:00', 'iso', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z')
  })
  test('every instant survives the way to the wall clock and back, but for overlaps', () => {
    const zone = fc.constantFrom(
      'Asia/Tokyo',
      'America/New_York',
      'Europe/Berlin',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Pacific/Apia',
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), zone, (seconds, name) => {
        const ms = seconds * 1000
        const wall = ms + zoneOffsetMinutes(ms, name) * 60_000
        const back = wall - wallClockOffsetMinutes(wall, name) * 60_000
        expect(back <= ms && back + zoneOffsetMinutes(back, name) * 60_000 === wall).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('hasOffset', () => {
  test.each([
    '2026-11-21T02:14:05Z',
    '2026-11-21T02:14:05.123+09:00',
    '2026-11-21 02:14:05 +0900',
    '2026-11-21T02:14+09',
    '1700000000',
    '1700000000.5',
    '/Date(1700000000123)/',
    '10/Oct/2000:13:55:36 -0700',
    '[10/Oct/2000:13:55:36 -0700]',
    'Tue, 03 Nov 2026 02:14:05 GMT',
    'Tue Nov 03 2026 02:14:05 GMT+0900 (Japan Standard Time)',
    '2026/11/3 2:14:05 JST',
    '20220913052243Z',
    'Sun Dec  1 06:55:46 JST 2024',
    '2026-11-21T02:14:05+09:00[Asia/Tokyo]',
    '11/3/2026, 2:14:05 AM PST',
  ])('%s has one', (text) => expect(hasOffset(text)).toBe(true))
  test.each([
    '2026-11-21T02:14:05',
    '2026-11-21 02:14:05,123',
    'Dec 10 06:55:46',
    '2026年11月3日 2時14分5秒',
    '20220913052243.429',
    '2026-11-21',
    '',
  ])('%j has none', (text) => expect(hasOffset(text)).toBe(false))
})

describe('writing', () => {
  test('formatTime always shows the offset', () => {
    expect(formatTime(Date.UTC(2026, 10, 20, 17, 14, 5) * 1000, 'Asia/Tokyo')).toBe('2026-11-21 02:14:05+09:00')
    expect(formatTime(Date.UTC(2026, 10, 20, 17, 14, 5) * 1000 + 999_999, 'UTC')).toBe('2026-11-20 17:14:05+00:00')
    expect(formatTime(Date.UTC(2026, 6, 1) * 1000, 'America/St_Johns')).toBe('2026-06-30 21:30:00-02:30')
    expect(formatTime(0, 'Mars/Olympus')).toBe('1970-01-01 00:00:00+00:00')
  })
  test('toIso: three digits, six below the millisecond', () => {
    expect(toIso(1_700_000_000_123_000)).toBe('2023-11-14T22:13:20.123Z')
    expect(toIso(1_700_000_000_123_004)).toBe('2023-11-14T22:13:20.123004Z')
  })
})

describe('inferYear', () => {
  const sources = { option: undefined, datedMs: undefined, modifiedMs: undefined, nowMs: Date.UTC(2026, 0, 5) }
  test('December of a log that ends in January is last year', () => {
    const { year, from } = inferYear(sources)
    expect([from, year(12, 31), year(1, 5), year(1, 6), year(1, 7)]).toEqual(['now', 2025, 2026, 2026, 2025])
  })
  test('option, then dated records, then modification time, then now', () => {
    const all = { ...sources, option: 2001, datedMs: Date.UTC(2002, 5, 1), modifiedMs: Date.UTC(2003, 5, 1) }
    expect(inferYear(all)).toMatchObject({ from: 'option' })
    expect(inferYear(all).year(12, 31)).toBe(2001)
    expect(inferYear({ ...all, option: undefined }).year(5, 1)).toBe(2002)
    expect(inferYear({ ...all, option: undefined, datedMs: undefined }).year(7, 1)).toBe(2002)
    expect(inferYear({ ...all, option: undefined, datedMs: undefined }).from).toBe('modified')
  })
  test('an option names the year of the last line', () => {
    const { year } = inferYear({ ...sources, option: 2024, last: { month: 1, day: 3 } })
    expect([year(12, 31), year(1, 3)]).toEqual([2023, 2024])
  })
  test('29 February only falls into leap years', () => expect(inferYear(sources).year(2, 29)).toBe(2024))
  test('28 February and the 29th of other months are of every year', () => {
    const { year } = inferYear({ ...sources, option: 2026, last: { month: 4, day: 30 } })
    expect([year(2, 28), year(3, 29), year(2, 29)]).toEqual([2026, 2026, 2024])
  })
  test('a day later in the month belongs to the year before only in the newest month', () => {
    const { year } = inferYear({ ...sources, option: 2026, last: { month: 6, day: 10 } })
    expect([year(5, 31), year(6, 10), year(6, 11), year(7, 1)]).toEqual([2026, 2026, 2025, 2025])
  })
  test('--year without a last line means all of that year', () => {
    expect(inferYear({ ...sources, option: 2026 }).year(12, 31)).toBe(2026)
  })
  test('says what the years rest on', () => {
    const newest = { option: undefined, datedMs: Date.UTC(2025, 5, 1), modifiedMs: Date.UTC(2025, 5, 1), nowMs: Date.UTC(2025, 5, 1) }
    expect(inferYear(newest).from).toBe('dated')
    expect(inferYear({ ...newest, datedMs: undefined }).from).toBe('modified')
    expect(inferYear({ ...newest, datedMs: undefined, modifiedMs: undefined }).from).toBe('now')
  })
})
