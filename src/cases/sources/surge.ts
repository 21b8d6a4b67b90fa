/** How much likelier so many are, if their rate rose to what it was, than if it was as expected (Kulldorff's scan statistic, natural logarithm). */
export const surgeOf = (count: number, expected: number): number =>
  count <= expected ? 0 : count * Math.log(count / expected) - (count - expected)

/** Chance alone reaches this in less than one of three million trials: e⁻¹⁵. */
const SURE = 15
/** People fail more on some days and lines than on others, but not by this factor. */
const TIMES = 3
/** Requests of a source and day above which lists begin (Araña: the percentile curve of two universities' logins leaves its mode at 7). */
const FEWEST = 8

export const isFarMore = (count: number, expected: number): boolean => count >= expected * TIMES && surgeOf(count, expected) >= SURE

export const isSurge = (count: number, expected: number): boolean => count >= FEWEST && isFarMore(count, expected)

/** What happened in a slot of time that has any, in ascending order. */
export interface Slot {
  readonly slot: number
  readonly count: number
}

export interface Run {
  /** Slots, both included. */
  readonly from: number
  readonly to: number
  readonly count: number
  readonly expected: number
}

/**
 * The stretch that speaks most for a rate `times` the expected one: the largest sum of log-likelihood ratios.
 * @param expectedIn of all slots from one to another, both included
 * @param pause so many empty slots part two stretches, whatever is expected in them
 */
export const bestRun = (
  slots: readonly Slot[],
  expectedIn: (from: number, to: number) => number,
  times: number,
  pause: number,
): Run | undefined => {
  let best: Run | undefined
  let most = 0
  let sum = 0
  let from = 0
  let count = 0
  slots.forEach(({ slot, count: here }, index) => {
    const before = slots[index - 1]?.slot ?? slot
    sum -= (times - 1) * expectedIn(before + 1, slot - 1)
    if (sum <= 0 || slot - before > pause) {
      sum = 0
      from = slot
      count = 0
    }
    sum += here * Math.log(times) - (times - 1) * expectedIn(slot, slot)
    count += here
    if (sum <= most) return
    most = sum
    best = { from, to: slot, count, expected: expectedIn(from, slot) }
  })
  return best
}
