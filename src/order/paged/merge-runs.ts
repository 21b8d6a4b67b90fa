import type { Dictionaries, EventColumns } from '../log-columns.ts'
import { compareTies, tieKeys, type TieKeys } from '../sort-events.ts'
import { BLOCK_ROWS, PagedColumn, type Pages } from './paged-column.ts'
import type { Run } from './write-run.ts'

/** A run as far as it was merged. */
interface Cursor {
  readonly run: Run
  /** Among the runs, in the order of reading: of equal rows the one that was read first comes first, as it does in memory. */
  readonly number: number
  readonly ties: TieKeys
  row: number
  time: number
}

const comesFirst = (left: Cursor, right: Cursor): boolean => {
  const difference = left.time - right.time || compareTies(left.ties, left.row, right.ties, right.row)
  return difference === 0 ? left.number < right.number : difference < 0
}

/** Puts a cursor where it belongs in a heap whose top comes first. */
const sink = (heap: Cursor[], from: number): void => {
  const cursor = heap[from] as Cursor
  let at = from
  for (;;) {
    const left = 2 * at + 1
    const right = left + 1
    if (left >= heap.length) break
    const child = right < heap.length && comesFirst(heap[right] as Cursor, heap[left] as Cursor) ? right : left
    if (!comesFirst(heap[child] as Cursor, cursor)) break
    heap[at] = heap[child] as Cursor
    at = child
  }
  heap[at] = cursor
}

/** Where the next rows of the merged log stand, as many as a block holds. */
interface Chunk {
  readonly runs: Uint32Array
  readonly rows: Uint32Array
  count: number
}

/** Calls `flush` with one chunk after the other. */
const mergeOrder = (runs: readonly Run[], dictionaries: Dictionaries, flush: (chunk: Chunk) => void): void => {
  const heap = runs.map((run, number): Cursor => ({
    run,
    number,
    ties: tieKeys({ columns: run.columns, dictionaries }),
    row: 0,
    time: run.columns.time.get(0),
  }))
  for (let at = heap.length >>> 1; at >= 0; at -= 1) if (at < heap.length) sink(heap, at)
  const chunk: Chunk = { runs: new Uint32Array(BLOCK_ROWS), rows: new Uint32Array(BLOCK_ROWS), count: 0 }
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    chunk.runs[chunk.count] = top.number
    chunk.rows[chunk.count] = top.row
    chunk.count += 1
    if (chunk.count === BLOCK_ROWS) flush(chunk)
    top.row += 1
    if (top.row < top.run.size) top.time = top.run.columns.time.get(top.row)
    else {
      const last = heap.pop() as Cursor
      if (last === top) continue
      heap[0] = last
    }
    sink(heap, 0)
  }
  if (chunk.count > 0) flush(chunk)
}

/** One column of all runs becomes one of the merged log. */
const mergeColumn = (
  sources: readonly PagedColumn[],
  pages: Pages,
): { readonly merged: PagedColumn; readonly add: (chunk: Chunk) => void } => {
  const [{ kind }] = sources as readonly [PagedColumn, ...PagedColumn[]]
  const merged = new PagedColumn(kind, pages)
  const numbers = new kind(BLOCK_ROWS)
  const only = sources[0]?.only()
  const isConstant = only !== undefined && sources.every((source) => source.only() === only)
  if (isConstant) numbers.fill(only)
  return {
    merged,
    add: ({ runs, rows, count }) => {
      if (!isConstant)
        for (let at = 0; at < count; at += 1) numbers[at] = (sources[runs[at] as number] as PagedColumn).get(rows[at] as number)
      merged.append(numbers, count)
    },
  }
}

/** Runs → one run of all rows. What was read of the runs makes room for what is written. */
export const mergeRuns = (runs: readonly Run[], dictionaries: Dictionaries, pages: Pages): Run => {
  const [first] = runs
  if (first !== undefined && runs.length === 1) return first
  const names = Object.keys(runs[0]?.columns ?? {}) as (keyof EventColumns)[]
  const columns = names.map((name) => ({
    name,
    ...mergeColumn(
      runs.map((run) => run.columns[name]),
      pages,
    ),
  }))
  const readAs = mergeColumn(
    runs.map((run) => run.readAs),
    pages,
  )
  const reached = new Uint32Array(runs.length)
  mergeOrder(runs, dictionaries, (chunk) => {
    for (const { add } of columns) add(chunk)
    readAs.add(chunk)
    for (let at = 0; at < chunk.count; at += 1) reached[chunk.runs[at] as number] = chunk.rows[at] as number
    runs.forEach((run, number) => {
      for (const column of [...Object.values(run.columns), run.readAs]) column.forgetBefore(reached[number] as number)
    })
    chunk.count = 0
  })
  for (const run of runs) for (const column of [...Object.values(run.columns), run.readAs]) column.forget()
  return {
    size: runs.reduce((sum, { size }) => sum + size, 0),
    columns: Object.fromEntries(columns.map(({ name, merged }) => [name, merged])) as Run['columns'],
    readAs: readAs.merged,
  }
}
