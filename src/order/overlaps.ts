import type { EventLog } from './event-log.ts'

/** What is known of an input besides its rows. */
export interface InputContent {
  /** SHA-256 of the decompressed bytes; null when it was not read to its end. */
  readonly contentSha256: string | null
}

/** An overlap shorter than this may be chance. */
const MIN_OVERLAP_RECORDS = 100
const MIN_OVERLAP_US = 1e6

const rowsByInput = (log: EventLog, inputs: number): readonly number[][] => {
  const rows: number[][] = Array.from({ length: inputs }, () => [])
  const repeats = new Set([...log.formats.values()].filter((format) => format.repeats === 'legitimate').map(({ id }) => id))
  const isRepeating = log.dictionaries.classes.list.map(({ format }) => repeats.has(format))
  for (let row = 0; row < log.size; row += 1) {
    if (isRepeating[log.columns.cls.get(row)] === true) rows[log.columns.input.get(row)]?.push(row)
  }
  return rows
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
 * Records without an id that two inputs share (ENGINE.md 2): an input whose content was already read is dropped whole;
 * where the end of one input is the beginning of another, that stretch counts once. Inputs with record ids need neither.
 */
export const findOverlaps = (log: EventLog, inputs: readonly InputContent[]): ReadonlySet<number> => {
  const skip = new Set<number>()
  const rows = rowsByInput(log, inputs.length)
  const { digest0, digest1, time } = log.columns
  const same = (one: number, other: number): boolean => digest0.get(one) === digest0.get(other) && digest1.get(one) === digest1.get(other)
  const firstWith = new Map<string, number>()
  const isCopy = inputs.map(({ contentSha256 }, input) => {
    if (contentSha256 === null) return false
    if (firstWith.has(contentSha256)) return true
    firstWith.set(contentSha256, input)
    return false
  })
  isCopy.forEach((copy, input) => {
    if (copy) for (const row of rows[input] ?? []) skip.add(row)
  })
  const live = rows.map((own, input) => ({ own, input })).filter(({ own, input }) => !isCopy[input] && own.length >= MIN_OVERLAP_RECORDS)
  for (const left of live) {
    for (const right of live) {
      if (left.input === right.input) continue
      const length = overlapLength(left.own, right.own, same)
      const span = Math.abs(time.get(right.own[Math.max(0, length - 1)] as number) - time.get(right.own[0] as number))
      if (length >= MIN_OVERLAP_RECORDS && span > MIN_OVERLAP_US) for (const row of right.own.slice(0, length)) skip.add(row)
    }
  }
  return skip
}
