/** Half of what strangers come with is spread as the log's own values are, half evenly over all values: attackers like odd places. */
const EVENLY = 0.5
const HALF = 0.5

/** How much likelier a value is to be a stranger's than the honest novelty of an account. */
export interface Rarity {
  readonly learn: (value: number) => void
  /** log10; the login asked about is one of those learnt. */
  readonly of: (value: number) => number
}

/** @param everybody logins of the whole log by value. */
export const createRarity = (everybody: Int32Array): Rarity => {
  const fresh = new Int32Array(everybody.length)
  let learnt = 0
  let values = 0
  let logins = 0
  for (const count of everybody) {
    logins += count
    if (count > 0) values += 1
  }
  return {
    learn: (value) => {
      fresh[value]! += 1
      learnt += 1
    },
    of: (value) => {
      const stranger = (1 - EVENLY) * ((everybody[value] as number) / logins) + EVENLY / values
      const others = Math.max(0, (fresh[value] as number) - 1)
      return Math.log10(stranger / ((others + HALF) / (learnt + HALF * values)))
    },
  }
}
