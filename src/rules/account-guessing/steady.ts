import type { Window } from '../define-rule.ts'

/** Do the window's entries come at even intervals: standard deviation below `most` of the mean? False for fewer than four. */
export const isSteady = (window: Window, sinceMs: number, most: number): boolean => {
  let previous = Number.NaN
  let intervals = 0
  let sum = 0
  let squares = 0
  window.each(sinceMs, (timeMs) => {
    const interval = timeMs - previous
    previous = timeMs
    if (Number.isNaN(interval)) return
    intervals += 1
    sum += interval
    squares += interval * interval
  })
  if (intervals < 3 || sum === 0) return false
  const mean = sum / intervals
  return Math.sqrt(Math.max(0, squares / intervals - mean * mean)) < most * mean
}
