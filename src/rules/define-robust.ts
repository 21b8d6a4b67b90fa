const middle = (sorted: readonly number[], zeros: number): number => {
  const at = (index: number): number => (index < zeros ? 0 : (sorted[index - zeros] ?? 0))
  const size = sorted.length + zeros
  if (size === 0) return 0
  return size % 2 === 1 ? at((size - 1) / 2) : (at(size / 2 - 1) + at(size / 2)) / 2
}

/** Median and median absolute deviation: what one wild value among many does not move. */
export interface Usual {
  readonly median: number
  readonly mad: number
}

/** Of the counts (≥ 0) of some spans of time, plus so many spans in which nothing happened. */
export const usualOf = (counts: readonly number[], zeros: number): Usual => {
  const median = middle(
    counts.toSorted((left, right) => left - right),
    zeros,
  )
  const spans = [...counts, ...Array.from({ length: zeros }, () => 0)]
  const distances = spans.map((count) => Math.abs(count - median)).toSorted((left, right) => left - right)
  return { median, mad: middle(distances, 0) }
}

/** MAD × this is the standard deviation of what is normally distributed. */
const MAD_TO_SIGMA = 1.4826

/** How many deviations a count lies above what is usual. Counts scatter by at least their root, whatever few spans say. */
export const robustZ = (count: number, { median, mad }: Usual): number =>
  (count - median) / Math.max(mad * MAD_TO_SIGMA, Math.sqrt(median), 1)
