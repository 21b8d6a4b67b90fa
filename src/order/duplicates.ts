import type { StoredLog } from './log-columns.ts'

/**
 * Records with an event id: one per (format, tenant, id), compared inside equal-time groups of the sorted rows; of equal
 * ids with different content the highest sort key wins, which is the last (ENGINE.md 2). Also in formats whose records
 * mostly have none: a journal's entries carry ids that a syslog line lacks. Events of one record differ in their part.
 * Returns the rows that stay, in the place of the sorted ones, and tells each dropped one.
 */
export const dropDuplicates = (log: StoredLog, sorted: Uint32Array, dropped: (row: number) => void): Uint32Array => {
  const { time, id0, id1, scope, cls, part } = log.columns
  const formatOf = (row: number): string => log.dictionaries.classes.list[cls.get(row)]?.format ?? ''
  const keyOf = (row: number): string => [formatOf(row), scope.get(row), id0.get(row), id1.get(row), part.get(row)].join('\u0000')
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
      if (id1.get(row) !== 0) last.set(keyOf(row), row)
    }
    for (let index = start; index < end; index += 1) {
      const row = sorted[index] as number
      const winner = id1.get(row) === 0 ? row : (last.get(keyOf(row)) ?? row)
      if (winner === row) sorted[count++] = row
      else dropped(row)
    }
  }
  let start = 0
  for (let index = 1; index <= sorted.length; index += 1) {
    if (index < sorted.length && time.get(sorted[index] as number) === time.get(sorted[start] as number)) continue
    flush(start, index)
    start = index
  }
  return sorted.subarray(0, count)
}
