/**
 * Two independent tail probabilities as one (Fisher's method for two): the chance that the product of two such is at most this small.
 * With q = p₁·p₂ it is q·(1 − ln q).
 */
export const combineTails = (one: number, other: number): number => {
  const product = one * other
  return product <= 0 ? 0 : Math.min(1, product * (1 - Math.log(product)))
}

/** The least of several tail probabilities, paying for having looked at all of them (Bonferroni). */
export const leastOf = (tails: readonly number[]): number => Math.min(1, tails.length * Math.min(...tails))
