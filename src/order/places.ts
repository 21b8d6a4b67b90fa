import { sourceOf } from '../kernel/ip.ts'
import type { EventDraft, Geo } from '../model/event.ts'
import { createInterner, type Interner } from './interner.ts'

/** Distinct (address, geo asserted by the log, network asserted by the log). */
export interface Places {
  readonly intern: (draft: EventDraft) => number
  readonly size: number
  readonly ips: Interner
  readonly ipOf: (place: number) => number
  readonly geoOf: (place: number) => Geo | undefined
  readonly asnOf: (place: number) => { readonly asn: number | undefined; readonly org: string | undefined }
  readonly hashOf: (place: number) => number
  readonly sourceText: (ip: string) => string
}

const geoText = (geo: Geo): string => [geo.country, geo.region, geo.city, geo.lat, geo.lon].join('\u0000')

interface PlaceRow {
  readonly ip: number
  readonly geo: number
  readonly asn: number
}

/** Most addresses have one place: the chain under an address is nearly always one long. */
export const createPlaces = (): Places => {
  const ips = createInterner()
  const geoKeys = createInterner()
  const geos: Geo[] = []
  const asnKeys = createInterner()
  const asns: { asn: number | undefined; org: string | undefined }[] = []
  const rows: PlaceRow[] = []
  const heads: number[] = []
  const nexts: number[] = []
  const internGeo = (geo: Geo | undefined): number => {
    if (geo === undefined) return -1
    const key = geoKeys.intern(geoText(geo))
    if (key === geos.length) geos.push(geo)
    return key
  }
  const internAsn = (asn: number | undefined, org: string | undefined): number => {
    if (asn === undefined && org === undefined) return -1
    const key = asnKeys.intern(`${asn ?? ''}\u0000${org ?? ''}`)
    if (key === asns.length) asns.push({ asn, org })
    return key
  }
  return {
    ips,
    get size() {
      return rows.length
    },
    intern: (draft) => {
      const geo = internGeo(draft.geo)
      const asn = internAsn(draft.asn, draft.asnOrg)
      if (draft.ip === undefined && geo < 0 && asn < 0) return -1
      const ip = ips.intern(draft.ip)
      let place = heads[ip + 1] ?? -1
      while (place >= 0) {
        const row = rows[place] as PlaceRow
        if (row.geo === geo && row.asn === asn) return place
        place = nexts[place] as number
      }
      rows.push({ ip, geo, asn })
      nexts.push(heads[ip + 1] ?? -1)
      heads[ip + 1] = rows.length - 1
      return rows.length - 1
    },
    ipOf: (place) => rows[place]?.ip ?? -1,
    geoOf: (place) => geos[rows[place]?.geo ?? -1],
    asnOf: (place) => asns[rows[place]?.asn ?? -1] ?? { asn: undefined, org: undefined },
    hashOf: (place) => {
      const row = rows[place]
      return row === undefined ? 0 : ips.hashOf(row.ip) ^ geoKeys.hashOf(row.geo) ^ Math.imul(asnKeys.hashOf(row.asn), 31)
    },
    sourceText: sourceOf,
  }
}
