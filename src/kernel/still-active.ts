/** What was done as near to the end of the log as this may be going on. */
export const STILL_ACTIVE_SECONDS = 30 * 60

/** From a time to the end of the log; both ISO 8601. */
export const secondsToEnd = (time: string, end: string): number => Math.max(0, Math.round((Date.parse(end) - Date.parse(time)) / 1000))

export const isStillActive = (last: string | null, end: string | null): boolean =>
  last !== null && end !== null && secondsToEnd(last, end) <= STILL_ACTIVE_SECONDS
