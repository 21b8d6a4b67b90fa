import { dayOf, fractionMicros, instant, secondOf } from './time-calendar.ts'
import { AMERICAN_PATTERN, americanOffset, OFFSET_PATTERN, optionalOffset } from './time-offset.ts'

const CLOCK = '(?<hour>\\d{1,2})[:時] ?(?<minute>\\d{1,2})(?:[:分] ?(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?秒?)?分?'
const HALF_BEFORE = '(?:(?<before>午前|午後|AM|PM) ?)?'
const HALF_AFTER = '(?: ?(?<after>午前|午後|[AP]\\.?M\\.?))?'
const TIME_OF_DAY = `${HALF_BEFORE}${CLOCK}${HALF_AFTER}`
const TAIL = `${TIME_OF_DAY}(?: ?(?<offset>${OFFSET_PATTERN}))?$`
/** `(火)`, `(Tue)`, `火曜日`. */
const WEEKDAY = '(?: ?\\([^()]{1,9}\\)| ?[日月火水木金土]曜日?)?'

const YEAR_FIRST = new RegExp(
  `^(?<year>\\d{4}) ?[-/.年] ?(?<month>\\d{1,2}) ?[-/.月] ?(?<day>\\d{1,2})日?${WEEKDAY}(?:T|, ?| )?${TAIL}`,
  'i',
)
const MONTH_FIRST = new RegExp(
  `^(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4}),? ${TIME_OF_DAY}(?: ?(?<offset>${OFFSET_PATTERN}|(?<=M )${AMERICAN_PATTERN}))?$`,
  'i',
)
const DAY_FIRST = new RegExp(`^(?<day>\\d{1,2})[./-](?<month>\\d{1,2})[./-](?<year>\\d{4}),? ${TAIL}`, 'i')

/** Hour of the day from a 12-hour clock; 午後0時 and 12 PM are noon. NaN when the hour does not fit the half. */
export const hourOf = (hour: number, half: string | undefined): number => {
  if (half === undefined) return hour
  if (hour > 12) return Number.NaN
  return (hour % 12) + (/^(?:午後|p)/i.test(half) ? 12 : 0)
}

const read = (pattern: RegExp, text: string, zone: string, offsetOf = optionalOffset): number => {
  const parts = pattern.exec(text)?.groups
  if (parts === undefined) return Number.NaN
  const hour = hourOf(Number(parts['hour']), parts['before'] ?? parts['after'])
  const second = secondOf(hour, Number(parts['minute']), Number(parts['second'] ?? 0))
  const day = dayOf(Number(parts['year']), Number(parts['month']), Number(parts['day']))
  return instant(day, second, fractionMicros(parts['fraction']), offsetOf(parts['offset']), zone)
}

/** `2026/11/3 2:14:05`, `2026年11月3日(火) 午前2時14分5秒`, `2026-1-2 3:04` → epoch µs, or NaN. */
export const parseYearFirst = (text: string, zone: string): number => read(YEAR_FIRST, text, zone)

/** `11/3/2026 2:14:05 AM`, `11/3/2026, 2:14:05 AM PST`, `11/03/2026, 14:14` (month, day, year) → epoch µs, or NaN. */
export const parseMonthFirst = (text: string, zone: string): number => read(MONTH_FIRST, text, zone, americanOffset)

/** `3.11.2026 02:14:05`, `03/11/2026, 2:14 pm` (day, month, year) → epoch µs, or NaN. */
export const parseDayFirst = (text: string, zone: string): number => read(DAY_FIRST, text, zone)

/** A date with slashes or dots and its year last: which of the two first numbers is the month is the reader's guess. */
export const hasYearLast = (text: string): boolean => /^\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}\b/.test(text.normalize('NFKC'))
