import { hash128, lanes } from '../kernel/hash.ts'
import { createRandom, type Random } from '../kernel/random.ts'

/** A stream of its own for everything that has a name: what one scenario draws never moves what another one gets. */
export const streamFor = (...parts: readonly (string | number)[]): Random => {
  hash128(parts.join('\u0000'))
  return createRandom(lanes[0] ?? 0)
}

export const chance = (random: Random, probability: number): boolean => random.next() < probability

export const between = (random: Random, low: number, high: number): number => low + random.next() * (high - low)

/** One of the rows, in proportion to their weights. */
export const weighted = <Row extends { readonly weight: number }>(random: Random, rows: readonly Row[]): Row => {
  let left = random.next() * rows.reduce((sum, { weight }) => sum + weight, 0)
  for (const row of rows) {
    left -= row.weight
    if (left < 0) return row
  }
  return rows.at(-1) as Row
}

/** Poisson (Knuth) for small means, rounded normal above 30. */
export const poisson = (random: Random, mean: number): number => {
  if (mean > 30) return Math.max(0, Math.round(mean + normal(random) * Math.sqrt(mean)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.next(); product > limit; product *= random.next()) count += 1
  return count
}

/** Standard normal (Box-Muller). */
export const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())

/** Waiting times around `median`, most of them shorter than twice, a few much longer. */
export const wait = (random: Random, median: number): number => median * Math.exp(normal(random) * 0.6)

export const hexText = (random: Random, length: number): string => Array.from({ length }, () => random.int(16).toString(16)).join('')
