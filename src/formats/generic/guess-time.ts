import { hasOffset, hasYearLast, isJapaneseEra, parseTime } from '../../kernel/time.ts'
import type { TimeSyntax } from '../../kernel/time.ts'
import type { Text } from './text.ts'

export type GuessedTime = { readonly syntax: TimeSyntax; readonly zone: 'in-record' | 'option' } | { readonly refusal: Text }

const numbersOf = (text: string): readonly [number, number] => {
  const [first = 0, second = 0] = (text.normalize('NFKC').match(/\d+/g) ?? []).map(Number)
  return [first, second]
}

/** `03/11/2026`: which number is the day shows only where one of them is above 12, in the whole sample. */
const yearLastSyntax = (values: readonly string[]): TimeSyntax | undefined => {
  const dates = values.map(numbersOf)
  const dayFirst = dates.some(([first]) => first > 12)
  const monthFirst = dates.some(([, second]) => second > 12)
  if (dayFirst === monthFirst) return undefined
  return dayFirst ? 'dmy' : 'us'
}

/** Share of a sample that must be readable (a few damaged rows are normal, one in ten is a wrong guess). */
export const ENOUGH = 0.9

const isReadable = (values: readonly string[], syntax: TimeSyntax): boolean => {
  const read = values.filter((value) => !Number.isNaN(parseTime(value, syntax, { zone: 'UTC', year: () => 2000 })))
  return read.length > values.length * ENOUGH
}

const ERA_YEARS: Text = {
  en: 'its dates are in Japanese era years (和暦); export them with Gregorian years (西暦)',
  ja: '日付が和暦です。西暦で書き出してください',
}
const EITHER_ORDER: Text = {
  en: 'its dates can be read as day/month or as month/day; say which with "syntax: dmy" or "syntax: us" under "time"',
  ja: '日付が「日/月」とも「月/日」とも読めます。"time" の下に "syntax: dmy"(日/月)または "syntax: us"(月/日)と書いてください',
}
const UNREADABLE: Text = { en: 'too few of its values are times that can be read', ja: '日時として読める値が少なすぎます' }

/** Days counted by a spreadsheet: five digits and, but at midnight, a fraction. */
const areSerial = (values: readonly string[]): boolean =>
  values.some((value) => value.includes('.')) &&
  values.every((value) => !Number.isNaN(parseTime(value, 'excel', { zone: 'UTC', year: () => 2000 })))

/** How the values of a time column are to be read, or in words why that cannot be told. */
export const guessTime = (values: readonly string[]): GuessedTime => {
  if (areSerial(values)) return { syntax: 'excel', zone: 'option' }
  if (values.some(isJapaneseEra)) return { refusal: ERA_YEARS }
  const yearLast = values.filter(hasYearLast).length
  const ofYearLast = yearLast === values.length ? yearLastSyntax(values) : undefined
  const syntax = yearLast === 0 ? 'any' : ofYearLast
  if (syntax === undefined) return { refusal: EITHER_ORDER }
  if (values.length === 0 || !isReadable(values, syntax)) return { refusal: UNREADABLE }
  return { syntax, zone: values.every(hasOffset) ? 'in-record' : 'option' }
}
