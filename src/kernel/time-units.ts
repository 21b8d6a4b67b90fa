/** Times of the event store are microseconds, everything that is shown or read as a date is in milliseconds. */
export const US_PER_MS = 1000
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const WEEK_MS = 7 * DAY_MS

export const MINUTE_US = MINUTE_MS * US_PER_MS
export const HOUR_US = HOUR_MS * US_PER_MS
export const DAY_US = DAY_MS * US_PER_MS
