const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
const PART = /(\d+(?:\.\d+)?)\s*(ms|[smhdw])/g

/** `90s`, `10m`, `24h`, `7d`, `1d12h` → ms; NaN if it is no duration. */
export const parseDuration = (text: string): number => {
  const written = text.trim()
  const parts = [...written.matchAll(PART)]
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== written) return Number.NaN
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (UNIT_MS[unit ?? ''] ?? Number.NaN), 0)
}
