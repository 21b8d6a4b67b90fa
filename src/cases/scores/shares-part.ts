import type { ScorePart } from './score-part.ts'
import type { Shares } from './shares.ts'

/** Tells which cases of which shares a login is: none, one or several. */
type EachCase = (at: number, packed: number, visit: (shares: Shares, group: number, which: number) => void) => void

/** A side of a login that is nothing but shares: it learns each of its cases, and its ratio is the sum of theirs. */
export const createSharesPart = (eachCase: EachCase): ScorePart => ({
  learn: (at, packed) => eachCase(at, packed, (shares, group, which) => shares.learn(group, which)),
  ratio: (at, packed) => {
    let sum = 0
    eachCase(at, packed, (shares, group, which) => {
      sum += shares.ratio(group, which)
    })
    return sum
  },
})
