import type { Geo, Network } from '../model/event.ts'

/** Facts that many places share are kept once: a million addresses lie in a few thousand towns and networks. */
export interface SharedFacts<Fact> {
  readonly keyOf: (fact: Fact | undefined) => number
  readonly get: (key: number) => Fact | undefined
  readonly size: () => number
}

/** @param under a number or text that few facts have in common: making one text of a whole fact takes longer than all else */
const createShared = <Fact>(
  under: (fact: Fact) => number | string | undefined,
  isSame: (one: Fact, other: Fact) => boolean,
): SharedFacts<Fact> => {
  const keys = new Map<number | string | undefined, number[]>()
  const facts: Fact[] = []
  const find = (list: readonly number[], fact: Fact): number => {
    for (const key of list) if (facts[key] === fact || isSame(facts[key] as Fact, fact)) return key
    return -1
  }
  return {
    keyOf: (fact) => {
      if (fact === undefined) return -1
      const shelf = under(fact)
      const list = keys.get(shelf)
      const known = list === undefined ? -1 : find(list, fact)
      if (known >= 0) return known
      if (list === undefined) keys.set(shelf, [facts.length])
      else list.push(facts.length)
      return facts.push(fact) - 1
    },
    get: (key) => facts[key],
    size: () => facts.length,
  }
}

const isSameGeo = (one: Geo, other: Geo): boolean =>
  one.lat === other.lat &&
  one.lon === other.lon &&
  one.city === other.city &&
  one.accuracyKm === other.accuracyKm &&
  one.region === other.region &&
  one.country === other.country

const isSameNetwork = (one: Network, other: Network): boolean => one.asn === other.asn && one.kind === other.kind && one.org === other.org

export const createSharedGeos = (): SharedFacts<Geo> => createShared(({ lat, city, country }) => lat ?? city ?? country, isSameGeo)
export const createSharedNetworks = (): SharedFacts<Network> => createShared(({ asn, org, kind }) => asn ?? org ?? kind, isSameNetwork)
