import { describe, expect, it } from 'vitest'
import { isWallTimeOdd, observesSummerTime } from '../../src/kernel/summer-time.ts'

describe('zones whose clocks are set', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Africa/Casablanca'])('%s', (zone) => {
    // Asked twice: the second answer is remembered.
    expect([observesSummerTime(zone), observesSummerTime(zone)]).toEqual([true, true])
  })
  it('also where that ended within the years that are looked at', () => {
    expect(observesSummerTime('America/Sao_Paulo')).toBe(true)
    expect(observesSummerTime('Asia/Tehran')).toBe(true)
  })
  it.each(['Asia/Tokyo', 'UTC', '+09:00', 'Asia/Kolkata'])('not %s', (zone) => {
    expect([observesSummerTime(zone), observesSummerTime(zone)]).toEqual([false, false])
  })
})

describe('a time that a wall clock showed', () => {
  const odd = (wall: string, zone: string) => isWallTimeOdd(Date.parse(`${wall}Z`), zone)

  it.each([
    ['2026-03-29T01:59:59', 'Europe/Berlin', undefined],
    ['2026-03-29T02:00:00', 'Europe/Berlin', 'skipped'],
    ['2026-03-29T02:59:59', 'Europe/Berlin', 'skipped'],
    ['2026-03-29T03:00:00', 'Europe/Berlin', undefined],
    ['2026-10-25T01:59:59', 'Europe/Berlin', undefined],
    ['2026-10-25T02:00:00', 'Europe/Berlin', 'twice'],
    ['2026-10-25T02:59:59', 'Europe/Berlin', 'twice'],
    ['2026-10-25T03:00:00', 'Europe/Berlin', undefined],
    // West of Greenwich, and half an hour only.
    ['2026-03-08T02:30:00', 'America/New_York', 'skipped'],
    ['2026-11-01T01:30:00', 'America/New_York', 'twice'],
    ['2026-10-04T02:15:00', 'Australia/Lord_Howe', 'skipped'],
    ['2026-10-04T02:30:00', 'Australia/Lord_Howe', undefined],
    ['2026-04-05T01:45:00', 'Australia/Lord_Howe', 'twice'],
    // The day before and the day after, at that hour, and a zone that has none of this.
    ['2026-03-28T02:30:00', 'Europe/Berlin', undefined],
    ['2026-03-30T02:30:00', 'Europe/Berlin', undefined],
    ['2026-03-29T02:30:00', 'Asia/Tokyo', undefined],
  ])('%s in %s: %s', (wall, zone, found) => {
    expect(odd(wall, zone)).toBe(found)
  })
})
