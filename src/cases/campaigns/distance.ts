import type { Cell } from './cells.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/**
 * The distance of Araña (Islam et al., USENIX Security 2023; https://github.com/islamazhar/Arana-Public), 0 to 1, for logs without
 * passwords: a quarter the address, a quarter the date, and a twelfth each of results, programs, missing programs, names tried, volume, pace.
 */
const ADDRESS = 0.25
const DATE = 0.25
const REST = 0.5 / 6

/** Networks and countries take the place of the /24 and the provider. */
const SAME_NETWORK = 1 - Math.exp(-1)
const SAME_COUNTRY = 1 - Math.exp(-2)

const meets = (left: ReadonlySet<number>, right: ReadonlySet<number>): boolean => {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  for (const key of small) if (key >= 0 && large.has(key)) return true
  return false
}

const apart = (left: number, right: number): number => (left + right === 0 ? 0 : Math.abs(left - right) / (left + right))

/** Nothing known on either side is no likeness. */
const UNKNOWN = 0.5
const isUnknown = (keys: ReadonlySet<number>): boolean => keys.size === 0 || (keys.size === 1 && keys.has(-1))

const unlike = (left: ReadonlySet<number>, right: ReadonlySet<number>): number => {
  if (isUnknown(left) && isUnknown(right)) return UNKNOWN
  let common = 0
  for (const key of left) if (right.has(key)) common += 1
  const all = left.size + right.size - common
  return all === 0 ? 0 : 1 - common / all
}

const addressDistance = (left: Cell, right: Cell): number => {
  if (meets(left.networks, right.networks)) return SAME_NETWORK
  return meets(left.countries, right.countries) ? SAME_COUNTRY : 1
}

const dateDistance = (left: Cell, right: Cell): number => {
  const gap = Math.max(0, left.first - right.last, right.first - left.last)
  return 1 - Math.exp(-gap / DAY_US)
}

/** @param common names that both tried. */
export const cellDistance = (left: Cell, right: Cell, common: number): number => {
  const names = left.tried.size + right.tried.size - common
  return (
    ADDRESS * addressDistance(left, right) +
    DATE * dateDistance(left, right) +
    REST *
      ((apart(left.failedShare, right.failedShare) + apart(left.validShare, right.validShare)) / 2 +
        unlike(left.agents, right.agents) +
        Math.abs(left.agentlessShare - right.agentlessShare) +
        (names === 0 ? 0 : 1 - common / names) +
        (apart(left.requests, right.requests) + apart(left.users, right.users)) / 2 +
        (apart(left.meanGap, right.meanGap) + apart(left.gapDeviation, right.gapDeviation)) / 2)
  )
}

/** A name that more cells than this tried says little about any two of them, and would make this quadratic. */
const MOST_LISTS = 48

/** How many names any two cells have in common, by `left * cells + right`. */
export const commonNames = (cells: readonly Cell[]): Int32Array => {
  const common = new Int32Array(cells.length * cells.length)
  const lists = new Map<number, number[]>()
  cells.forEach(({ tried }, index) => {
    for (const name of tried) {
      const known = lists.get(name)
      if (known === undefined) lists.set(name, [index])
      else known.push(index)
    }
  })
  for (const list of lists.values()) {
    if (list.length < 2 || list.length > MOST_LISTS) continue
    for (const left of list) for (const right of list) common[left * cells.length + right]! += 1
  }
  return common
}
