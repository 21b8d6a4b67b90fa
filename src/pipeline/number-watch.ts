/** What a numbering says of what is missing. */
export interface MissingNumbers {
  readonly missing: number
  readonly first: number
  readonly last: number
  /** The smallest number that is missing. */
  readonly example: number | null
}

/** Fewer numbers say nothing, and a numbering with more holes than this was never unbroken. */
const FEWEST = 50
const MOST_HOLES = 0.05
/** Numbers kept, at most: beyond it, no judgement. */
const MOST = 5_000_000

/** Watches the numbers that a source gives its records. */
export interface NumberWatch {
  readonly see: (number: number | undefined) => void
  /** undefined where there is no numbering to judge by. */
  readonly finish: () => MissingNumbers | undefined
}

export const createNumberWatch = (): NumberWatch => {
  let numbers: number[] | undefined = []
  return {
    see: (number) => {
      if (number === undefined || numbers === undefined || !Number.isSafeInteger(number)) return
      if (numbers.length >= MOST) numbers = undefined
      else numbers.push(number)
    },
    finish: () => {
      if (numbers === undefined || numbers.length < FEWEST) return undefined
      const sorted = Float64Array.from(numbers).sort()
      const [first, last] = [sorted[0] as number, sorted.at(-1) as number]
      const distinct = new Set(numbers).size
      const missing = last - first + 1 - distinct
      // Numbers that repeat count within something smaller (a session, an object), not through the log.
      if (distinct < numbers.length * 0.99 || missing > (last - first + 1) * MOST_HOLES) return undefined
      const hole = sorted.findIndex((number, index) => index > 0 && number > (sorted[index - 1] as number) + 1)
      return { missing, first, last, example: hole < 0 ? null : (sorted[hole - 1] as number) + 1 }
    },
  }
}
