import { hashHex } from '../../kernel/hash.ts'
import type { AttackSource } from '../sources/attack-source.ts'
import { averageLinkage } from './average-linkage.ts'
import { cellsOf, type Cell } from './cells.ts'
import { cellDistance, commonNames } from './distance.ts'
import { createGroups, membersOf } from './groups.ts'
import { kneeOf } from './knee.ts'
import { methodOf, type Method } from './method.ts'

/** Attacking sources that belong together. */
export interface Campaign {
  readonly id: string
  readonly method: Method
  readonly sources: readonly AttackSource[]
  readonly first: number
  readonly last: number
}

/**
 * Bounds of the cut. One tool on one day from addresses without anything in common lies at about 0.41 (address 0.25, names 0.08, the rest);
 * two tools at about 0.5 and more; what lies below 0.35 shares tool and network, or tool and time to the hour.
 */
const LEAST_CUT = 0.35
const MOST_CUT = 0.43

const cluster = (cells: readonly Cell[]): readonly (readonly Cell[])[] => {
  const common = commonNames(cells)
  const merges = averageLinkage(cells.length, (left, right) =>
    cellDistance(cells[left] as Cell, cells[right] as Cell, common[left * cells.length + right] as number),
  )
  const cut = kneeOf(
    merges.map(({ height }) => height),
    LEAST_CUT,
    MOST_CUT,
  )
  const groups = createGroups(cells.length)
  for (const { left, right, height } of merges) if (height <= cut) groups.join(left, right)
  return membersOf(cells, groups)
}

/** Crumbs of fewer attempts, which lie apart from every attack, are left alone, unless a rule named them or their line told them (Araña's least, as `surge.ts`). */
const FEWEST_ATTEMPTS = 8

const isKept = (sources: readonly AttackSource[]): boolean =>
  sources.some(({ rules, isList }) => rules.size > 0 || isList) ||
  sources.reduce((sum, { attempts }) => sum + attempts, 0) >= FEWEST_ATTEMPTS

/** Guesses at one account and a list of many are different work, and never one campaign by likeness alone. */
const isGuess = ({ tried }: Cell): boolean => tried.size === 1

/** Campaigns, earliest first. The id is made of the sources' addresses, so that it does not depend on dense ids. */
export const findCampaigns = (sources: ReadonlyMap<number, AttackSource>, addressOf: (source: number) => string): readonly Campaign[] => {
  const ordered = [...sources.values()].toSorted(
    (left, right) => left.first - right.first || (addressOf(left.source) < addressOf(right.source) ? -1 : 1),
  )
  const cells = cellsOf(ordered)
  return [...cluster(cells.filter(isGuess)), ...cluster(cells.filter((cell) => !isGuess(cell)))]
    .map((group) => group.flatMap((cell) => cell.sources))
    .filter(isKept)
    .map((group) => {
      const addresses = group.map(({ source }) => addressOf(source)).toSorted()
      const first = group.reduce((least, source) => Math.min(least, source.first), Number.POSITIVE_INFINITY)
      return {
        id: `campaign-${hashHex(`${first}\u0000${addresses.join('\u0000')}`).slice(0, 12)}`,
        method: methodOf(group),
        sources: group,
        first,
        last: group.reduce((most, source) => Math.max(most, source.last), Number.NEGATIVE_INFINITY),
      }
    })
    .toSorted((left, right) => left.first - right.first || (left.id < right.id ? -1 : 1))
}
