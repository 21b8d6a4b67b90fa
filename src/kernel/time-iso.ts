import { instant } from './time-calendar.ts'
import { offsetMinutes } from './time-offset.ts'

/** Two digits at `at`, or NaN. */
const two = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

const DASH = 45
const COLON = 58
const isDateTimeSign = (code: number): boolean => code === 84 || code === 32 || code === 116
const isDecimalSign = (code: number): boolean => code === 46 || code === 44

/**
 * `2026-11-21T02:14:05.123Z` and its relatives → epoch µs, or NaN: blank or `t` for `T`, comma for point, 0–9 fraction
 * digits, no seconds, `Z`, `+09`, `+0900`, `+09:00`, ` UTC`, or nothing (then the wall clock of `zone`).
 * By char codes, because this runs once per event: 17 M/s measured on one core.
 */
export const parseIso = (text: string, zone: string): number => {
  const length = text.length
  if (length < 16 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN
  if (!isDateTimeSign(text.charCodeAt(10)) || text.charCodeAt(13) !== COLON) return Number.NaN
  let at = 16
  let second = 0
  let micros = 0
  if (text.charCodeAt(16) === COLON) {
    second = two(text, 17)
    at = 19
    if (isDecimalSign(text.charCodeAt(19))) {
      let scale = 100_000
      for (at = 20; at < length; at += 1) {
        const digit = text.charCodeAt(at) - 48
        if (!(digit >= 0 && digit <= 9)) break
        micros += digit * scale
        scale = scale > 1 ? scale / 10 : 0
      }
      if (at === 20) return Number.NaN
    }
  }
  const offset = at >= length ? undefined : text.charCodeAt(at) === 90 && at + 1 === length ? 0 : offsetMinutes(text.slice(at))
  return instant(two(text, 0) * 100 + two(text, 2), two(text, 5), two(text, 8), two(text, 11), two(text, 14), second, micros, offset, zone)
}
