import type { Base } from '../catalogue/account-steps.ts'
import type { Pair } from './constraints.ts'

/** One sequence from several: each later one inserts its new steps right after their predecessor in it. */
export const mergeSequences = (sequences: readonly (readonly Base[])[]): readonly Base[] => {
  const merged: Base[] = []
  for (const sequence of sequences) {
    let at = 0
    for (const base of sequence) {
      const known = merged.indexOf(base)
      if (known === -1) merged.splice(at, 0, base)
      at = Math.max(at, (known === -1 ? at : known) + 1)
    }
  }
  return merged
}

/**
 * The preferred order, changed only where a pair demands it: the first step none of whose predecessors is left comes next.
 * Throws on a cycle, which would be a bug in the order rules (a test walks all of them).
 */
export const orderSteps = (preferred: readonly Base[], pairs: readonly Pair[]): readonly Base[] => {
  const left = [...preferred]
  const ordered: Base[] = []
  while (left.length > 0) {
    const next = left.findIndex((base) => !pairs.some(([first, then]) => then === base && left.includes(first)))
    if (next === -1) throw new Error(`order rules contradict each other among ${left.join(' ')}`)
    ordered.push(...left.splice(next, 1))
  }
  return ordered
}
