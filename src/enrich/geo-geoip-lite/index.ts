import type { Geo } from '../../model/event.ts'
import { defineEnricher, type Source } from '../define-enricher.ts'
import { isLocatable } from '../geo-lookup.ts'
import { openPlaceFiles, type PlaceFiles } from './place-files.ts'

/** `release` closes the files. */
export interface PlaceSource extends Source<Geo> {
  readonly release: () => void
}

/** Places from geoip-lite's data, opened when the first locatable address is asked for, and again after `release`. */
export const geoipLite = (open: () => PlaceFiles = openPlaceFiles): PlaceSource => {
  let files: PlaceFiles | undefined
  return {
    lookup: (ip) => (isLocatable(ip) ? (files ??= open()).lookup(ip) : undefined),
    release: () => {
      files?.close()
      files = undefined
    },
  }
}

/** Country, region and city with accuracy, from the data that comes with geoip-lite. */
export const enricher = defineEnricher<PlaceSource>({
  id: 'geo-geoip-lite',
  key: 'ip',
  adds: 'geo',
  source: 'GeoLite data created by MaxMind (https://www.maxmind.com), as shipped with geoip-lite 2 (Apache-2.0; data CC BY-SA 4.0)',
  open: async () => ({ ok: true, value: geoipLite() }),
})
