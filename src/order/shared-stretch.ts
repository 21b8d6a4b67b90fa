import type { RowDigest } from './row-digest.ts'

/** What two lists of rows in order of time have in common in the time that both tell of. */
export interface SharedStretch {
  /** Rows of the first list that the second one holds as well. */
  readonly rows: readonly number[]
  /** Some of these beside their like. */
  readonly twins: readonly Twins[]
  /** Records among them that differ from each other. */
  readonly different: number
}

export type Twins = readonly [row: number, like: number]

export interface RowFacts {
  readonly time: (row: number) => number
  readonly digest: RowDigest
}

type Rows = Uint32Array

interface InstantCompared {
  /** Rows with the same digest, in as many pairs as there are on both sides. */
  readonly groups: readonly { readonly rows: readonly number[]; readonly like: readonly number[] }[]
  readonly hasMore: boolean
  readonly haveMore: boolean
}

/** Few are enough to see whether records are equal where their rows are; all of them would mean reading a log twice. */
const MOST_TWINS = 1 << 14
const NONE: Rows = new Uint32Array(0)

/** The first place whose row is no earlier. */
const firstFrom = (rows: Rows, start: number, time: RowFacts['time']): number => {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (time(rows[middle] as number) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** Goes through rows from instant to instant. */
const instantsOf = (rows: Rows, start: number, time: RowFacts['time']) => {
  let at = firstFrom(rows, start, time)
  const next = (): number => (at < rows.length ? time(rows[at] as number) : Number.POSITIVE_INFINITY)
  return {
    next,
    /** The rows of this instant, if it is the next one. */
    take: (instant: number): Rows => {
      if (next() !== instant) return NONE
      const from = at
      while (next() === instant) at += 1
      return rows.subarray(from, at)
    },
  }
}

const byDigest = (rows: Rows, digest: RowDigest): ReadonlyMap<string, readonly number[]> =>
  Map.groupBy(rows, (row) => digest(row).join(' '))

const compareInstant = (own: Rows, others: Rows, digest: RowDigest): InstantCompared => {
  if (own.length === 0 || others.length === 0) return { groups: [], hasMore: own.length > 0, haveMore: others.length > 0 }
  const [mine, theirs] = [byDigest(own, digest), byDigest(others, digest)]
  const groups = [...mine].flatMap(([key, rows]) => {
    const like = theirs.get(key)
    return like === undefined ? [] : [{ rows: rows.slice(0, like.length), like }]
  })
  const matched = groups.reduce((sum, { rows }) => sum + rows.length, 0)
  return { groups, hasMore: matched < own.length, haveMore: matched < others.length }
}

/**
 * Rows of `own` that `others` hold as well, if one of the two says everything that the other one says of the time that both tell of:
 * parts of one log, or the same log through a filter. Two logs that happen to share records do not. In the first and the last instant
 * either may have more: exports are cut off by a number of records, too.
 */
export const compareShared = ({ time, digest }: RowFacts, own: Rows, others: Rows): SharedStretch | undefined => {
  const start = Math.max(time(own[0] as number), time(others[0] as number))
  const end = Math.min(time(own.at(-1) as number), time(others.at(-1) as number))
  const [mine, theirs] = [instantsOf(own, start, time), instantsOf(others, start, time)]
  const rows: number[] = []
  const twins: Twins[] = []
  let different = 0
  let [isWithin, areWithin] = [true, true]
  for (let now = start; now <= end; now = Math.min(mine.next(), theirs.next())) {
    const { groups, hasMore, haveMore } = compareInstant(mine.take(now), theirs.take(now), digest)
    if (now !== start && now !== end) {
      isWithin &&= !hasMore
      areWithin &&= !haveMore
      if (!isWithin && !areWithin) return undefined
    }
    different += groups.length
    for (const group of groups) {
      for (const row of group.rows) rows.push(row)
      if (twins.length < MOST_TWINS) twins.push([group.rows[0] as number, group.like[0] as number])
    }
  }
  return { rows, twins, different }
}
