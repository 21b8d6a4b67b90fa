import { dayOf, fractionMicros, instant, secondOf } from './time-calendar.ts'
import { OFFSET_PATTERN, optionalOffset } from './time-offset.ts'

const EPOCH = /^(\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})(?:\.(\d{1,9}))?$/
const NET_DATE = /^\\?\/Date\((\d{12,13})(?:[+-]\d{4})?\)\\?\/$/

/**
 * Seconds (9–10 digits), milliseconds (12–13), microseconds (15–16) or nanoseconds (18–19) since 1970 → epoch µs; NaN otherwise.
 * Values before 1973 and after 2286 are refused: they are counters, null markers, or dates without separators. `1.7E+12` is refused: a spreadsheet has cut its digits.
 */
export const parseEpoch = (text: string): number => {
  const match = EPOCH.exec(text)
  const digits = match?.[1]
  if (digits === undefined || digits.startsWith('0')) return Number.NaN
  const fraction = match?.[2] ?? ''
  if (digits.length <= 10) return Number(digits) * 1e6 + fractionMicros(fraction)
  if (digits.length <= 13) return Number(digits) * 1000 + Math.floor(fractionMicros(fraction) / 1000)
  return digits.length <= 16 ? Number(digits) : Number(digits.slice(0, -3))
}

/** `/Date(1700000000000)/` and `/Date(1700000000000+0900)/` (always UTC milliseconds) → epoch µs, or NaN. */
export const parseNetDate = (text: string): number => {
  const match = NET_DATE.exec(text)
  return match === null ? Number.NaN : Number(match[1]) * 1000
}

const COMPACT = new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)T?(\\d\\d)(\\d\\d)(\\d\\d)(?:[.,]?(\\d{1,9}))?(${OFFSET_PATTERN})?$`, 'i')

/** `20220913052243.429`, `20220913T052243Z`, LDAP's `20220913052243Z` → epoch µs, or NaN. */
export const parseCompact = (text: string, zone: string): number => {
  const match = COMPACT.exec(text)
  if (match === null) return Number.NaN
  const [, year, month, day, hour, minute, seconds, fraction, offset] = match
  const second = secondOf(Number(hour), Number(minute), Number(seconds))
  return instant(dayOf(Number(year), Number(month), Number(day)), second, fractionMicros(fraction), optionalOffset(offset), zone)
}
