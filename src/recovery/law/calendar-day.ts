import { createRequire } from 'node:module'
import type * as HolidayJp from '@holiday-jp/holiday_jp'
import { once } from '../../kernel/once.ts'
import { DAY_MS, MINUTE_MS } from '../../kernel/time-units.ts'
import { formatTime } from '../../kernel/time.ts'
import { wallClockOffsetMinutes } from '../../kernel/zone.ts'

/** The calendar day of an instant in a zone, as `2026-11-22`. */
export const dayOf = (ms: number, zone: string): string => formatTime(ms * 1000, zone).slice(0, 10)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** The last second of a day in a zone, as an ISO time. */
export const endOfDay = (day: string, zone: string): string => {
  const wall = Date.parse(`${day}T23:59:59Z`)
  return new Date(wall - wallClockOffsetMinutes(wall, zone) * MINUTE_MS).toISOString()
}

/** Loaded when a term is counted: the holidays of eighty years are more than most of this program's own files. */
const holidays = once(
  (): Readonly<Record<string, unknown>> => (createRequire(import.meta.url)('@holiday-jp/holiday_jp') as typeof HolidayJp).holidays,
)

/**
 * Is the authority closed in Japan: Saturday, Sunday, a public holiday, or 29 December to 3 January
 * (行政機関の休日に関する法律 1条)? Holidays from holiday-jp, which are known from 1970 to 2050.
 */
export const isClosedInJapan = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const date = day.slice(5)
  return weekday === 0 || weekday === 6 || date >= '12-29' || date <= '01-03' || Object.hasOwn(holidays(), day)
}

/** The last day of a term whose first day counts; a last day on which the authority is closed moves to the next that is not. */
export const lastDayInJapan = (first: string, days: number): string => {
  let day = addDays(first, days - 1)
  while (isClosedInJapan(day)) day = addDays(day, 1)
  return day
}
