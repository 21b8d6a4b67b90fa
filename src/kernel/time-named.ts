import { dayOf, fractionMicros, instant, secondOf } from './time-calendar.ts'
import { fixedClf, fixedCtime, fixedRfc3164, type YearOf } from './time-fixed.ts'
import { hourOf } from './time-numeric-date.ts'
import { OFFSET_PATTERN, optionalOffset } from './time-offset.ts'
import { isZone } from './zone.ts'

const NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** Of a name in full or its first three letters. */
const monthOf = (name: string): number => {
  const lower = name.toLowerCase()
  return NAMES.findIndex((full) => full === lower || full.slice(0, 3) === lower) + 1
}

const WEEKDAY = '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +)?'
const MONTH = '(?<month>[A-Z][a-z]{2})'
const ANY_MONTH = '(?<month>[A-Za-z]{3,9})'
const DAY = '(?<day>\\d{1,2})'
const YEAR = '(?<year>\\d{4})'
const CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?'
const OFFSET = `(?: *(?<offset>${OFFSET_PATTERN})(?: \\([^()]*\\))?)?`

const CLF = new RegExp(`^\\[?${DAY}/${MONTH}/${YEAR}:${CLOCK}${OFFSET}\\]?$`)
const RFC3164 = new RegExp(`^${MONTH} {1,2}${DAY} (?:${YEAR} )?${CLOCK}$`)
const CTIME = new RegExp(`^${WEEKDAY}${MONTH} +${DAY} ${CLOCK}${OFFSET} ${YEAR}$`)
/** `Tue, 03 Nov 2026 02:14:05 +0900` (RFC 2822, HTTP); `03-NOV-2026 02:14:05` (databases). */
const MAIL = new RegExp(`^${WEEKDAY}${DAY}[ -]${ANY_MONTH}[ -]${YEAR},? ${CLOCK}${OFFSET}$`)
/** `Tue Nov 03 2026 02:14:05 GMT+0900 (Japan Standard Time)` (JavaScript). */
const SCRIPT = new RegExp(`^${WEEKDAY}${MONTH} ${DAY} ${YEAR} ${CLOCK}${OFFSET}$`)
const SHORT_CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?'
/** `Nov 3, 2026 @ 02:14:05.123` (Kibana), `November 3, 2026 at 2:14:05 AM` (browsers and databases in American English), `November 3, 2026 2:14 am` (WordPress). */
const LONG = new RegExp(`^${WEEKDAY}${ANY_MONTH} ${DAY}, ${YEAR}(?:,| @| at)? ${SHORT_CLOCK}(?: ?(?<half>[APap])[Mm])?${OFFSET}$`)

const read = (pattern: RegExp, text: string, zone: string, yearOf: YearOf | undefined): number => {
  const parts = pattern.exec(text)?.groups
  if (parts === undefined) return Number.NaN
  const month = monthOf(parts['month'] ?? '')
  const day = Number(parts['day'])
  const year = parts['year'] === undefined ? yearOf?.(month, day) : Number(parts['year'])
  const second = secondOf(hourOf(Number(parts['hour']), parts['half']), Number(parts['minute']), Number(parts['second'] ?? 0))
  return instant(dayOf(year ?? Number.NaN, month, day), second, fractionMicros(parts['fraction']), optionalOffset(parts['offset']), zone)
}

const orElse = (micros: number, other: () => number): number => (Number.isNaN(micros) ? other() : micros)

/** `10/Oct/2000:13:55:36 -0700`, with or without brackets → epoch µs, or NaN. */
export const parseClf = (text: string, zone: string): number => orElse(fixedClf(text, zone), () => read(CLF, text, zone, undefined))

/** `Dec 10 06:55:46`, `Dec  1 06:55:46`, Cisco's `Dec 10 2023 06:55:46` → epoch µs, or NaN. */
export const parseRfc3164 = (text: string, zone: string, yearOf: YearOf): number =>
  orElse(fixedRfc3164(text, zone, yearOf), () => read(RFC3164, text, zone, yearOf))

/** `03-Nov-2026 02:14:05 Asia/Tokyo`: PHP's error_log names its zone (php_log_err in main/main.c). */
const NAMED_ZONE = /^(?<clock>.*\d) (?<zone>[A-Z][A-Za-z]{1,20}(?:\/[A-Z][A-Za-z_-]{1,30}){1,2})$/

/** A time without the zone that is named behind it, and that zone. */
export const namedZone = (text: string): { readonly clock: string; readonly zone: string } | undefined => {
  const { clock, zone } = NAMED_ZONE.exec(text)?.groups ?? {}
  return clock === undefined || zone === undefined || !isZone(zone) ? undefined : { clock, zone }
}

/** `Sun Dec 10 06:55:46 2023`, also with a zone before the year, and the RFC 2822, JavaScript and American orders → epoch µs, or NaN. */
export const parseCtime = (text: string, zone: string): number => {
  const fixed = fixedCtime(text, zone)
  if (!Number.isNaN(fixed)) return fixed
  const named = namedZone(text)
  if (named !== undefined) return parseCtime(named.clock, named.zone)
  for (const pattern of [CTIME, MAIL, SCRIPT, LONG]) {
    const micros = read(pattern, text, zone, undefined)
    if (!Number.isNaN(micros)) return micros
  }
  return Number.NaN
}
