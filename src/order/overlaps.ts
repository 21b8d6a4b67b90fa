import type { StoredLog } from './log-columns.ts'
import { rowDigest } from './row-digest.ts'
import { lowerBound } from '../kernel/lower-bound.ts'

/** What is known of an input besides its rows. */
export interface InputContent {
  /** SHA-256 of the decompressed bytes; null when it was not read to its end. */
  readonly contentSha256: string | null
}

/** An overlap shorter than this may be chance. */
const MIN_OVERLAP_RECORDS = 100
const BURST_US = 1e6

/** Rows in the order of reading, where the log has another. */
const asRead = (rows: readonly number[], { size, readAs }: StoredLog): readonly number[] => {
  if (readAs === undefined) return rows
  // One number for both, so that many rows are sorted without asking for each again and again.
  const both = Float64Array.from(rows, (row) => readAs.get(row) * size + row).sort()
  return Array.from(both, (number) => number % size)
}

/** Rows without an event id, by input, in the order of reading: whatever the format, these cannot be told apart one by one. */
const rowsByInput = (log: StoredLog, inputs: number): readonly (readonly number[])[] => {
  const rows: number[][] = Array.from({ length: inputs }, () => [])
  const { id1, input } = log.columns
  for (let row = 0; row < log.size; row += 1) if (id1.get(row) === 0) rows[input.get(row)]?.push(row)
  return rows.map((own) => asRead(own, log))
}

/** Longer than a second: within one, equal records may be a burst that was cut in two, or that two hosts saw. */
const isLongerThanBurst = ({ columns: { time } }: StoredLog, rows: readonly number[]): boolean => {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of rows) {
    first = Math.min(first, time.get(row))
    last = Math.max(last, time.get(row))
  }
  return last - first > BURST_US
}

/** Rows of inputs whose whole content was already read. */
const rowsOfCopies = (log: StoredLog, inputs: readonly InputContent[], rows: readonly (readonly number[])[]): Set<number> => {
  const known = new Set<string>()
  const copies = new Set<number>()
  inputs.forEach(({ contentSha256 }, input) => {
    if (contentSha256 === null) return
    const own = rows[input] ?? []
    if (known.has(contentSha256) && isLongerThanBurst(log, own)) for (const row of own) copies.add(row)
    known.add(contentSha256)
  })
  return copies
}

/** Digests of these rows, by row. */
const digestsOf = ({ size, columns, dictionaries }: StoredLog, rows: readonly (readonly number[])[]) => {
  const digestOf = rowDigest(columns, dictionaries)
  const [first, second] = [new Uint32Array(size), new Uint32Array(size)]
  for (const own of rows) for (const row of own) [first[row], second[row]] = digestOf(row) as [number, number]
  return { first, second }
}

/** Is a digest among these rows'? Lets all but a few pairs of inputs pass without comparing them row by row. */
const digestSearch = (rows: readonly number[], digests: Uint32Array): ((digest: number) => boolean) => {
  const sorted = Uint32Array.from(rows, (row) => digests[row] as number).sort()
  return (digest) => sorted[lowerBound(sorted, digest)] === digest
}

/** Length of the longest suffix of `left` that is a prefix of `right` (Knuth–Morris–Pratt over digests). */
const overlapLength = (left: readonly number[], right: readonly number[], same: (one: number, other: number) => boolean): number => {
  const most = Math.min(left.length, right.length)
  if (most < MIN_OVERLAP_RECORDS) return 0
  const failure = new Int32Array(most)
  for (let index = 1, length = 0; index < most; index += 1) {
    while (length > 0 && !same(right[index] as number, right[length] as number)) length = failure[length - 1] as number
    if (same(right[index] as number, right[length] as number)) length += 1
    failure[index] = length
  }
  let length = 0
  for (const row of left.slice(left.length - most)) {
    while (length > 0 && (length === most || !same(row, right[length] as number))) length = failure[length - 1] as number
    if (same(row, right[length] as number)) length += 1
  }
  return length
}

/**
 * Records without an id that two inputs share (docs/ARCHITECTURE.md 2): an input whose content was already read is dropped whole;
 * where the end of one input is the beginning of another, that stretch counts once. Neither applies within one second: a log that
 * repeats lines to the letter must count them however it was cut into files. Records with an id need none of this.
 */
export const findOverlaps = (log: StoredLog, inputs: readonly InputContent[]): ReadonlySet<number> => {
  if (inputs.length < 2) return new Set()
  const rows = rowsByInput(log, inputs.length)
  const skip = rowsOfCopies(log, inputs, rows)
  const live = rows.filter((own) => own.length >= MIN_OVERLAP_RECORDS)
  if (live.length < 2) return skip
  const { first: digests, second } = digestsOf(log, live)
  const same = (one: number, other: number): boolean => digests[one] === digests[other] && second[one] === second[other]
  for (const all of live) {
    // What already counts elsewhere proves nothing any more: two equal inputs must not drop each other.
    const left = all.filter((row) => !skip.has(row))
    const isInLeft = digestSearch(left, digests)
    for (const own of live) {
      const first = own === all ? undefined : own.find((row) => !skip.has(row))
      if (first === undefined || !isInLeft(digests[first] as number)) continue
      const right = own.filter((row) => !skip.has(row))
      const overlap = right.slice(0, overlapLength(left, right, same))
      if (overlap.length >= MIN_OVERLAP_RECORDS && isLongerThanBurst(log, overlap)) for (const row of overlap) skip.add(row)
    }
  }
  return skip
}
