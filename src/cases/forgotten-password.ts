import type { RowReader } from './row-reader.ts'

const HOUR_US = 3600 * 1e6

/**
 * Did somebody type wrong passwords at the very address shortly before the reset? So do people who forgot theirs; whoever reads the
 * victim's mail has no need to.
 */
export const isForgotten = (reset: number, rows: Int32Array, read: RowReader): boolean => {
  const time = read.time(reset)
  const source = read.source(reset)
  return rows.some((row) => {
    const before = time - read.time(row)
    return before >= 0 && before <= HOUR_US && read.source(row) === source && read.isAttempt(row)
  })
}
