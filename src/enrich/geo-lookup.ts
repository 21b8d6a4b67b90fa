import { cidrMatcher, isCarrierNat, isPrivateIp, parseCidr } from '../kernel/ip.ts'
import { parseV4, parseV6 } from '../kernel/ip-parse.ts'
import type { Geo } from '../model/event.ts'

/** Where an address is; undefined when that is not known. Never throws, whatever the text. */
export type GeoLookup = (ip: string) => Geo | undefined

/**
 * Blocks that no user of a public service connects from: documentation (RFC 5737, RFC 3849, RFC 9637), benchmarks (RFC 2544,
 * RFC 5180), protocol assignments (RFC 6890), multicast and reserved.
 */
const RESERVED = [
  '0.0.0.0/8',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '::/96',
  '100::/64',
  '2001:2::/48',
  '2001:db8::/32',
  '3fff::/20',
  'ff00::/8',
].flatMap((text) => parseCidr(text) ?? [])
const isReserved = cidrMatcher(RESERVED)

/** Can this address have a place in the world at all? Private, carrier-NAT, documentation and reserved ones cannot. */
export const isLocatable = (ip: string): boolean => {
  if (parseV4(ip) === undefined && parseV6(ip) === undefined) return false
  return !isPrivateIp(ip) && !isCarrierNat(ip) && !isReserved(ip)
}
