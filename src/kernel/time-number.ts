import { dayOf, fractionMicros, instant, secondOf } from './time-calendar.ts'
import { OFFSET_PATTERN, optionalOffset } from './time-offset.ts'
import { DAY_MS } from './time-units.ts'

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

/** A date with or without signs, and a time of day that may have lost its zero and its colons in a spreadsheet. */
const PACKED = /^(\d{4})(?:(\d\d)(\d\d)|[-/.](\d{1,2})[-/.](\d{1,2})) (\d{1,2})(?::(\d\d)(?::(\d\d))?|(\d\d)(\d\d)?)$/

/** `20261103 021405`, `20261103 21405` (its zero lost), `20261103 2:14:05`, `2026/11/03 021405`, `20261103 0214` → epoch µs, or NaN. */
export const parsePacked = (text: string, zone: string): number => {
  const match = PACKED.exec(text)
  if (match === null) return Number.NaN
  const [, year, month, day, monthOfSigns, dayOfSigns, hour, minute, seconds, minuteOfDigits, secondsOfDigits] = match
  const second = secondOf(Number(hour), Number(minute ?? minuteOfDigits), Number(seconds ?? secondsOfDigits ?? 0))
  return instant(dayOf(Number(year), Number(month ?? monthOfSigns), Number(day ?? dayOfSigns)), second, 0, undefined, zone)
}

/** Days since 1899-12-30 with a fraction: dates of a spreadsheet whose cells lost their format. Of 2000 to 2099. */
const SERIAL = /^[3-7]\d{4}(?:\.\d{1,17})?$/
const SERIAL_OF_1970 = 25_569
const SERIAL_OF_2000 = 36_526
const SERIAL_OF_2100 = 73_051

/** `46329.0931134259` → epoch µs, to the millisecond, or NaN. https://support.microsoft.com/office/datevalue-function-df8b07d4-7761-4a93-bc33-b7471bbff252 */
export const parseSerial = (text: string, zone: string): number => {
  const days = SERIAL.test(text) ? Number(text) : Number.NaN
  if (!(days >= SERIAL_OF_2000 && days < SERIAL_OF_2100)) return Number.NaN
  const ms = Math.round((days - SERIAL_OF_1970) * DAY_MS)
  const day = Math.floor(ms / DAY_MS)
  const ofDay = ms - day * DAY_MS
  return instant(day, Math.floor(ofDay / 1000), (ofDay % 1000) * 1000, undefined, zone)
}
