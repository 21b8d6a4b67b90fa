import type { StoredLog } from './log-columns.ts'
import { createInterner } from './interner.ts'
import { rowDigest, type RowDigest } from './row-digest.ts'
import { compareShared, type SharedStretch } from './shared-stretch.ts'

/** What is known of an input besides its rows. */
export interface InputContent {
  /** SHA-256 of the decompressed bytes; null when it was not read to its end. */
  readonly contentSha256: string | null
}

/** Rows of one input that another one holds as well: as it looks, until their records were compared. */
export interface Overlap extends SharedStretch {
  readonly input: number
  readonly other: number
}

/** What inputs have in common. */
export interface Overlaps {
  /** Rows of inputs whose whole content was already read. */
  readonly copies: ReadonlySet<number>
  readonly stretches: readonly Overlap[]
}

/** Fewer different records may be chance. */
const MIN_OVERLAP_RECORDS = 20
const BURST_US = 1e6

/** Rows of one format in one input, in order of time. */
interface Part {
  readonly input: number
  readonly format: number
  readonly rows: Uint32Array
}

const isAscending = (rows: Uint32Array, time: (row: number) => number): boolean =>
  rows.every((row, at) => at === 0 || time(rows[at - 1] as number) <= time(row))

/** Rows without an event id, by input and format: these cannot be told apart one by one. */
const partsOf = ({ size, columns, dictionaries: { classes } }: StoredLog): readonly Part[] => {
  const formats = createInterner()
  const formatOf = classes.list.map(({ format }) => formats.intern(format))
  const found = new Map<number, { readonly input: number; readonly format: number; readonly rows: number[] }>()
  for (let row = 0; row < size; row += 1) {
    if (columns.id1.get(row) !== 0) continue
    const input = columns.input.get(row)
    const format = formatOf[columns.cls.get(row)] ?? -1
    const part = found.get(input * classes.list.length + format)
    if (part === undefined) found.set(input * classes.list.length + format, { input, format, rows: [row] })
    else part.rows.push(row)
  }
  const time = (row: number): number => columns.time.get(row)
  return [...found.values()].map(({ rows, ...part }) => {
    const own = Uint32Array.from(rows)
    return { ...part, rows: isAscending(own, time) ? own : own.sort((left, right) => time(left) - time(right) || left - right) }
  })
}

/** Within one second equal records may be a burst that was cut in two, or that two hosts saw. */
const isLongerThanBurst = ({ columns: { time } }: StoredLog, rows: Iterable<number>): boolean => {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of rows) {
    first = Math.min(first, time.get(row))
    last = Math.max(last, time.get(row))
  }
  return last - first > BURST_US
}

const rowsOfCopies = (log: StoredLog, inputs: readonly InputContent[], parts: readonly Part[]): ReadonlySet<number> => {
  const known = new Set<string>()
  const copies = new Set<number>()
  inputs.forEach(({ contentSha256 }, input) => {
    if (contentSha256 === null) return
    const own = parts.filter((part) => part.input === input).flatMap(({ rows }) => [...rows])
    if (known.has(contentSha256) && isLongerThanBurst(log, own)) for (const row of own) copies.add(row)
    known.add(contentSha256)
  })
  return copies
}

const stretchesOf = (log: StoredLog, parts: readonly Part[]): readonly Overlap[] => {
  const time = (row: number): number => log.columns.time.get(row)
  const digest: RowDigest = rowDigest(log.columns, log.dictionaries)
  const overlaps: Overlap[] = []
  const large = parts.filter(({ rows }) => rows.length >= MIN_OVERLAP_RECORDS)
  for (const part of large) {
    for (const other of large) {
      if (other.input >= part.input || other.format !== part.format) continue
      const shared = compareShared({ time, digest }, part.rows, other.rows)
      if (shared === undefined || shared.different < MIN_OVERLAP_RECORDS || !isLongerThanBurst(log, shared.rows)) continue
      overlaps.push({ ...shared, input: part.input, other: other.input })
    }
  }
  return overlaps
}

/**
 * Records without an id that two inputs share (docs/ARCHITECTURE.md 2): an input whose content was already read is dropped whole; where one of two
 * inputs holds everything that the other says of the time that both tell of, that stretch counts once. Neither applies within one second: a log that
 * repeats lines to the letter must count them however it was cut into files. Records with an id need none of this.
 */
export const findOverlaps = (log: StoredLog, inputs: readonly InputContent[]): Overlaps => {
  if (inputs.length < 2) return { copies: new Set(), stretches: [] }
  const parts = partsOf(log)
  const copies = rowsOfCopies(log, inputs, parts)
  // What already counts elsewhere proves nothing any more.
  const live = parts.filter(({ rows }) => !copies.has(rows[0] as number))
  return { copies, stretches: stretchesOf(log, live) }
}
