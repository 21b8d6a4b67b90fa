import type { CityResponse } from 'maxmind'
import type { Geo } from '../../model/event.ts'
import { defineEnricher, type Opened } from '../define-enricher.ts'
import { isLocatable, type GeoLookup } from '../geo-lookup.ts'
import { type MmdbLookup, openMmdb } from '../open-mmdb.ts'

/** English names: the case document must not depend on the language of the output. */
const toGeo = (found: CityResponse): Geo => ({
  country: found.country?.iso_code,
  region: found.subdivisions?.[0]?.iso_code,
  city: found.city?.names?.en,
  lat: found.location?.latitude,
  lon: found.location?.longitude,
  accuracyKm: found.location?.accuracy_radius,
})

/** Places from the user's own City or Country database; problems of the file are values. */
const openPlaces = async ({ path }: { readonly path: string }): Promise<Opened<MmdbLookup<Geo>>> => {
  const opened = await openMmdb<CityResponse>(path, ['City', 'Country', 'Enterprise'])
  if (!opened.ok) return opened
  const { get, title, failures } = opened.value
  const lookup: GeoLookup = (ip) => {
    const found = isLocatable(ip) ? get(ip) : undefined
    return found && toGeo(found)
  }
  return { ok: true, value: { lookup, title, failures } }
}

/** Country, region and city from a MaxMind database that the user brings (`--geo-db`). */
export const enricher = defineEnricher<MmdbLookup<Geo>, { readonly path: string }>({
  id: 'geo-mmdb',
  key: 'ip',
  adds: 'geo',
  source: "the user's own MaxMind City, Country or Enterprise database, under its own licence",
  open: openPlaces,
})
