import { DAY_MS, HOUR_MS, WEEK_MS } from '../../kernel/time-units.ts'
import { usualOf } from '../define-robust.ts'
import type { Usual } from '../define-robust.ts'
import type { Window } from '../define-rule.ts'

/** A single earlier day may be a Sunday. */
const FEWEST_DAYS = 2

/** What a bucket of the site usually holds at this hour. */
export interface Reference {
  readonly failures: Usual
  readonly unknown: Usual
  readonly sources: Usual
  readonly successes: Usual
  readonly isWeekly: boolean
}

interface Past {
  /** Entries (bucket, failures, unknown) and (bucket, sources, successes). */
  readonly failures: Window
  readonly lines: Window
  readonly firstMs: number
}

export interface Span {
  readonly bucketMs: number
  readonly windowMs: number
  readonly historyMs: number
}

/** How often the hour came before, since the log began. */
const hoursBefore = ({ firstMs }: Past, { bucketMs, historyMs }: Span, periodMs: number): number =>
  Math.floor(
    (Math.floor(bucketMs / HOUR_MS) * HOUR_MS - Math.max(Math.floor(firstMs / HOUR_MS) * HOUR_MS, bucketMs - historyMs)) / periodMs,
  )

/** What the buckets of this hour were in the periods before. Only these are looked at: four weeks have 8,000 buckets, the same hour of them 48. */
const valuesAt = (window: Window, { bucketMs, historyMs }: Span, periodMs: number): { readonly a: number[]; readonly b: number[] } => {
  const sinceMs = bucketMs - historyMs
  const values = { a: [] as number[], b: [] as number[] }
  const add = (_timeMs: number, a: number, b: number): void => {
    values.a.push(a)
    values.b.push(b)
  }
  for (let hourMs = Math.floor(bucketMs / HOUR_MS) * HOUR_MS - periodMs; hourMs + HOUR_MS > sinceMs; hourMs -= periodMs)
    window.each(Math.max(sinceMs, hourMs - 1), add, hourMs + HOUR_MS - 1)
  return values
}

/** The same hour of the week; in a log shorter than that, the same hour of the days before; undefined when there are too few. */
export const referenceOf = (past: Past, span: Span): Reference | undefined => {
  const isWeekly = hoursBefore(past, span, WEEK_MS) >= 1
  const periodMs = isWeekly ? WEEK_MS : DAY_MS
  const hours = hoursBefore(past, span, periodMs)
  if (!isWeekly && hours < FEWEST_DAYS) return undefined
  const failures = valuesAt(past.failures, span, periodMs)
  const lines = valuesAt(past.lines, span, periodMs)
  const zeros = Math.max(0, Math.round((hours * HOUR_MS) / span.windowMs) - failures.a.length)
  return {
    failures: usualOf(failures.a, zeros),
    unknown: usualOf(failures.b, zeros),
    sources: usualOf(lines.a, zeros),
    successes: usualOf(lines.b, zeros),
    isWeekly,
  }
}

/** Attack attempts per genuine one: the share of successes that is missing, over the share that is left. */
export const badToGood = (failed: number, succeeded: number, { successes, failures }: Reference): number => {
  const usualShare = successes.median / Math.max(1, successes.median + failures.median)
  const share = Math.max(1, succeeded) / (succeeded + failed)
  return Math.round((Math.max(0, usualShare - share) / share) * 10) / 10
}
