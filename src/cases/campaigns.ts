import { hashHex } from '../kernel/hash.ts'
import type { AttackSource } from './attack-sources.ts'

/** Attacking sources that belong together. */
export interface Campaign {
  readonly id: string
  readonly method: 'stuffing' | 'spray' | 'guessing' | 'low-and-slow' | 'distributed' | 'enumeration' | 'mixed'
  readonly sources: readonly AttackSource[]
  readonly first: number
  readonly last: number
}

const METHOD_OF_RULE: Readonly<Record<string, Campaign['method']>> = {
  'single-source-stuffing': 'stuffing',
  'single-source-spray': 'spray',
  'low-and-slow-source': 'low-and-slow',
  'user-enumeration': 'enumeration',
  'distributed-wave': 'stuffing',
  'account-guessing': 'guessing',
  'distributed-guessing': 'distributed',
}
/** A stuffing tool also trips the rules for enumeration and guessing; the most telling name wins. */
const TELLING: readonly Campaign['method'][] = ['stuffing', 'spray', 'low-and-slow', 'distributed', 'guessing', 'enumeration']

/** Attacks of one campaign follow each other within this time. */
const GAP_US = 6 * 3600 * 1e6
/** Two sources that share this part of their targets work from one list. */
const OVERLAP = 0.2

/** Comparing lists of targets is quadratic in sources; beyond this many, networks, agents and findings decide alone. */
const COMPARE_TARGETS_UP_TO = 300

const overlap = (left: ReadonlySet<number>, right: ReadonlySet<number>): number => {
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  if (small.size < 3) return 0
  let common = 0
  for (const key of small) if (large.has(key)) common += 1
  return common / small.size
}

const near = (left: AttackSource, right: AttackSource): boolean => left.first - GAP_US <= right.last && right.first - GAP_US <= left.last

/** What links sources: a finding that names both at any time; a network or an agent within the gap. */
const linksOf = (source: AttackSource): readonly string[] => [
  ...[...source.findings].map((id) => `finding ${id}`),
  ...[...source.networks].filter((key) => key >= 0).map((key) => `network ${key}`),
  ...[...source.agents].filter((key) => key >= 0).map((key) => `agent ${key}`),
]

interface Groups {
  readonly join: (left: number, right: number) => void
  readonly leaderOf: (index: number) => number
}

const createGroups = (size: number): Groups => {
  const leader = Int32Array.from({ length: size }, (_, index) => index)
  const leaderOf = (index: number): number => {
    let at = index
    while (leader[at] !== at) at = leader[at] as number
    return at
  }
  return {
    join: (left, right) => {
      leader[leaderOf(right)] = leaderOf(left)
    },
    leaderOf,
  }
}

const joinByLinks = (sources: readonly AttackSource[], groups: Groups): void => {
  const members = new Map<string, number[]>()
  sources.forEach((source, index) => {
    for (const link of linksOf(source)) {
      const indexes = members.get(link)
      if (indexes === undefined) members.set(link, [index])
      else indexes.push(index)
    }
  })
  for (const [link, indexes] of members) {
    let until = Number.NEGATIVE_INFINITY
    let previous = -1
    for (const index of indexes) {
      const source = sources[index] as AttackSource
      if (previous >= 0 && (link.startsWith('finding') || source.first - GAP_US <= until)) groups.join(previous, index)
      until = Math.max(until, source.last)
      previous = index
    }
  }
}

const joinByTargets = (sources: readonly AttackSource[], groups: Groups): void => {
  if (sources.length > COMPARE_TARGETS_UP_TO) return
  sources.forEach((left, index) => {
    for (let other = index + 1; other < sources.length; other += 1) {
      const right = sources[other] as AttackSource
      if (groups.leaderOf(index) === groups.leaderOf(other) || !near(left, right)) continue
      if (overlap(left.tried, right.tried) >= OVERLAP) groups.join(index, other)
    }
  })
}

/** Joins what belongs together, transitively. Sources come ordered by time and address, so order of input does not matter. */
const groupSources = (sources: readonly AttackSource[]): readonly (readonly AttackSource[])[] => {
  const groups = createGroups(sources.length)
  joinByLinks(sources, groups)
  joinByTargets(sources, groups)
  const byLeader = Map.groupBy(
    sources.map((source, index) => ({ source, leader: groups.leaderOf(index) })),
    ({ leader }) => leader,
  )
  return [...byLeader.values()].map((group) => group.map(({ source }) => source))
}

const methodOf = (sources: readonly AttackSource[]): Campaign['method'] => {
  const methods = new Set(sources.flatMap(({ rules }) => [...rules].flatMap((rule) => METHOD_OF_RULE[rule] ?? [])))
  return TELLING.find((method) => methods.has(method)) ?? 'mixed'
}

/** Campaigns, earliest first. The id is made of the sources' addresses, so that it does not depend on dense ids. */
export const findCampaigns = (sources: ReadonlyMap<number, AttackSource>, addressOf: (source: number) => string): readonly Campaign[] => {
  const ordered = [...sources.values()].toSorted(
    (left, right) => left.first - right.first || (addressOf(left.source) < addressOf(right.source) ? -1 : 1),
  )
  return groupSources(ordered)
    .map((group) => {
      const addresses = group.map(({ source }) => addressOf(source)).toSorted()
      const first = Math.min(...group.map((source) => source.first))
      return {
        id: `campaign-${hashHex(`${first}\u0000${addresses.join('\u0000')}`).slice(0, 12)}`,
        method: methodOf(group),
        sources: group,
        first,
        last: Math.max(...group.map((source) => source.last)),
      }
    })
    .toSorted((left, right) => left.first - right.first || (left.id < right.id ? -1 : 1))
}
