import { createRequire } from 'node:module'
import type { Lookup } from 'geoip-lite'
import type { Geo } from '../../model/event.ts'
import { defineEnricher } from '../define-enricher.ts'
import { isLocatable, type GeoLookup } from '../geo-lookup.ts'

/** The one function of geoip-lite that is used; tests hand in their own. */
export type GeoipLite = { readonly lookup: (ip: string) => Lookup | null }

/**
 * Loads geoip-lite in the middle of a synchronous lookup: importing it reads 110 MB in about 70 ms, which a run whose log
 * has no public address, or brings its own places, must not pay.
 */
const loadGeoipLite = (): GeoipLite => {
  loaded = createRequire(import.meta.url)('geoip-lite') as WholeLibrary
  if (isReleased) loaded.reloadDataSync()
  isReleased = false
  return loaded
}

type WholeLibrary = GeoipLite & { readonly clear: () => void; readonly reloadDataSync: () => void }
let loaded: WholeLibrary | undefined
let isReleased = false
/** How often the data were let go of: a lookup that loaded them before must load them again. */
let releases = 0

/** Lets go of the library's 110 MB once every address is known; the next lookup reads them again. */
export const releaseGeoipLite = (): void => {
  if (loaded === undefined || isReleased) return
  loaded.clear()
  isReleased = true
  releases += 1
}

const text = (value: string | undefined): string | undefined => (value ? value : undefined)

/** geoip-lite writes 0 or nothing where it does not know; `area` is the accuracy radius in km (its README). */
const toGeo = (found: Lookup): Geo => {
  const [lat, lon] = found.ll ?? []
  const isPlaced = Number.isFinite(lat) && Number.isFinite(lon)
  return {
    country: text(found.country),
    region: text(found.region),
    city: text(found.city),
    lat: isPlaced ? lat : undefined,
    lon: isPlaced ? lon : undefined,
    accuracyKm: found.area > 0 ? found.area : undefined,
  }
}

/** Places from geoip-lite, loaded when the first locatable address is asked for. */
export const geoipLiteLookup = (load: () => GeoipLite = loadGeoipLite): GeoLookup => {
  let library: GeoipLite | undefined
  let seen = releases
  return (ip) => {
    if (!isLocatable(ip)) return undefined
    if (library === undefined || seen !== releases) library = load()
    seen = releases
    const found = library.lookup(ip)
    return found ? toGeo(found) : undefined
  }
}

/** Country, region and city with accuracy, from the data that comes with geoip-lite. */
export const enricher = defineEnricher<Geo>({
  id: 'geo-geoip-lite',
  key: 'ip',
  adds: 'geo',
  source: 'GeoLite data created by MaxMind (https://www.maxmind.com), as shipped with geoip-lite 2 (Apache-2.0; data CC BY-SA 4.0)',
  open: async () => geoipLiteLookup(),
})
