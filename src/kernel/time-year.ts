import { isLeapYear } from './time-calendar.ts'
import type { YearOf } from './time-fixed.ts'
import { DAY_MS } from './time-units.ts'

/** What is known about when a log without years was written, best first. Times are epoch ms. */
export interface YearSources {
  /** `--year`: the year of the newest line. */
  readonly option: number | undefined
  /** The last line's month and day, where known; tells a log that crosses New Year from one that does not. */
  readonly last?: { readonly month: number; readonly day: number }
  /** Newest time among records of the same input or folder that do carry a year. */
  readonly datedMs: number | undefined
  /** Modification time of the file. */
  readonly modifiedMs: number | undefined
  readonly nowMs: number
}

export interface InferredYear {
  readonly year: YearOf
  /** What the years rest on: to be said in the report. */
  readonly from: 'option' | 'dated' | 'modified' | 'now'
}

interface Reference {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** The log's clock may be ahead of the reference by its zone (14 h at most) and a little skew. */
const SLACK_MS = DAY_MS

const referenceOf = (epochMs: number): Reference => {
  const date = new Date(epochMs + SLACK_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const newestYear =
  (reference: Reference): YearOf =>
  (month, day) => {
    const isLater = month > reference.month || (month === reference.month && day > reference.day)
    let year = isLater ? reference.year - 1 : reference.year
    if (month === 2 && day === 29) while (!isLeapYear(year)) year -= 1
    return year
  }

/**
 * The year of each date of an RFC 3164 log: the newest that does not lie after the reference (best source first: option, dated
 * records, modification time, now). December lines of a log that ends in January thus fall into the year before.
 * Depends on the date alone, never on the order of lines, so that splits and shuffles give the same times.
 */
export const inferYear = (sources: YearSources): InferredYear => {
  const { option, last, datedMs, modifiedMs, nowMs } = sources
  if (option !== undefined) return { year: newestYear({ year: option, ...(last ?? { month: 12, day: 31 }) }), from: 'option' }
  if (datedMs !== undefined) return { year: newestYear(referenceOf(datedMs)), from: 'dated' }
  if (modifiedMs !== undefined) return { year: newestYear(referenceOf(modifiedMs)), from: 'modified' }
  return { year: newestYear(referenceOf(nowMs)), from: 'now' }
}
