/**
 * Where a rising curve turns upwards: the point furthest below the line from its first to its last point. Joining up to there joins what
 * lies close together. The curve of a single campaign has no knee, and three heights hardly make a curve: hence the bounds.
 */
export const kneeOf = (heights: readonly number[], least: number, most: number): number => {
  const [first = most] = heights
  const last = heights.at(-1) ?? most
  if (heights.length < 3 || last === first) return most
  let knee = first
  let depth = 0
  heights.forEach((height, index) => {
    const below = index / (heights.length - 1) - (height - first) / (last - first)
    if (below > depth) {
      depth = below
      knee = height
    }
  })
  return Math.min(most, Math.max(least, knee))
}
