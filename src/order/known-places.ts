import { sourceOf } from '../kernel/ip.ts'
import type { Agent, Geo, Network } from '../model/event.ts'
import type { Dictionary, PlaceTable } from './event-table.ts'
import { doubled } from './int-array.ts'
import { createInterner } from './interner.ts'
import { operatorNames } from './operators.ts'
import type { Places } from './places.ts'
import { createSharedGeos, createSharedNetworks, type SharedFacts } from './shared-facts.ts'

/** What enrichment adds, per distinct value; given from the right-hand station so that this one need not know it. */
export interface PlaceKnowledge {
  readonly geoOf: (ip: string) => Geo | undefined
  readonly networkOf: (ip: string, asserted: { readonly asn: number | undefined; readonly org: string | undefined }) => Network | undefined
  readonly agentOf: (userAgent: string) => Agent | undefined
  /** Called once every address was looked up. */
  readonly release?: () => void
  /** A database that the user gave is trusted more than what the log asserts. */
  readonly preferOwnGeo: boolean
  /** Looks up many addresses somewhere else, where that is possible. */
  readonly openApart?: () => PlacesApart
}

/** What is known of addresses that were looked up together, in their order: numbers of facts, −1 for none. */
export interface PlaceFacts {
  readonly geo: Int32Array
  readonly network: Int32Array
  /** The facts by their numbers, which stay the same from answer to answer. */
  readonly geoOf: (key: number) => Geo | undefined
  readonly networkOf: (key: number) => Network | undefined
}

/** Looks up version 4 addresses, as numbers, in another thread. */
export interface PlacesApart {
  readonly lookUp: (addresses: Uint32Array<ArrayBuffer>) => Promise<PlaceFacts>
  readonly close: () => Promise<void>
}

interface Sources extends Dictionary {
  readonly keyOf: (ip: number) => number
}

