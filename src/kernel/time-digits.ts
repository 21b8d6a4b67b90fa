import { secondOf } from './time-calendar.ts'

/** Two digits at `at`, or NaN. */
export const two = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - 48
  const ones = text.charCodeAt(at + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

const COLON = 58

/** `02:14:05` at `at` → seconds since midnight, or NaN. */
export const clockAt = (text: string, at: number): number =>
  text.charCodeAt(at + 2) === COLON && text.charCodeAt(at + 5) === COLON
    ? secondOf(two(text, at), two(text, at + 3), two(text, at + 6))
    : Number.NaN
