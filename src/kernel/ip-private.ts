import { parseV4, parseV6 } from './ip-parse.ts'

/** RFC 1918, loopback (RFC 1122), link-local (RFC 3927). Asked for every address of a log: plain comparisons. */
const isPrivateV4 = (value: number): boolean => {
  const first = value >>> 24
  if (first === 10 || first === 127) return true
  const two = value >>> 16
  return two === 0xc0a8 || two === 0xa9fe || value >>> 20 === 0xac1
}

/** Loopback `::1`, unique local fc00::/7 (RFC 4193), link-local fe80::/10 (RFC 4291). */
const isPrivateV6 = (groups: readonly number[]): boolean => {
  const first = groups[0] ?? 0
  if ((first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80) return true
  return groups[7] === 1 && groups.slice(0, 7).every((group) => group === 0)
}

/** An address that says nothing about where in the world its user is: it must not be geolocated. Carrier NAT is apart. */
export const isPrivateIp = (ip: string): boolean => {
  const v4 = parseV4(ip)
  if (v4 !== undefined) return isPrivateV4(v4)
  const v6 = parseV6(ip)
  return v6 !== undefined && isPrivateV6(v6)
}

/** 100.64.0.0/10 (RFC 6598): between a carrier's customers and its NAT; many people behind each. */
export const isCarrierNat = (ip: string): boolean => {
  const v4 = parseV4(ip)
  return v4 !== undefined && v4 >>> 22 === 0x64400000 >>> 22
}
