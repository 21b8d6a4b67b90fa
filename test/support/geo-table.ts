import { type Cidr, cidrContains, isCarrierNat, isPrivateIp, parseCidr } from '../../src/kernel/ip.ts'
import type { Geo } from '../../src/model/event.ts'
import type { GeoLookup } from '../../src/enrich/geo-lookup.ts'

/** One network and where it is said to be. */
export interface GeoTableRow {
  readonly cidr: string
  readonly country: string
  readonly region: string
  readonly city: string
  readonly lat: number
  readonly lon: number
  readonly accuracyKm: number
}

interface Entry {
  readonly network: Cidr
  readonly geo: Geo
}

const toEntry = ({ cidr, ...geo }: GeoTableRow): Entry => {
  const network = parseCidr(cidr)
  if (network === undefined) throw new Error(`not a network in CIDR notation: ${cidr}`)
  return { network, geo: Object.freeze(geo) }
}

/**
 * Places from a table instead of a database: documentation addresses are nowhere in the world, and tests, examples and simulated
 * logs consist of them. The narrowest network wins. Private addresses stay without a place. Throws on a row without a network.
 */
export const geoTableLookup = (rows: readonly GeoTableRow[]): GeoLookup => {
  const entries = rows.map(toEntry).toSorted((a, b) => b.network.bits - a.network.bits)
  return (ip) => (isPrivateIp(ip) || isCarrierNat(ip) ? undefined : entries.find(({ network }) => cidrContains(network, ip))?.geo)
}
