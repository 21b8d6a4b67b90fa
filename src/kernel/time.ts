import { parseIso } from './time-iso.ts'
import { namedZone, parseClf, parseCtime, parseRfc3164 } from './time-named.ts'
import type { YearOf } from './time-fixed.ts'
import { parseCompact, parseEpoch, parseNetDate, parsePacked, parseSerial } from './time-number.ts'
import { parseDayFirst, parseMonthFirst, parseYearFirst } from './time-numeric-date.ts'
import { AMERICAN_PATTERN, OFFSET_PATTERN } from './time-offset.ts'

export { formatTime, toIso } from './time-format.ts'
export { hasYearLast } from './time-numeric-date.ts'
export { inferYear } from './time-year.ts'
export type { InferredYear, YearSources } from './time-year.ts'
export type { YearOf } from './time-fixed.ts'

/**
 * How a time is written. `iso` also takes a blank for `T` and a comma fraction; `us` is month, day, year; `dmy` day, month,
 * year; `excel` counts days, as a spreadsheet does; the first three also take what a spreadsheet in a country that writes the year first makes of it (`2026/11/3 2:14`); `any` is every one of them that cannot be mistaken for another (so never `dmy` or `excel`, and `us` only with AM or PM).
 */
export type TimeSyntax = 'iso' | 'epoch' | 'rfc3164' | 'clf' | 'us' | 'dmy' | 'ctime' | 'excel' | 'any'

export interface TimeContext {
  /** For times without an offset: IANA name, `UTC`, or `+09:00`. */
  readonly zone: string
  /** For dates without a year (RFC 3164). */
  readonly year: YearOf
}

/** Longer texts are no times; keeps every pattern below at constant cost. */
const LONGEST = 80

const hasWideCharacter = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return true
  return false
}

/** Full-width digits and signs, ideographic and narrow blanks become plain ones; runs of blanks stay (RFC 3164 pads with them). */
const plain = (text: string): string => (hasWideCharacter(text) ? text.normalize('NFKC').replace(/\s/g, ' ') : text).trim()

type Reader = (text: string, context: TimeContext) => number

const firstOf =
  (readers: readonly Reader[]): Reader =>
  (text, context) => {
    for (const reader of readers) {
      const micros = reader(text, context)
      if (!Number.isNaN(micros)) return micros
    }
    return Number.NaN
  }

/** `2026-11-21T02:14:05+09:00[Asia/Tokyo]` (Java): the offset has been said already. */
const withoutZoneName = (text: string): string => text.replace(/\[[^[\]]*\]$/, '')
const iso: Reader = (text, { zone }) => parseIso(text.endsWith(']') ? withoutZoneName(text) : text, zone)
const clf: Reader = (text, { zone }) => parseClf(text, zone)
const rfc3164: Reader = (text, { zone, year }) => parseRfc3164(text, zone, year)
const ctime: Reader = (text, { zone }) => parseCtime(text, zone)
const us: Reader = (text, { zone }) => parseMonthFirst(text, zone)
const compact: Reader = (text, { zone }) => parseCompact(text, zone)
const packed: Reader = (text, { zone }) => parsePacked(text, zone)
const yearFirst: Reader = (text, { zone }) => parseYearFirst(text, zone)
/** As a spreadsheet writes a date in a country that writes the year first: `2026/11/3 2:14`. Nothing that was cut from ISO form looks so. */
const ofSpreadsheet: Reader = (text, { zone }) =>
  /^\d{4}\/\d{1,2}\/\d{1,2} \d{1,2}:\d\d(?::\d\d)?$/.test(text) ? parseYearFirst(text, zone) : Number.NaN
const usWithHalf: Reader = (text, { zone }) => (/[ap]\.?m\.?/i.test(text) ? parseMonthFirst(text, zone) : Number.NaN)
const epoch = firstOf([parseEpoch, parseNetDate])

const READERS: Readonly<Record<TimeSyntax, Reader>> = {
  iso: firstOf([iso, ofSpreadsheet]),
  clf,
  rfc3164,
  ctime,
  us: firstOf([us, ofSpreadsheet]),
  epoch,
  dmy: firstOf([(text, { zone }) => parseDayFirst(text, zone), ofSpreadsheet]),
  excel: (text, { zone }) => parseSerial(text, zone),
  any: firstOf([iso, yearFirst, compact, packed, epoch, clf, rfc3164, ctime, usWithHalf]),
}

/** For those that check what a plug-in declares. */
export const TIME_SYNTAXES: readonly string[] = Object.keys(READERS)

/** A time as logged → epoch microseconds, UTC; NaN if it is not a time of that syntax. Dates that do not exist are NaN. */
export const parseTime = (text: string, syntax: TimeSyntax, context: TimeContext): number => {
  if (text.length > LONGEST) return Number.NaN
  if (syntax === 'iso') {
    const micros = parseIso(text, context.zone)
    if (!Number.isNaN(micros)) return micros
  }
  return READERS[syntax](plain(text), context)
}

const ERA = /^\s*(?:(?:明治|大正|昭和|平成|令和|㍾|㍽|㍼|㍻|㋿)\s*(?:元|\d{1,2})\s*年|[MTSHR]\s?\d{1,2}[./年-]\s?\d{1,2}[./月-]\s?\d{1,2})/u

/** 和暦 (`令和8年11月3日`, `R8.11.3`): refused as a time, so that the reader can be told to convert it. */
export const isJapaneseEra = (text: string): boolean =>
  text.length <= LONGEST && (hasWideCharacter(text) ? ERA.test(text.normalize('NFKC')) : ERA.test(text))

const CLOCK_AND_OFFSET = new RegExp(
  `\\d{1,2}[:時]?\\d\\d(?:[:分]?\\d\\d(?:[.,]?\\d{1,9})?秒?)?分?(?: ?[AP]M)? ?${OFFSET_PATTERN}(?:$|[ \\])[])`,
  'i',
)
const AMERICAN_WITH_ZONE = new RegExp(`^\\d{1,2}/\\d{1,2}/\\d{4}.*M ${AMERICAN_PATTERN}$`, 'i')

/** Does the text itself say its offset (`Z`, `+09:00`, an epoch)? Otherwise the zone is an assumption to be reported. */
export const hasOffset = (text: string): boolean => {
  if (text.length > LONGEST) return false
  const normal = plain(text)
  return (
    CLOCK_AND_OFFSET.test(normal) ||
    namedZone(normal) !== undefined ||
    AMERICAN_WITH_ZONE.test(normal) ||
    !Number.isNaN(epoch(normal, { zone: 'UTC', year: () => 1970 }))
  )
}
