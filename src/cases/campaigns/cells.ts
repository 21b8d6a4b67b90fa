import type { AttackSource } from '../sources/attack-source.ts'
import { createGroups, membersOf } from './groups.ts'
import { DAY_US } from '../../kernel/time-units.ts'

/** Sources that are one at first sight: they share a finding, or program, network and day. The items of the clustering. */
export interface Cell {
  readonly sources: readonly AttackSource[]
  readonly first: number
  readonly last: number
  readonly networks: ReadonlySet<number>
  readonly countries: ReadonlySet<number>
  readonly agents: ReadonlySet<number>
  readonly tried: ReadonlySet<number>
  /** Means over the sources. */
  readonly requests: number
  readonly users: number
  readonly failedShare: number
  readonly validShare: number
  readonly agentlessShare: number
  readonly meanGap: number
  readonly gapDeviation: number
}

/** Distances are between all pairs of cells. */
const MOST_CELLS = 320

const joined = (keys: ReadonlySet<number>): string => [...keys].toSorted((left, right) => left - right).join(',')
/** From fine to coarse: the first that makes few enough cells is taken. */
const KEYS: readonly ((source: AttackSource) => string)[] = [
  ({ source }) => String(source),
  ({ agents, networks, first }) => `${joined(agents)} ${joined(networks)} ${Math.floor(first / DAY_US)}`,
  ({ agents, countries, first }) => `${joined(agents)} ${joined(countries)} ${Math.floor(first / DAY_US)}`,
  ({ agents, first }) => `${joined(agents)} ${Math.floor(first / (7 * DAY_US))}`,
  ({ agents }) => joined(agents),
  () => '',
]

const groupBy = (sources: readonly AttackSource[], keyOf: (source: AttackSource) => string): readonly (readonly AttackSource[])[] => {
  const groups = createGroups(sources.length)
  const firstWith = new Map<string, number>()
  sources.forEach((source, index) => {
    for (const key of [`same ${keyOf(source)}`, ...(source.home === undefined ? [] : [`named ${source.home}`])]) {
      const known = firstWith.get(key)
      if (known === undefined) firstWith.set(key, index)
      else groups.join(known, index)
    }
  })
  return membersOf(sources, groups)
}

const union = (sets: readonly ReadonlySet<number>[]): ReadonlySet<number> => {
  if (sets.length === 1) return sets[0] as ReadonlySet<number>
  const all = new Set<number>()
  for (const set of sets) for (const key of set) all.add(key)
  return all
}

const cellOf = (sources: readonly AttackSource[]): Cell => {
  const sum = (of: (source: AttackSource) => number): number => sources.reduce((total, source) => total + of(source), 0)
  const requests = sum(({ attempts, successes }) => attempts + successes)
  const gaps = Math.max(
    1,
    sum(({ gaps: { count } }) => count),
  )
  const meanGap = sum(({ gaps: { sum: total } }) => total) / gaps
  return {
    sources,
    first: sources.reduce((least, { first }) => Math.min(least, first), Number.POSITIVE_INFINITY),
    last: sources.reduce((most, { last }) => Math.max(most, last), Number.NEGATIVE_INFINITY),
    networks: union(sources.map(({ networks }) => networks)),
    countries: union(sources.map(({ countries }) => countries)),
    agents: union(sources.map(({ agents }) => agents)),
    tried: union(sources.map(({ tried }) => tried)),
    requests: requests / sources.length,
    users: sum(({ tried }) => tried.size) / sources.length,
    failedShare: sum(({ attempts }) => attempts) / Math.max(1, requests),
    validShare:
      sum(({ triedAccounts }) => triedAccounts.size) /
      Math.max(
        1,
        sum(({ tried }) => tried.size),
      ),
    agentlessShare:
      sum(({ agentless }) => agentless) /
      Math.max(
        1,
        sum(({ attempts }) => attempts),
      ),
    meanGap,
    gapDeviation: Math.sqrt(Math.max(0, sum(({ gaps: { squares } }) => squares) / gaps - meanGap * meanGap)),
  }
}

/** At most `MOST_CELLS`, whatever the number of sources: what one finding names is never parted. */
export const cellsOf = (sources: readonly AttackSource[]): readonly Cell[] => {
  for (const keyOf of KEYS) {
    const groups = groupBy(sources, keyOf)
    if (groups.length <= MOST_CELLS) return groups.map(cellOf)
  }
  return [cellOf(sources)]
}
