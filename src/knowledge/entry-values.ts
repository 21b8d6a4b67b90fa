import { complain } from '../i18n/complaint.ts'
import { parseTime } from '../kernel/time.ts'
import type { Entry } from './read-entries.ts'
import { DAY_US } from '../kernel/time-units.ts'

const DATE_ONLY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/

/** The year that personnel systems write where no day is known. */
const NEVER = '9999'

/** How values are read: whose option it is, and the zone of times without an offset. */
export interface ValueContext {
  readonly option: string
  readonly zone: string
}

/** The first value of a key. */
export const valueOf = ({ values }: Entry, key: string): string | undefined => values.get(key)?.[0]

/** A time as lists have it; `isDate`: a date alone, whose beginning it is. NaN: cannot be read; undefined: no day is known. */
export const timeOfText = (text: string, zone: string): { readonly micros: number; readonly isDate: boolean } | undefined => {
  const plain = text.normalize('NFKC').trim()
  const [isDate, year, month, day, monthOfDigits, dayOfDigits] = DATE_ONLY.exec(plain) ?? []
  if (year === NEVER) return undefined
  const date = `${year}-${(month ?? monthOfDigits)?.padStart(2, '0')}-${(day ?? dayOfDigits)?.padStart(2, '0')}T00:00:00`
  const micros = parseTime(isDate === undefined ? plain : date, 'any', { zone, year: () => Number.NaN })
  return { micros, isDate: isDate !== undefined }
}

/** A time of an entry, epoch µs; with `isEnd` a date alone means its end, because people write the last day that counts. */
export const timeOf = (entry: Entry, key: string, { option, zone }: ValueContext, isEnd = false): number | undefined => {
  const text = valueOf(entry, key)
  const time = text === undefined ? undefined : timeOfText(text, zone)
  if (time === undefined) return undefined
  if (Number.isNaN(time.micros)) throw complain('complaint.list-time', { option, at: entry.at, key, value: text ?? '' })
  return time.isDate && isEnd ? time.micros + DAY_US : time.micros
}
