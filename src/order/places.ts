import type { EventDraft, Geo } from '../model/event.ts'
import { createAddressInterner, type AddressDictionary } from './address-interner.ts'
import { doubled } from './int-array.ts'
import { createInterner } from './interner.ts'

/** Distinct (address, geo asserted by the log, network asserted by the log). */
export interface Places {
  readonly intern: (draft: Pick<EventDraft, 'ip' | 'geo' | 'asn' | 'asnOrg'>) => number
  readonly size: number
  readonly ips: AddressDictionary
  /** No more values come: lets go of what only meeting them needs. Only `ips` may be asked after that. */
  readonly settle: () => void
  readonly ipOf: (place: number) => number
  readonly geoOf: (place: number) => Geo | undefined
  readonly asnOf: (place: number) => { readonly asn: number | undefined; readonly org: string | undefined }
  readonly hashOf: (place: number) => number
}

const geoText = (geo: Geo): string => [geo.country, geo.region, geo.city, geo.lat, geo.lon].join('\u0000')

const NO_NETWORK = { asn: undefined, org: undefined }

/** Most addresses have one place: the chain under an address is nearly always one long. */
export const createPlaces = (): Places => {
  const ips = createAddressInterner()
  const geoKeys = createInterner()
  const geos: Geo[] = []
  const asnKeys = createInterner()
  const asns: { asn: number | undefined; org: string | undefined }[] = []
  /** By place: key of the address, of the asserted geo, of the asserted network, and the next place of the same address. */
  let rows = new Int32Array(4 * 1024)
  /** By key of the address (none: 0): its latest place, plus one. */
  let heads = new Int32Array(1024)
  let size = 0
  const add = (ip: number, geo: number, asn: number, next: number): number => {
    if (size * 4 === rows.length) rows = doubled(rows)
    rows[size * 4] = ip
    rows[size * 4 + 1] = geo
    rows[size * 4 + 2] = asn
    rows[size * 4 + 3] = next
    size += 1
    return size - 1
  }
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
      return size
    },
    intern: (draft) => {
      const geo = internGeo(draft.geo)
      const asn = internAsn(draft.asn, draft.asnOrg)
      if (draft.ip === undefined && geo < 0 && asn < 0) return -1
      const ip = ips.intern(draft.ip)
      while (ip + 1 >= heads.length) heads = doubled(heads)
      const latest = (heads[ip + 1] as number) - 1
      for (let place = latest; place >= 0; place = rows[place * 4 + 3] as number) {
        if (rows[place * 4 + 1] === geo && rows[place * 4 + 2] === asn) return place
      }
      heads[ip + 1] = add(ip, geo, asn, latest) + 1
      return size - 1
    },
    settle: () => {
      rows = new Int32Array(0)
      heads = new Int32Array(0)
      ips.settle()
    },
    ipOf: (place) => (place < 0 ? -1 : (rows[place * 4] as number)),
    geoOf: (place) => geos[rows[place * 4 + 1] ?? -1],
    asnOf: (place) => asns[rows[place * 4 + 2] ?? -1] ?? NO_NETWORK,
    hashOf: (place) =>
      place < 0
        ? 0
        : ips.hashOf(rows[place * 4] as number) ^
          geoKeys.hashOf(rows[place * 4 + 1] as number) ^
          Math.imul(asnKeys.hashOf(rows[place * 4 + 2] as number), 31),
  }
}
