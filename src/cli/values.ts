import { parseTime } from '../kernel/time.ts'
import { userError } from '../kernel/user-error.ts'

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** `90s`, `10m`, `24h`, `7d` → ms. */
export const parseDuration = (text: string, option: string): number => {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d|w)$/.exec(text.trim())
  const unit = UNIT_MS[match?.[2] ?? '']
  if (match === null || unit === undefined) throw userError(`${option}: "${text}" is not a duration.`, 'Write a number and a unit: 90s, 10m, 24h, 7d.')
  return Number(match[1]) * unit
}

/** A time of the command line → epoch µs; without an offset it is in `zone`. A date alone is its beginning. */
export const parseMoment = (text: string, option: string, zone: string): number => {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text
  const micros = parseTime(full, 'iso', { zone, year: () => Number.NaN })
  if (Number.isNaN(micros)) throw userError(`${option}: "${text}" is not a time.`, 'Write 2026-11-21, 2026-11-21T02:14:05 or 2026-11-21T02:14:05+09:00.')
  return micros
}

/** IANA name, `UTC`, or `+09:00`; checked by asking the runtime. */
export const parseZone = (text: string, option: string): string => {
  if (/^[+-]\d{2}:\d{2}$/.test(text)) return text
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone === '' ? text : text
  } catch {
    throw userError(`${option}: "${text}" is not a time zone.`, 'Write an IANA name (Asia/Tokyo), UTC, or an offset (+09:00).')
  }
}

/** One of a closed list. */
export const parseChoice = <Choice extends string>(text: string, option: string, known: readonly Choice[]): Choice => {
  const found = known.find((choice) => choice === text)
  if (found === undefined) throw userError(`${option}: "${text}" is not known.`, `Known: ${known.join(', ')}.`)
  return found
}
