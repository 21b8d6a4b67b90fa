import type { StoredLog } from './log-columns.ts'
import { eachInstant } from './sort-events.ts'
import { rowDigest } from './row-digest.ts'

/** What counts once: records of one id, or also records without an id that say the same of the same instant. */
export type Dedupe = 'ids' | 'exact'

/**
 * Records with an event id: one per (format, tenant, id), compared inside equal-time groups of the sorted rows; of equal
 * ids with different content the highest sort key wins, which is the last (docs/ARCHITECTURE.md 2). Also in formats whose records
 * mostly have none: a journal's entries carry ids that a syslog line lacks. Events of one record differ in their part.
 * Records without an id may repeat by right (a web server's second request, sshd's second guess): they count once only when asked for.
 * Returns the rows that stay, in the place of the sorted ones, and tells each dropped one.
 */
export const dropDuplicates = (
  log: StoredLog,
  sorted: Uint32Array,
  dropped: (row: number) => void,
  dedupe: Dedupe = 'ids',
): Uint32Array => {
  const { time, id0, id1, scope, cls, part } = log.columns
  const digestOf = rowDigest(log.columns, log.dictionaries)
  const formatOf = (row: number): string => log.dictionaries.classes.list[cls.get(row)]?.format ?? ''
  const hasId = (row: number): boolean => id1.get(row) !== 0
  const isCompared = (row: number): boolean => dedupe === 'exact' || hasId(row)
  const nameOf = (row: number): readonly unknown[] => (hasId(row) ? [id0.get(row), id1.get(row)] : [...digestOf(row), 'digest'])
  const keyOf = (row: number): string => [formatOf(row), scope.get(row), part.get(row), ...nameOf(row)].join('\u0000')
  // Those that stay move forward in the same array: it has a number for each row of the log.
  let count = 0
  const flush = (start: number, end: number): void => {
    if (end - start === 1) {
      sorted[count++] = sorted[start] as number
      return
    }
    const last = new Map<string, number>()
    for (let index = start; index < end; index += 1) {
      const row = sorted[index] as number
      if (isCompared(row)) last.set(keyOf(row), row)
    }
    for (let index = start; index < end; index += 1) {
      const row = sorted[index] as number
      const winner = isCompared(row) ? (last.get(keyOf(row)) ?? row) : row
      if (winner === row) sorted[count++] = row
      else dropped(row)
    }
  }
  eachInstant(sorted, time.get.bind(time), flush)
  return sorted.subarray(0, count)
}
