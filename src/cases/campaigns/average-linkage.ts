/** One step of joining: the clusters that items `left` and `right` stand in become one, at this mean distance. */
export interface Merge {
  readonly left: number
  readonly right: number
  readonly height: number
}

/**
 * Average-linkage (UPGMA) agglomeration by chains of nearest neighbours, in time and memory quadratic in the items. Merges come with
 * rising height; ties go to the earlier item, so that the result does not depend on anything but the order of the items.
 */
export const averageLinkage = (items: number, distance: (left: number, right: number) => number): readonly Merge[] => {
  const between = new Float64Array(items * items)
  for (let left = 0; left < items; left += 1) {
    for (let right = left + 1; right < items; right += 1) {
      const value = distance(left, right)
      between[left * items + right] = value
      between[right * items + left] = value
    }
  }
  const sizes = new Float64Array(items).fill(1)
  const isActive = new Uint8Array(items).fill(1)
  const merges: Merge[] = []
  const chain: number[] = []

  /** On a tie the one before in the chain, so that chains end. */
  const nearest = (of: number, before: number): number => {
    let best = before
    let least = before < 0 ? Number.POSITIVE_INFINITY : (between[of * items + before] as number)
    for (let other = 0; other < items; other += 1) {
      if (other === of || isActive[other] === 0) continue
      const value = between[of * items + other] as number
      if (value < least) {
        least = value
        best = other
      }
    }
    return best
  }
  const join = (left: number, right: number): void => {
    merges.push({ left, right, height: between[left * items + right] as number })
    const [a, b] = [sizes[left] as number, sizes[right] as number]
    for (let other = 0; other < items; other += 1) {
      if (isActive[other] === 0 || other === left || other === right) continue
      const mean = (a * (between[left * items + other] as number) + b * (between[right * items + other] as number)) / (a + b)
      between[left * items + other] = mean
      between[other * items + left] = mean
    }
    sizes[left] = a + b
    isActive[right] = 0
  }

  for (let left = items - 1; left > 0;) {
    if (chain.length === 0) chain.push(isActive.indexOf(1))
    const top = chain.at(-1) as number
    const next = nearest(top, chain.at(-2) ?? -1)
    if (next !== chain.at(-2)) {
      chain.push(next)
      continue
    }
    chain.length -= 2
    join(Math.min(top, next), Math.max(top, next))
    left -= 1
  }
  return merges.toSorted((one, other) => one.height - other.height)
}
