import { hasOffset, hasYearLast, isJapaneseEra, parseTime } from '../../kernel/time.ts'
import type { TimeSyntax } from '../../kernel/time.ts'

export type GuessedTime = { readonly syntax: TimeSyntax; readonly zone: 'in-record' | 'option' } | { readonly refusal: string }

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

/** How the values of a time column are to be read, or in words why that cannot be told. */
export const guessTime = (values: readonly string[]): GuessedTime => {
  if (values.some(isJapaneseEra)) return { refusal: 'its dates are in Japanese era years (和暦); export them with Gregorian years (西暦)' }
  const yearLast = values.filter(hasYearLast).length
  const syntax = yearLast === 0 ? 'any' : yearLast === values.length ? yearLastSyntax(values) : undefined
  if (syntax === undefined) {
    return { refusal: 'its dates can be read as day/month or as month/day; say which with "syntax: dmy" or "syntax: us" under "time"' }
  }
  if (values.length === 0 || !isReadable(values, syntax)) return { refusal: 'too few of its values are times that can be read' }
  return { syntax, zone: values.every(hasOffset) ? 'in-record' : 'option' }
}
