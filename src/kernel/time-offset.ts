/** What may stand behind a time of day. Abbreviations other than these mean different offsets in different places. */
export const OFFSET_PATTERN = '(?:Z|(?:UTC|GMT)?[+-]\\d{1,2}(?::?[0-5]\\d)?|UTC|GMT|JST)'

const NAMED: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, JST: 540 }
const NUMERIC = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d))?$/

/** What they mean behind a date that begins with the month and has AM or PM: so only North America writes. */
const AMERICAN: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
}
export const AMERICAN_PATTERN = '[ECMP][SD]T'

const COLON = 58

const digit = (text: string, at: number): number => {
  const value = text.charCodeAt(at) - 48
  return value >= 0 && value <= 9 ? value : Number.NaN
}

/** `+09:00` and `+0900`, what nearly all are; NaN for others. */
const plainOffset = (text: string): number => {
  const sign = text.charCodeAt(0)
  const minute = text.charCodeAt(3) === COLON ? 4 : 3
  if ((sign !== 43 && sign !== 45) || text.length !== minute + 2) return Number.NaN
  const hours = digit(text, 1) * 10 + digit(text, 2)
  const minutes = digit(text, minute) * 10 + digit(text, minute + 1)
  if (!(hours < 18) || !(minutes < 60)) return Number.NaN
  return sign === 45 ? 0 - (hours * 60 + minutes) : hours * 60 + minutes
}

/** `Z`, `UTC`, `GMT`, `JST`, `+09`, `+0900`, `+09:00`, `GMT+0900` → minutes ahead of UTC; NaN for anything else. */
export const offsetMinutes = (text: string): number => {
  const plain = plainOffset(text)
  if (!Number.isNaN(plain)) return plain
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

/** As `optionalOffset`, for American dates. */
export const americanOffset = (text: string | undefined): number | undefined => AMERICAN[text?.toUpperCase() ?? ''] ?? optionalOffset(text)
