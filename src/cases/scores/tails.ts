/** Tail probabilities of a score on the log's own logins. */
export interface Tails {
  /** Part of the logins that score at least as high; never 0: one more than counted, of one more than there are. */
  readonly of: (score: number) => number
}

/** Counted in steps this fine: sorting a million scores costs more than they tell. */
const STEP = 1 / 64
const LOWEST = -16
const BINS = 32 / STEP

const binOf = (score: number): number => Math.min(BINS - 1, Math.max(0, Math.floor((score - LOWEST) / STEP)))

export const createTails = (scores: Float32Array, belongs: (at: number) => boolean): Tails => {
  /** By bin, then summed up: scores in this bin or a higher one. */
  const atLeast = new Int32Array(BINS + 1)
  let size = 0
  for (let at = 0; at < scores.length; at += 1) {
    if (!belongs(at)) continue
    atLeast[binOf(scores[at] as number)]! += 1
    size += 1
  }
  for (let bin = BINS - 1; bin >= 0; bin -= 1) atLeast[bin]! += atLeast[bin + 1] as number
  return { of: (score) => ((atLeast[binOf(score)] as number) + 1) / (size + 1) }
}
