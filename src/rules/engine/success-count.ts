import { lowerBound } from '../../kernel/lower-bound.ts'
import { US_PER_MS } from '../../kernel/time-units.ts'
import type { EventTable } from '../../order/event-table.ts'

/** Rows between two marks: how far a question has to count for itself. */
const STRIDE = 64

/** Successful logins of the whole log, counted exactly between any two moments: a mark every so many rows, the rest row by row. */
export const createSuccessCount = ({ classes, cls, time, size }: EventTable): ((sinceMs: number, beforeRow: number) => number) => {
  const isSuccess = Uint8Array.from(classes, ({ action, outcome }) => (action === 'login' && outcome === 'success' ? 1 : 0))
  const marks = new Uint32Array(Math.ceil(size / STRIDE) + 1)
  const times = new Float64Array(marks.length).fill(Number.POSITIVE_INFINITY)
  let count = 0
  for (let row = 0; row < size; row += 1) {
    if (row % STRIDE === 0) {
      marks[row / STRIDE] = count
      times[row / STRIDE] = time.get(row)
    }
    count += isSuccess[cls.get(row)] as number
  }

  const before = (row: number): number => {
    const mark = Math.floor(row / STRIDE)
    let found = marks[mark] as number
    for (let at = mark * STRIDE; at < row; at += 1) found += isSuccess[cls.get(at)] as number
    return found
  }
  const firstRowFrom = (timeUs: number): number => {
    let row = Math.max(0, (lowerBound(times, timeUs) - 1) * STRIDE)
    while (row < size && time.get(row) < timeUs) row += 1
    return row
  }
  return (sinceMs, beforeRow) => {
    const from = firstRowFrom(sinceMs * US_PER_MS)
    return from >= beforeRow ? 0 : before(beforeRow) - before(from)
  }
}
