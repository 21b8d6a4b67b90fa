import { sourceOf } from '../kernel/ip.ts'
import type { Agent, Geo, Network } from '../model/event.ts'
import type { Dictionary, PlaceTable } from './event-table.ts'
import { createInterner } from './interner.ts'
import type { Places } from './places.ts'

/** What enrichment adds, per distinct value; given from the right-hand station so that this one need not know it. */
export interface PlaceKnowledge {
  readonly geoOf: (ip: string) => Geo | undefined
  readonly networkOf: (ip: string, asserted: { readonly asn: number | undefined; readonly org: string | undefined }) => Network | undefined
  readonly agentOf: (userAgent: string) => Agent | undefined
  /** A database that the user gave is trusted more than what the log asserts. */
  readonly preferOwnGeo: boolean
}

/** Facts that many places share are kept once: a million addresses lie in a few thousand towns and networks. */
const createShared = <Fact>(textOf: (fact: Fact) => string): { readonly keyOf: (fact: Fact | undefined) => number; readonly get: (key: number) => Fact | undefined } => {
  const keys = new Map<string, number>()
  const facts: Fact[] = []
  return {
    keyOf: (fact) => {
      if (fact === undefined) return -1
      const text = textOf(fact)
      const known = keys.get(text)
      if (known !== undefined) return known
      keys.set(text, facts.length)
      return facts.push(fact) - 1
    },
    get: (key) => facts[key],
  }
}

interface Sources extends Dictionary {
  readonly keyOf: (ip: number) => number
}

/** A version 4 address is its own source and keeps its number; the /64 networks of version 6 are numbered behind all addresses. */
const createSources = (ips: Places['ips']): Sources => {
  const networks = createInterner()
  return {
    keyOf: (ip) => {
      const address = ips.get(ip)
      if (address === undefined) return -1
      const source = sourceOf(address)
      return source === address ? ip : ips.size + networks.intern(source)
    },
    get: (key) => (key < ips.size ? ips.get(key) : networks.get(key - ips.size)),
    get size() {
      return ips.size + networks.size
    },
  }
}

/** Everything that is known of each place of the log; every address is looked up once. */
export const knowPlaces = (places: Places, knowledge: PlaceKnowledge): Omit<PlaceTable, 'isProxy'> => {
  const { ips, size } = places
  const sources = createSources(ips)
  const countries = createInterner()
  const networks = createInterner()
  const geos = createShared<Geo>(({ country, region, city, lat, lon, accuracyKm }) => `${country}\u0000${region}\u0000${city}\u0000${lat}\u0000${lon}\u0000${accuracyKm}`)
  const facts = createShared<Network>(({ asn, org, kind }) => `${asn}\u0000${org}\u0000${kind}`)
  const column = (): Int32Array => new Int32Array(size)
  const [ip, source, country, network, geoAt, factAt] = [column(), column(), column(), column(), column(), column()]
  for (let place = 0; place < size; place += 1) {
    const key = places.ipOf(place)
    const address = ips.get(key)
    const own = address === undefined ? undefined : knowledge.geoOf(address)
    const asserted = places.geoOf(place)
    const geo = knowledge.preferOwnGeo ? (own ?? asserted) : (asserted ?? own)
    const net = address === undefined ? undefined : knowledge.networkOf(address, places.asnOf(place))
    ip[place] = key
    geoAt[place] = geos.keyOf(geo)
    factAt[place] = facts.keyOf(net)
    source[place] = sources.keyOf(key)
    country[place] = countries.intern(geo?.country)
    network[place] = networks.intern(net?.asn === undefined ? net?.org : `AS${net.asn}`)
  }
  return {
    size, ip, ips, source, sources, country, countries, network,
    geoOf: (place) => geos.get(geoAt[place] ?? -1),
    networkOf: (place) => facts.get(factAt[place] ?? -1),
  }
}
