import { numbersUpTo } from '../../kernel/numbers-up-to.ts'
import type { Column } from '../columns.ts'
import type { Dictionaries, EventColumns, StoredFormat, StoredLog } from '../log-columns.ts'
import { sortEvents } from '../sort-events.ts'
import { mergeRuns } from './merge-runs.ts'
import { openPages, type RowMemory } from './pages.ts'
import type { Pages } from './paged-column.ts'
import { ShedColumn } from './shed-column.ts'
import { writeRun, type Run } from './write-run.ts'

/** Row numbers and times, twice each, while a run is sorted. */
const SORT_BYTES = 2 * (Uint32Array.BYTES_PER_ELEMENT + Float64Array.BYTES_PER_ELEMENT)

/** Of the memory for rows; what would free less is not done: all of a row goes then. */
const WORTH_SHEDDING = 1 / 16

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
  const all = Object.values(columns)
  const sheddable = all.filter((column) => column instanceof ShedColumn)
  let pages: Pages | undefined
  let spilled = 0
  const bytesOf = (those: readonly Column[], rows: number): number => those.reduce((sum, column) => sum + column.bytesOf(rows), 0)
  /** Columns of which little is known yet may turn out to be as wide as they can be. */
  const roomBeside = (rows: number): number => Math.floor((memory.bytes - SORT_BYTES * rows - bytesOf(all, rows)) / widest)
  const shed = (rows: number): void => {
    pages ??= openPages(memory)
    for (const column of sheddable) column.shed(rows, pages)
  }
  const spill = (rows: number): void => {
    pages ??= openPages(memory)
    const log: StoredLog = { size: rows, columns, dictionaries, formats }
    const sorted = sortEvents(log, numbersUpTo(rows))
    runs.push(writeRun(columns, sorted, spilled, pages))
    spilled += rows
  }
  return {
    room: (rows) => {
      const room = roomBeside(rows)
      if (room > 0 || runs.length > 0 || bytesOf(sheddable, rows) < memory.bytes * WORTH_SHEDDING) return room
      shed(rows)
      return roomBeside(rows)
    },
    spill,
    finish: (rows) => {
      if (pages === undefined || runs.length === 0) return undefined
      if (rows > 0) spill(rows)
      const { size, columns: merged, readAs } = mergeRuns(runs, dictionaries, pages)
      return { size, columns: merged, dictionaries, formats, readAs }
    },
  }
}
