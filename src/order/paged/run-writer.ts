import type { Dictionaries, EventColumns, StoredFormat, StoredLog } from '../log-columns.ts'
import { sortEvents } from '../sort-events.ts'
import { mergeRuns } from './merge-runs.ts'
import { openPages, type RowMemory } from './pages.ts'
import type { Pages } from './paged-column.ts'
import { writeRun, type Run } from './write-run.ts'

/** Row numbers and times, twice each, while a run is sorted. */
const SORT_BYTES = 2 * (Uint32Array.BYTES_PER_ELEMENT + Float64Array.BYTES_PER_ELEMENT)

/** Takes the rows of a log out of memory where they are more than fit. */
export interface RunWriter {
  /** How many more rows may come before it must be asked again. */
  readonly room: (rows: number) => number
  /** Empties the columns. */
  readonly spill: (rows: number) => void
  /** The whole log in the order of the sort key; undefined where all of it is still in the columns. */
  readonly finish: (rows: number) => StoredLog | undefined
}

const widestRow = (columns: EventColumns): number =>
  Object.values(columns).reduce((sum, { kind }) => sum + kind.BYTES_PER_ELEMENT, SORT_BYTES)

export const createRunWriter = (
  columns: EventColumns,
  dictionaries: Dictionaries,
  formats: ReadonlyMap<string, StoredFormat>,
  memory: RowMemory,
): RunWriter => {
  const runs: Run[] = []
  const widest = widestRow(columns)
  let pages: Pages | undefined
  let spilled = 0
  const spill = (rows: number): void => {
    pages ??= openPages(memory)
    const log: StoredLog = { size: rows, columns, dictionaries, formats }
    const sorted = sortEvents(
      log,
      Uint32Array.from({ length: rows }, (_, row) => row),
    )
    runs.push(writeRun(columns, sorted, spilled, pages))
    spilled += rows
  }
  return {
    // Columns of which little is known yet may turn out to be as wide as they can be.
    room: (rows) => {
      const taken = Object.values(columns).reduce((sum, column) => sum + column.bytesPerRow(), SORT_BYTES) * rows
      return Math.floor((memory.bytes - taken) / widest)
    },
    spill,
    finish: (rows) => {
      if (pages === undefined) return undefined
      if (rows > 0) spill(rows)
      const { size, columns: merged, readAs } = mergeRuns(runs, dictionaries, pages)
      return { size, columns: merged, dictionaries, formats, readAs }
    },
  }
}
