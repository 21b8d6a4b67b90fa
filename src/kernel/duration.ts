import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, WEEK_MS } from './time-units.ts'

const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS, w: WEEK_MS }
const PART = /(\d+(?:\.\d+)?)\s*(ms|[smhdw])/g

/** `90s`, `10m`, `24h`, `7d`, `1d12h` → ms; NaN if it is no duration. */
export const parseDuration = (text: string): number => {
  const written = text.trim()
  const parts = [...written.matchAll(PART)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== written) return Number.NaN
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNIT_MS[unit ?? ''] ?? Number.NaN), 0)
}
