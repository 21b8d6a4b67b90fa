/**
 * How often something new is nothing bad: by how much past an account has (logins), how varied that past is (different values), and one
 * more circumstance. Learnt from the log itself, because no two services are alike; where the log has few such logins, from the account's
 * own arithmetic (one new value in so many logins), which the log corrects as it grows.
 */
export interface NoveltyRates {
  readonly learn: (logins: number, variety: number, circumstance: number, isNew: boolean, times: number) => void
  readonly rate: (logins: number, variety: number, circumstance: number) => number
}

/** Upper bounds of the classes of past logins and of further values; the last class is open. */
const LOGIN_BOUNDS = [1, 2, 4, 8, 16, 32] as const
const VARIETY_BOUNDS = [0, 1, 2, 4, 8] as const
/** Where a class lies, for the arithmetic of an account. */
const LOGINS_OF_CLASS = [1, 2, 3.5, 6.5, 12, 24, 64] as const
const VARIETY_OF_CLASS = [0, 1, 2, 3.5, 6.5, 14] as const

export const LOGIN_CLASSES = LOGINS_OF_CLASS.length
export const VARIETY_CLASSES = VARIETY_OF_CLASS.length

const classIn = (bounds: readonly number[], value: number): number => {
  let at = 0
  while (at < bounds.length && value > (bounds[at] as number)) at += 1
  return at
}

export const loginClass = (logins: number): number => classIn(LOGIN_BOUNDS, logins)
/** Of the values beyond the first. */
export const varietyClass = (values: number): number => classIn(VARIETY_BOUNDS, values - 1)

/** So many logins of the log weigh as much as what was assumed before looking. */
const ASSUMED_WEIGHT = 20

export const createNoveltyRates = (circumstances: number): NoveltyRates => {
  const cells = LOGIN_CLASSES * VARIETY_CLASSES
  const total = new Float64Array(cells * (circumstances + 1))
  const fresh = new Float64Array(cells * (circumstances + 1))
  const cellOf = (logins: number, variety: number): number => (logins * VARIETY_CLASSES + variety) * (circumstances + 1)
  const shrunk = (at: number, assumed: number): number =>
    ((fresh[at] as number) + ASSUMED_WEIGHT * assumed) / ((total[at] as number) + ASSUMED_WEIGHT)
  return {
    learn: (logins, variety, circumstance, isNew, times) => {
      const base = cellOf(logins, variety)
      total[base]! += times
      total[base + 1 + circumstance]! += times
      if (!isNew) return
      fresh[base]! += times
      fresh[base + 1 + circumstance]! += times
    },
    rate: (logins, variety, circumstance) => {
      const base = cellOf(logins, variety)
      const assumed =
        ((VARIETY_OF_CLASS[variety] as number) + 0.5) / ((LOGINS_OF_CLASS[logins] as number) + (VARIETY_OF_CLASS[variety] as number) + 1)
      return shrunk(base + 1 + circumstance, shrunk(base, assumed))
    },
  }
}
