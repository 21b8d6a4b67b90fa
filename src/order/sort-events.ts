import type { StoredLog } from './log-columns.ts'
import { rowDigest, type RowDigest } from './row-digest.ts'

const RADIX_BITS = 11
const RADIX = 1 << RADIX_BITS

const isAscending = (time: (row: number) => number, rows: Uint32Array): boolean => {
  let before = Number.NEGATIVE_INFINITY
  for (let index = 0; index < rows.length; index += 1) {
    const at = time(rows[index] as number)
    if (before > at) return false
    before = at
  }
  return true
}

/** Least-significant-digit radix sort of row numbers by time: 0.1 s for a million shuffled rows, where a comparator takes seconds. */
const radixByTime = (time: (row: number) => number, rows: Uint32Array<ArrayBufferLike>): Uint32Array<ArrayBufferLike> => {
  const keys = new Float64Array(rows.length)
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let index = 0; index < rows.length; index += 1) {
    const key = time(rows[index] as number)
    keys[index] = key
    if (key < least) least = key
    if (key > most) most = key
  }
  let from = rows
  let fromKeys = keys
  let to: Uint32Array<ArrayBufferLike> = new Uint32Array(rows.length)
  let toKeys = new Float64Array(rows.length)
  for (let divisor = 1; divisor <= most - least; divisor *= RADIX) {
    const starts = new Uint32Array(RADIX + 1)
    const digit = (key: number): number => Math.floor((key - least) / divisor) % RADIX
    for (let index = 0; index < from.length; index += 1) starts[digit(fromKeys[index] as number) + 1]! += 1
    for (let bucket = 1; bucket <= RADIX; bucket += 1) starts[bucket]! += starts[bucket - 1] as number
    for (let index = 0; index < from.length; index += 1) {
      const key = fromKeys[index] as number
      const place = starts[digit(key)]!++
      to[place] = from[index] as number
      toKeys[place] = key
    }
    ;[from, to] = [to, from]
    ;[fromKeys, toKeys] = [toKeys, fromKeys]
  }
  return from
}

/** What orders rows of one instant (docs/ARCHITECTURE.md 2): declared sequence, rank, event id, digest of the decoded fields; never the position. */
export interface TieKeys {
  readonly numbers: readonly ((row: number) => number)[]
  readonly digest: RowDigest
}

export const tieKeys = ({ columns, dictionaries }: Pick<StoredLog, 'columns' | 'dictionaries'>): TieKeys => {
  const { sequence, cls, id0, id1 } = columns
  const { rankOf } = dictionaries.classes
  return {
    numbers: [sequence.get.bind(sequence), (row: number) => rankOf(cls.get(row)), ...[id0, id1].map((column) => column.get.bind(column))],
    digest: rowDigest(columns, dictionaries),
  }
}

/** Two rows of one instant, of one log or of two whose values are interned in the same dictionaries. */
export const compareTies = (left: TieKeys, leftRow: number, right: TieKeys, rightRow: number): number => {
  for (let key = 0; key < left.numbers.length; key += 1) {
    const difference = left.numbers[key]!(leftRow) - right.numbers[key]!(rightRow)
    if (difference !== 0) return difference
  }
  const [first, second] = left.digest(leftRow)
  const [otherFirst, otherSecond] = right.digest(rightRow)
  return first - otherFirst || second - otherSecond
}

/** Digests of the rows of one instant, each made once, and only where nothing else tells two of them apart. */
const rememberDigests = (digestOf: RowDigest) => {
  const known = new Map<number, ReturnType<RowDigest>>()
  return {
    forget: (): void => known.clear(),
    digest: (row: number): ReturnType<RowDigest> => {
      const before = known.get(row)
      if (before !== undefined) return before
      const made = digestOf(row)
      known.set(row, made)
      return made
    },
  }
}

/** Calls back with the stretches of sorted rows that are of one instant: from the first position up to the one behind the last. */
export const eachInstant = (sorted: Uint32Array, time: (row: number) => number, visit: (start: number, end: number) => void): void => {
  let start = 0
  let instant = Number.NaN
  for (let index = 0; index < sorted.length; index += 1) {
    const at = time(sorted[index] as number)
    if (at === instant) continue
    if (index > start) visit(start, index)
    start = index
    instant = at
  }
  if (sorted.length > start) visit(start, sorted.length)
}

/** Row numbers of the log in the order of the sort key. */
export const sortEvents = (log: StoredLog, rows: Uint32Array): Uint32Array => {
  if (log.readAs !== undefined) return rows
  const time = log.columns.time.get.bind(log.columns.time)
  const sorted = isAscending(time, rows) ? rows : radixByTime(time, rows)
  const ties = tieKeys(log)
  const { digest, forget } = rememberDigests(ties.digest)
  const keys = { ...ties, digest }
  const compare = (left: number, right: number): number => compareTies(keys, left, keys, right)
  eachInstant(sorted, time, (start, end) => {
    if (end - start === 1) return
    sorted.subarray(start, end).sort(compare)
    forget()
  })
  return sorted
}
