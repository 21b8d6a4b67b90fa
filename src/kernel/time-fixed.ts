import { dayOf, instant } from './time-calendar.ts'
import { clockAt, two } from './time-digits.ts'
import { offsetMinutes } from './time-offset.ts'

/** The year of a date that was logged without one. Month 1–12. */
export type YearOf = (month: number, day: number) => number

// The layouts that nearly all lines have, by position: patterns with names take five times as long, and this runs once per line.

const NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const codeAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2)

const MONTHS: ReadonlyMap<number, number> = new Map(NAMES.map((name, index) => [codeAt(name, 0), index + 1]))

const monthAt = (text: string, at: number): number => MONTHS.get(codeAt(text, at)) ?? Number.NaN

const BLANK = 32
const STROKE = 47
const COLON = 58
const isAt = (text: string, at: number, code: number): boolean => text.charCodeAt(at) === code

const WEEKDAYS: ReadonlySet<string> = new Set(['Mon ', 'Tue ', 'Wed ', 'Thu ', 'Fri ', 'Sat ', 'Sun '])

/** `10`, or ` 1`. */
const paddedDay = (text: string, at: number): number => {
  const ones = text.charCodeAt(at + 1) - 48
  return isAt(text, at, BLANK) && ones >= 0 && ones <= 9 ? ones : two(text, at)
}

/** `Dec 10 06:55:46`, `Dec  1 06:55:46`; NaN for anything else. */
export const fixedRfc3164 = (text: string, zone: string, yearOf: YearOf): number => {
  if (text.length !== 15 || !isAt(text, 3, BLANK) || !isAt(text, 6, BLANK)) return Number.NaN
  const month = monthAt(text, 0)
  const day = paddedDay(text, 4)
  return Number.isNaN(month + day) ? Number.NaN : instant(dayOf(yearOf(month, day), month, day), clockAt(text, 7), 0, undefined, zone)
}

/** `10/Oct/2000:13:55:36 -0700`; NaN for anything else. */
export const fixedClf = (text: string, zone: string): number => {
  if (text.length !== 26 || !isAt(text, 2, STROKE) || !isAt(text, 6, STROKE)) return Number.NaN
  if (!isAt(text, 11, COLON) || !isAt(text, 20, BLANK)) return Number.NaN
  const day = dayOf(two(text, 7) * 100 + two(text, 9), monthAt(text, 3), two(text, 0))
  return instant(day, clockAt(text, 12), 0, offsetMinutes(text.slice(21)), zone)
}

/** `Sun Dec 10 06:55:46 2023`; NaN for anything else. */
export const fixedCtime = (text: string, zone: string): number => {
  if (text.length !== 24 || !isAt(text, 7, BLANK) || !isAt(text, 10, BLANK) || !isAt(text, 19, BLANK)) return Number.NaN
  if (!WEEKDAYS.has(text.slice(0, 4))) return Number.NaN
  const day = dayOf(two(text, 20) * 100 + two(text, 22), monthAt(text, 4), paddedDay(text, 8))
  return instant(day, clockAt(text, 11), 0, undefined, zone)
}
