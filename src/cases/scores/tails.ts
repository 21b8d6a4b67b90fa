/** Tail probabilities of a score on the log's own logins. */
export interface Tails {
  /** Part of the logins that score at least as high; never 0: one more than counted, of one more than there are. */
  readonly of: (score: number) => number
  readonly size: number
}

export const createTails = (scores: Float32Array, belongs: (row: number) => boolean): Tails => {
  let size = 0
  for (let row = 0; row < scores.length; row += 1) if (belongs(row)) size += 1
  const sorted = new Float32Array(size)
  let at = 0
  for (let row = 0; row < scores.length; row += 1) if (belongs(row)) sorted[at++] = scores[row] as number
  sorted.sort()
  const below = (score: number): number => {
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle] as number) < score) low = middle + 1
      else high = middle
    }
    return low
  }
  return { size, of: (score) => (size - below(score) + 1) / (size + 1) }
}