/** A version 4 address is its own source and keeps its number; the /64 networks of version 6 are numbered behind all addresses. */
const createSources = (ips: Places['ips']): Sources => {
  const networks = createInterner()
  return {
    keyOf: (ip) => {
      if (ip < 0 || ips.v4Of(ip) >= 0) return ip
      const address = ips.get(ip) ?? ''
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
  /** Has places that came since the last call looked up, where they are many enough for another thread. */
  readonly advance: () => void
  /** Waits until that thread is done; the log must be complete. */
  readonly settle: () => Promise<void>
  /** All places. */
  readonly finish: () => KnownTable
}

/** From so many places on it is worth a thread of its own, which reads the databases once more. */
const WORTH_PLACES = 20_000
/** Looked up together: the more, the nearer they lie to each other. */
const BATCH = 1 << 14

/** By place, what is known: keys of facts, of a country, of a network. */
const createFactColumns = () => {
  const countries = createInterner()
  const networks = createInterner()
  const [geos, facts] = [createSharedGeos(), createSharedNetworks()]
  /** By fact: the key of its country. */
  const countryOfGeo: number[] = []
  /** Two numbers for each place. */
  let cells = new Int32Array(2 * 1024)
  const countryOf = (geo: number): number => (geo < 0 ? -1 : (countryOfGeo[geo] ??= countries.intern(geos.get(geo)?.country)))
  const column = (size: number, valueAt: (place: number) => number): Int32Array => {
    const values = new Int32Array(size)
    for (let place = 0; place < size; place += 1) values[place] = valueAt(place)
    return values
  }
  return {
    geos,
    facts,
    /** Keys of a geo and of a network's facts. */
    set: (place: number, geo: number, fact: number): void => {
      while (2 * place + 2 > cells.length) cells = doubled(cells)
      cells[2 * place] = geo
      cells[2 * place + 1] = fact
    },
    table: (size: number) => {
      const geoAt = column(size, (place) => cells[2 * place] as number)
      const factAt = column(size, (place) => cells[2 * place + 1] as number)
      const operators = operatorNames(facts).map((name) => networks.intern(name))
      return {
        country: column(size, (place) => countryOf(geoAt[place] as number)),
        countries,
        network: column(size, (place) => operators[factAt[place] as number] ?? -1),
        geoOf: (place: number): Geo | undefined => geos.get(geoAt[place] ?? -1),
        networkOf: (place: number): Network | undefined => facts.get(factAt[place] ?? -1),
      }
    },
  }
}

/** Some logs assert a country or a city and no position: it is looked up, and believed where it lies in that country. */
const completed = (asserted: Geo, known: Geo | undefined): Geo => {
  if (asserted.lat !== undefined || known === undefined) return asserted
  if (asserted.country !== undefined && asserted.country !== known.country) return asserted
  const { city, region } = asserted.city === undefined ? known : asserted
  return { ...known, city, region }
}

/** Numbers that another thread gave its facts → their keys here. */
const translator = <Fact>(shared: SharedFacts<Fact>) => {
  const keys: number[] = []
  return (number: number, factOf: (number: number) => Fact | undefined): number =>
    number < 0 ? -1 : (keys[number] ??= shared.keyOf(factOf(number)))
}

export const createKnownPlaces = (places: Places, knowledge: PlaceKnowledge): KnownPlaces => {
  const { ips } = places
  const columns = createFactColumns()
  let next = 0
  let apart: PlacesApart | undefined
  let waiting: number[] = []
  const answers: Promise<void>[] = []
  const [geoHere, networkHere] = [translator(columns.geos), translator(columns.facts)]
  /** @param own key of what is known of the address */
  const note = (place: number, own: number, network: number): void => {
    const asserted = places.geoOf(place)
    const isOwn = asserted === undefined || (knowledge.preferOwnGeo && own >= 0)
    columns.set(place, isOwn ? own : columns.geos.keyOf(completed(asserted, columns.geos.get(own))), network)
  }
  const lookUp = (place: number): void => {
    const address = ips.get(places.ipOf(place))
    if (address === undefined) return note(place, -1, -1)
    // Where the log says everything of the place, it is looked up only where it is not believed.
    const isWanted = knowledge.preferOwnGeo || places.geoOf(place)?.lat === undefined
    const own = columns.geos.keyOf(isWanted ? knowledge.geoOf(address) : undefined)
    note(place, own, columns.facts.keyOf(knowledge.networkOf(address, places.asnOf(place))))
  }
  const send = (): void => {
    if (waiting.length === 0 || apart === undefined) return
    const sent = waiting
    waiting = []
    const addresses = new Uint32Array(sent.length).map((_, index) => ips.v4Of(places.ipOf(sent[index] as number)))
    answers.push(
      apart
        .lookUp(addresses)
        .then(({ geo, network, geoOf, networkOf }) =>
          sent.forEach((place, index) =>
            note(place, geoHere(geo[index] as number, geoOf), networkHere(network[index] as number, networkOf)),
          ),
        ),
    )
  }
  /** A network that the log asserts is looked at here: it needs more than the address. */
  const isForApart = (place: number): boolean => {
    const { asn, org } = places.asnOf(place)
    return asn === undefined && org === undefined && ips.v4Of(places.ipOf(place)) >= 0
  }
  const lookUpNew = (): void => {
    for (; next < places.size; next += 1) {
      if (apart === undefined || !isForApart(next)) lookUp(next)
      else if (waiting.push(next) === BATCH) send()
    }
  }
  const advance = (): void => {
    if (apart === undefined && places.size >= WORTH_PLACES && knowledge.openApart !== undefined) {
      apart = knowledge.openApart()
      // The other thread reads the databases once more: they need not be here twice.
      knowledge.release?.()
    }
    // Until there are so many, they wait: looked up here while others are read, they would keep that up.
    if (apart !== undefined || knowledge.openApart === undefined) lookUpNew()
  }
  return {
    advance,
    settle: async () => {
      advance()
      send()
      await Promise.all(answers)
      await apart?.close()
    },
    finish: () => {
      lookUpNew()
      knowledge.release?.()
      const { size } = places
      const sources = createSources(ips)
      const ip = new Int32Array(size)
      for (let place = 0; place < size; place += 1) ip[place] = places.ipOf(place)
      return { size, ip, ips, source: ip.map((key) => sources.keyOf(key)), sources, ...columns.table(size) }
    },
  }
}
