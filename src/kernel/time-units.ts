/** Times of the event store are microseconds. */
export const HOUR_US = 3600 * 1e6
export const DAY_US = 24 * HOUR_US
