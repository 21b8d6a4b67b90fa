import { dayOf, fractionMicros, instant, secondOf } from './time-calendar.ts'
import { OFFSET_PATTERN, optionalOffset } from './time-offset.ts'

const EPOCH = /^(\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})(?:\.(\d{1,9}))?$/
const NET_DATE = /^\\?\/Date\((\d{12,13})(?:[+-]\d{4})?\)\\?\/$/

/** FILETIME: 100 ns since 1601 (https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-filetime), here of 1981 to 2108. */
const isFileTime = (digits: string): boolean => digits >= '12' && digits < '16'
const FILETIME_OF_1970 = 11_644_473_600_000_000

/**
 * Seconds (9–10 digits), milliseconds (12–13), microseconds (15–16) or nanoseconds (19) since 1970, or a FILETIME (18) → epoch µs; NaN otherwise
 * (18 digits would be nanoseconds before 2001, which no log counts in; .NET's ticks do not say their zone). Values before 1973 and after 2286 are refused: they are counters, null markers, or dates without separators. `1.7E+12` is refused: a spreadsheet has cut its digits.
 */
export const parseEpoch = (text: string): number => {
  const match = EPOCH.exec(text)
  const digits = match?.[1]
  if (digits === undefined || digits.startsWith('0')) return Number.NaN
  const fraction = match?.[2] ?? ''
  if (digits.length <= 10) return Number(digits) * 1e6 + fractionMicros(fraction)
  if (digits.length <= 13) return Number(digits) * 1000 + Math.floor(fractionMicros(fraction) / 1000)
  if (digits.length <= 16) return Number(digits)
  if (digits.length === 19) return Number(digits.slice(0, -3))
  return isFileTime(digits) ? Number(digits.slice(0, -1)) - FILETIME_OF_1970 : Number.NaN
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
