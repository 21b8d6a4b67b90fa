/** What may stand behind a time of day. Abbreviations other than these mean different offsets in different places. */
export const OFFSET_PATTERN = '(?:Z|(?:UTC|GMT)?[+-]\\d{1,2}(?::?[0-5]\\d)?|UTC|GMT|JST)'

const NAMED: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, JST: 540 }
const NUMERIC = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?$/

/** `Z`, `UTC`, `GMT`, `JST`, `+09`, `+0900`, `+09:00`, `GMT+0900` → minutes ahead of UTC; NaN for anything else. */
export const offsetMinutes = (text: string): number => {
  const upper = text.trim().toUpperCase()
  if (Object.hasOwn(NAMED, upper)) return NAMED[upper] ?? Number.NaN
  const match = NUMERIC.exec(upper)
  if (match === null) return Number.NaN
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 18 * 60) return Number.NaN
  return match[1] === '-' ? 0 - minutes : minutes
}

/** As `offsetMinutes`, but a part that is absent stays undefined: the zone is then the log's. */
export const optionalOffset = (text: string | undefined): number | undefined =>
  text === undefined || text === '' ? undefined : offsetMinutes(text)
