import { HOUR_MS } from '../../../kernel/time-units.ts'
import type { CaseActivity } from '../../../model/case.ts'

/** One bar: what happened from `start` (epoch ms) on. */
export interface Bin {
  readonly start: number
  successes: number
  failures: number
  attackAttempts: number
}

export interface Bins {
  readonly bins: readonly Bin[]
  readonly stepMs: number
}

/** More bars than this cannot be told apart on paper. */
const MOST_BINS = 120
const STEPS_HOURS = [1, 2, 3, 6, 12, 24, 48, 7 * 24, 28 * 24, 91 * 24, 364 * 24] as const

/** Hours joined to at most 120 bars without gaps; `offsetMs` is the reader's zone, so that days begin at the reader's midnight. */
export const binActivity = (activity: readonly CaseActivity[], offsetMs: number): Bins => {
  const [first, last] = [activity[0], activity.at(-1)]
  if (first === undefined || last === undefined) return { bins: [], stepMs: HOUR_MS }
  const span = Date.parse(last.hour) - Date.parse(first.hour) + HOUR_MS
  const fits = STEPS_HOURS.find((hours) => span / (hours * HOUR_MS) < MOST_BINS)
  const stepMs = (fits ?? Math.ceil(span / HOUR_MS / MOST_BINS)) * HOUR_MS
  const indexOf = (iso: string): number => Math.floor((Date.parse(iso) + offsetMs) / stepMs)
  const from = indexOf(first.hour)
  const bins = Array.from({ length: indexOf(last.hour) - from + 1 }, (_, index): Bin => {
    const start = (from + index) * stepMs - offsetMs
    return { start, successes: 0, failures: 0, attackAttempts: 0 }
  })
  for (const { hour, successes, failures, attackAttempts } of activity) {
    const bin = bins[indexOf(hour) - from] as Bin
    bin.successes += successes
    bin.failures += failures
    bin.attackAttempts += attackAttempts
  }
  return { bins, stepMs }
}
