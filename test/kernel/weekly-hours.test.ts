import { describe, expect, it } from 'vitest'
import { isWithinHours, parseHours } from '../../src/kernel/weekly-hours.ts'

const at = (text: string, hours: string, zone = 'Asia/Tokyo', holidays: readonly string[] = []): boolean =>
  isWithinHours(Date.parse(text), parseHours(hours) ?? [], zone, new Set(holidays))

describe('weekly hours', () => {
  it('hold on the wall clock of a zone, the end not included', () => {
    // 2026-03-02 is a Monday.
    expect(at('2026-03-02T00:00:00Z', 'Mon-Fri 09:00-18:00')).toBe(true)
    expect(at('2026-03-02T08:59:59Z', 'Mon-Fri 09:00-18:00')).toBe(true)
    expect(at('2026-03-02T09:00:00Z', 'Mon-Fri 09:00-18:00')).toBe(false)
    expect(at('2026-03-01T03:00:00Z', 'Mon-Fri 09:00-18:00')).toBe(false)
    expect(at('2026-03-02T03:00:00Z', '月-金 9:00-18:00')).toBe(true)
  })
  it('go over midnight, also over the end of the week', () => {
    expect(at('2026-03-03T19:00:00Z', 'Tue 22:00-06:00')).toBe(true)
    expect(at('2026-03-07T20:00:00Z', 'Sat 22:00-06:00')).toBe(true)
    expect(at('2026-03-07T21:00:00Z', 'Sat 22:00-06:00')).toBe(false)
    expect(at('2026-03-07T20:00:00Z', 'Fri-Mon 00:00-24:00; Tue 09:00-10:00')).toBe(true)
  })
  it('are none on a holiday, whose date is that of the zone', () => {
    expect(at('2026-03-19T15:30:00Z', 'daily 00:00-24:00', 'Asia/Tokyo', ['2026-03-20'])).toBe(false)
    expect(at('2026-03-19T14:30:00Z', 'daily 00:00-24:00', 'Asia/Tokyo', ['2026-03-20'])).toBe(true)
  })
  it('count a night by the day on which it began', () => {
    // Friday 20 March is a holiday: the night from Thursday into it was worked, that from it into Saturday was not.
    const night = (time: string): boolean => at(time, 'Mon-Fri 22:00-04:00', 'Asia/Tokyo', ['2026-03-20'])
    expect(night('2026-03-20T02:00:00+09:00')).toBe(true)
    expect(night('2026-03-20T23:00:00+09:00')).toBe(false)
    expect(night('2026-03-21T02:00:00+09:00')).toBe(false)
    expect(night('2026-03-21T04:00:00+09:00')).toBe(false)
  })
  it.each([
    ['月～金　９：００～１８：００', '2026-03-02T09:00:00+09:00', '2026-03-07T09:00:00+09:00'],
    ['平日 9時～17時30分', '2026-03-02T17:29:00+09:00', '2026-03-02T17:30:00+09:00'],
    ['月水金8時半-12:00', '2026-03-04T08:30:00+09:00', '2026-03-03T09:00:00+09:00'],
    ['月・水 10:00〜12:00、土日 13:00〜15:00', '2026-03-08T13:00:00+09:00', '2026-03-06T11:00:00+09:00'],
    ['weekdays 07:00-21:00', '2026-03-06T20:59:00+09:00', '2026-03-07T12:00:00+09:00'],
  ])('are read as people write them: %s', (hours, inside, outside) => {
    expect(at(inside, hours)).toBe(true)
    expect(at(outside, hours)).toBe(false)
  })
  it.each(['', 'Mon', '09:00-18:00', 'Xyz 09:00-18:00', 'Mon 25:00-26:00', 'Mon 9-18'])('cannot be read from %j', (text) =>
    expect(parseHours(text)).toBeUndefined(),
  )
})
