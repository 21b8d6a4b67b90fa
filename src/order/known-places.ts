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
  /** Called once every address was looked up. */
  readonly release?: () => void
  /** A database that the user gave is trusted more than what the log asserts. */
  readonly preferOwnGeo: boolean
}

/** Facts that many places share are kept once: a million addresses lie in a few thousand towns and networks. */
const createShared = <Fact>(
  textOf: (fact: Fact) => string,
): { readonly keyOf: (fact: Fact | undefined) => number; readonly get: (key: number) => Fact | undefined } => {
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

type KnownTable = Omit<PlaceTable, 'isProxy'>

/** What is known of each place of a log, looked up while the log is still being read. */
export interface KnownPlaces {
  /** Looks up the places that came since the last call. Reading waits for its thread anyway: done then, it costs no time. */
  readonly advance: () => void
  /** All places; the log must be complete. */
  readonly finish: () => KnownTable
}

export const createKnownPlaces = (places: Places, knowledge: PlaceKnowledge): KnownPlaces => {
  const { ips } = places
  const countries = createInterner()
  const networks = createInterner()
  const geos = createShared<Geo>(
    ({ country, region, city, lat, lon, accuracyKm }) =>
      `${country}\u0000${region}\u0000${city}\u0000${lat}\u0000${lon}\u0000${accuracyKm}`,
  )
  const facts = createShared<Network>(({ asn, org, kind }) => `${asn}\u0000${org}\u0000${kind}`)
  const [geoAt, factAt, country, network]: [number[], number[], number[], number[]] = [[], [], [], []]
  const lookUp = (place: number): void => {
    const address = ips.get(places.ipOf(place))
    const own = address === undefined ? undefined : knowledge.geoOf(address)
    const asserted = places.geoOf(place)
    const geo = knowledge.preferOwnGeo ? (own ?? asserted) : (asserted ?? own)
    const net = address === undefined ? undefined : knowledge.networkOf(address, places.asnOf(place))
    geoAt.push(geos.keyOf(geo))
    factAt.push(facts.keyOf(net))
    country.push(countries.intern(geo?.country))
    network.push(networks.intern(net?.asn === undefined ? net?.org : `AS${net.asn}`))
  }
  const advance = (): void => {
    for (let place = geoAt.length; place < places.size; place += 1) lookUp(place)
  }
  return {
    advance,
    finish: () => {
      advance()
      knowledge.release?.()
      const { size } = places
      const sources = createSources(ips)
      const ip = Int32Array.from({ length: size }, (_, place) => places.ipOf(place))
      return {
        size,
        ip,
        ips,
        source: ip.map((key) => sources.keyOf(key)),
        sources,
        country: Int32Array.from(country),
        countries,
        network: Int32Array.from(network),
        geoOf: (place) => geos.get(geoAt[place] ?? -1),
        networkOf: (place) => facts.get(factAt[place] ?? -1),
      }
    },
  }
}
