import type { EventDraft, Geo } from '../model/event.ts'
import { createAddressInterner, type AddressDictionary } from './address-interner.ts'
import { doubled } from './int-array.ts'
import { createInterner } from './interner.ts'

type Said = Pick<EventDraft, 'geo' | 'asn' | 'asnOrg'>

/** Distinct (address, geo asserted by the log, network asserted by the log). */
export interface Places {
  /** Key of what the log itself says of a place, position and network together; −1: nothing. */
  readonly assert: (said: Said) => number
  readonly intern: (ip: string | undefined, asserted: number) => number
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

const NOTHING_SAID = { geo: -1, asn: -1 }
const NO_NETWORK = { asn: undefined, org: undefined }

/** Most addresses have one place: the chain under an address is nearly always one long. */
export const createPlaces = (): Places => {
  const ips = createAddressInterner()
  const geoKeys = createInterner()
  const geos: Geo[] = []
  const asnKeys = createInterner()
  const asns: { asn: number | undefined; org: string | undefined }[] = []
  /** Pairs of asserted geo and network: a few thousand, whatever the number of addresses. */
  const assertions: { readonly geo: number; readonly asn: number }[] = []
  const assertionKeys = new Map<string, number>()
  /** By place: key of the address, of what is asserted of it, and the next place of the same address. */
  let rows = new Int32Array(3 * 1024)
  /** By key of the address (none: 0): its latest place, plus one. */
  let heads = new Int32Array(1024)
  let size = 0
  const add = (ip: number, asserted: number, next: number): number => {
    if (size * 3 === rows.length) rows = doubled(rows)
    rows[size * 3] = ip
    rows[size * 3 + 1] = asserted
    rows[size * 3 + 2] = next
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
  const assertionOf = (place: number): { readonly geo: number; readonly asn: number } =>
    assertions[rows[place * 3 + 1] ?? -1] ?? NOTHING_SAID
  return {
    ips,
    get size() {
      return size
    },
    assert: (said) => {
      const geo = internGeo(said.geo)
      const asn = internAsn(said.asn, said.asnOrg)
      if (geo < 0 && asn < 0) return -1
      const pair = `${geo} ${asn}`
      const known = assertionKeys.get(pair) ?? assertions.push({ geo, asn }) - 1
      assertionKeys.set(pair, known)
      return known
    },
    intern: (address, asserted) => {
      if (address === undefined && asserted < 0) return -1
      const ip = ips.intern(address)
      while (ip + 1 >= heads.length) heads = doubled(heads)
      const latest = (heads[ip + 1] as number) - 1
      for (let place = latest; place >= 0; place = rows[place * 3 + 2] as number) {
        if (rows[place * 3 + 1] === asserted) return place
      }
      heads[ip + 1] = add(ip, asserted, latest) + 1
      return size - 1
    },
    settle: () => {
      rows = new Int32Array(0)
      heads = new Int32Array(0)
      ips.settle()
    },
    ipOf: (place) => (place < 0 ? -1 : (rows[place * 3] as number)),
    geoOf: (place) => geos[assertionOf(place).geo],
    asnOf: (place) => asns[assertionOf(place).asn] ?? NO_NETWORK,
    hashOf: (place) => {
      if (place < 0) return 0
      const { geo, asn } = assertionOf(place)
      return ips.hashOf(rows[place * 3] as number) ^ geoKeys.hashOf(geo) ^ Math.imul(asnKeys.hashOf(asn), 31)
    },
  }
}
