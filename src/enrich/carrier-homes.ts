import type { Geo } from '../model/event.ts'
import type { GeoLookup } from './geo-lookup.ts'
import type { NetworkOf } from './networks.ts'

/**
 * Access networks (home and mobile lines) of one country, part of whose addresses the built-in table places elsewhere: they were bought
 * from others after its data were made. By country of the customers, autonomous systems: those of kind mobile or residential of which the
 * table has at least 90 % in one country, some 2,000 addresses or more abroad, less than 4 % in any one other country, and none in an overseas
 * territory (which may be meant). Known besides: Rakuten Mobile (31 % in Britain), Globe (22 % in America), XL Axiata, Mobilink. Without
 * this, each of their customers' telephones that leaves the Wi-Fi at home is a session that crosses the world within minutes.
 */
const SYSTEMS: Readonly<Record<string, readonly number[]>> = {
  AT: [8447],
  AU: [1221, 7545],
  BE: [6848],
  CA: [577, 812, 5769],
  DE: [3209],
  EG: [8452],
  ES: [3352, 12479],
  GB: [2856, 5089],
  ID: [7713, 23693, 24203],
  IN: [9829, 38266, 55836],
  IR: [197207],
  IT: [12874],
  JP: [2516, 2527, 4713, 10010, 138384],
  KR: [4766, 9318],
  MX: [8151, 13999],
  NL: [1136, 33915],
  PH: [9299, 132199],
  PK: [45669],
  RO: [8708],
  RU: [12389],
  TR: [16135],
  US: [6128, 7843, 11426, 20001, 20115, 22773],
  VN: [7552, 45899],
  ZA: [16637],
}
const HOMES: ReadonlyMap<number, string> = new Map(
  Object.entries(SYSTEMS).flatMap(([country, systems]) => systems.map((asn) => [asn, country] as const)),
)

const somewhereIn = (country: string): Geo => ({
  country,
  region: undefined,
  city: undefined,
  lat: undefined,
  lon: undefined,
  accuracyKm: undefined,
})

/** An address of such a network is in its country, and nobody knows where. */
export const withCarriersAtHome =
  (lookup: GeoLookup, networkOf: NetworkOf): GeoLookup =>
  (ip) => {
    const geo = lookup(ip)
    if (geo?.country === undefined) return geo
    const home = HOMES.get(networkOf(ip)?.asn ?? -1)
    return home === undefined || home === geo.country ? geo : somewhereIn(home)
  }
