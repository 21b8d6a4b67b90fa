import type { Geo } from '../model/event.ts'
import type { GeoLookup } from './geo-lookup.ts'
import type { NetworkOf } from './networks.ts'

/**
 * Mobile carriers of one country, part of whose addresses the built-in table places elsewhere: they were bought from others after its
 * data were made. The countries are those that they serve (common knowledge). Of the 61 carriers that `network-kinds.json` knows, compared
 * with the table block by block, these have more than half a percent abroad: Mobilink 70 %, Rakuten Mobile 31 % (in Britain), Free 25 %,
 * Globe 22 %, XL Axiata 6 %, Jio 2 %, Turkcell 2 %, MTN 1 %, MCI 1 %. Without this, each of their customers' telephones that leaves the
 * Wi-Fi at home is a session that crosses the world within minutes.
 */
const HOMES: ReadonlyMap<number, string> = new Map([
  [16135, 'TR'],
  [16637, 'ZA'],
  [24203, 'ID'],
  [45669, 'PK'],
  [51207, 'FR'],
  [55836, 'IN'],
  [132199, 'PH'],
  [138384, 'JP'],
  [197207, 'IR'],
])

const somewhereIn = (country: string): Geo => ({
  country,
  region: undefined,
  city: undefined,
  lat: undefined,
  lon: undefined,
  accuracyKm: undefined,
})

/** An address of such a carrier is in its country, and nobody knows where. */
export const withCarriersAtHome =
  (lookup: GeoLookup, networkOf: NetworkOf): GeoLookup =>
  (ip) => {
    const geo = lookup(ip)
    if (geo?.country === undefined) return geo
    const home = HOMES.get(networkOf(ip)?.asn ?? -1)
    return home === undefined || home === geo.country ? geo : somewhereIn(home)
  }
