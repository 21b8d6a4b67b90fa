import type { EventTable } from '../../order/event-table.ts'
import type { RowReader } from '../row-reader.ts'

/** What a source's days of failure amount to. Times in epoch µs. */
export interface FailureSpan {
  days: number
  first: number
  last: number
}

const DAY_US = 24 * 3600 * 1e6
/** A source and day with more requests than this, of which more than this part failed: where the percentile curves of two universities' logins leave their mode (Araña). */
const FEW_REQUESTS = 7
const FAILED_SHARE = 0.8
/** Whoever completes a second factor in so large a part of the requests is at home there. */
const SECOND_FACTOR_SHARE = 0.02

/** State by candidate source, of the day at hand. */
const createDays = (candidates: number) => ({
  day: new Int32Array(candidates).fill(-1),
  requests: new Int32Array(candidates),
  failures: new Int32Array(candidates),
  factors: new Int32Array(candidates),
  first: new Float64Array(candidates),
  last: new Float64Array(candidates),
  subject: new Int32Array(candidates),
  hasSeveral: new Uint8Array(candidates),
})

/** Sources with enough failures in the whole log to have a day of failure, numbered from 0; −1 elsewhere. */
const candidatesOf = (table: EventTable, read: RowReader): { readonly index: Int32Array; readonly sources: readonly number[] } => {
  const failures = new Int32Array(table.places.sources.size)
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isAttempt(row)) continue
    const source = read.source(row)
    if (source >= 0) failures[source]! += 1
  }
  const index = new Int32Array(failures.length).fill(-1)
  const sources: number[] = []
  failures.forEach((count, source) => {
    if (count < FEW_REQUESTS || table.places.isProxy(source)) return
    index[source] = sources.length
    sources.push(source)
  })
  return { index, sources }
}

/**
 * Days on which a source did little but fail, on more than one name (a client that repeats an old password is a fault, and guesses at
 * one account are the rules' business). By source.
 */
export const findFailureDays = (table: EventTable, read: RowReader): ReadonlyMap<number, FailureSpan> => {
  const { index, sources } = candidatesOf(table, read)
  const found = new Map<number, FailureSpan>()
  if (sources.length === 0) return found
  const days = createDays(sources.length)
  const isFactor = table.classes.map(({ action, outcome }) => action === 'mfa' && outcome === 'success')

  const close = (at: number): void => {
    const requests = days.requests[at] as number
    const isList =
      requests > FEW_REQUESTS &&
      (days.failures[at] as number) > requests * FAILED_SHARE &&
      days.hasSeveral[at] === 1 &&
      (days.factors[at] as number) <= requests * SECOND_FACTOR_SHARE
    if (isList) {
      const span = found.get(sources[at] as number)
      if (span === undefined) found.set(sources[at] as number, { days: 1, first: days.first[at] as number, last: days.last[at] as number })
      else {
        span.days += 1
        span.last = days.last[at] as number
      }
    }
    days.requests[at] = 0
    days.failures[at] = 0
    days.factors[at] = 0
    days.hasSeveral[at] = 0
  }
  for (let row = 0; row < table.size; row += 1) {
    const source = read.source(row)
    const at = source < 0 ? -1 : (index[source] as number)
    if (at < 0) continue
    const isAttempt = read.isAttempt(row)
    if (!isAttempt && !read.isSuccess(row)) continue
    const time = read.time(row)
    const day = Math.floor(time / DAY_US)
    if (day !== days.day[at]) {
      if ((days.requests[at] as number) > 0) close(at)
      days.day[at] = day
    }
    days.requests[at]! += 1
    if (isFactor[table.cls[row] as number] === true) days.factors[at]! += 1
    if (!isAttempt) continue
    const name = table.name[row] as number
    const subject = name >= 0 ? name : -2 - (table.account[row] as number)
    if (days.failures[at] === 0) {
      days.first[at] = time
      days.subject[at] = subject
    } else if (subject !== days.subject[at]) days.hasSeveral[at] = 1
    days.failures[at]! += 1
    days.last[at] = time
  }
  for (let at = 0; at < sources.length; at += 1) if ((days.requests[at] as number) > 0) close(at)
  return found
}
