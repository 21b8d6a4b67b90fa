import { MINUTE_MS } from './time-units.ts'
import { wallClockOffsetMinutes } from './zone.ts'

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Gregorian leap year? */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Does this date exist? Month 1–12. Years before 1970 do not: in logs they are null markers (0001-01-01, 1601-01-01, 1899-12-30). */
export const isDate = (year: number, month: number, day: number): boolean => {
  if (!(year >= 1970 && year <= 9999 && day >= 1)) return false
  if (month === 2 && day === 29) return isLeapYear(year)
  return day <= (MONTH_DAYS[month - 1] ?? 0)
}

/** Days from 1970-01-01 to a Gregorian date (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil). */
const daysFromCivil = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = (((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) | 0) + day - 1
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Days from 1970-01-01 to a date that exists; NaN for one that does not. */
export const dayOf = (year: number, month: number, day: number): number =>
  isDate(year, month, day) ? daysFromCivil(year, month, day) : Number.NaN

/** ISO 8601 and JIS X 0301 write the end of a day so. */
const isEndOfDay = (hour: number, minute: number, second: number): boolean => hour === 24 && minute === 0 && second === 0

/** Seconds since midnight; NaN for a time of day that does not exist. Second 60 (leap second) is the next second, 24:00:00 the next day. */
export const secondOf = (hour: number, minute: number, second: number): number =>
  (hour < 24 && minute < 60 && second <= 60) || isEndOfDay(hour, minute, second) ? hour * 3600 + minute * 60 + second : Number.NaN

/**
 * `dayOf`, `secondOf` and µs below the second → epoch µs; NaN when any part is. `minutes` ahead of UTC as logged,
 * or undefined for the wall clock of `zone`.
 */
export const instant = (day: number, second: number, micros: number, minutes: number | undefined, zone: string): number => {
  const wallMs = (day * 86_400 + second) * 1000
  if (Number.isNaN(wallMs)) return Number.NaN
  return (wallMs - (minutes ?? wallClockOffsetMinutes(wallMs, zone)) * MINUTE_MS) * 1000 + micros
}

/** The digits after a decimal sign as µs; digits past the sixth are cut, not rounded. '' and undefined are 0. */
export const fractionMicros = (digits: string | undefined): number =>
  digits === undefined || digits === '' ? 0 : Number(digits.slice(0, 6).padEnd(6, '0'))
