import { cidrContains, normaliseIp, parseCidr, type NormalIp } from '../kernel/ip.ts'
import { complain } from '../i18n/complaint.ts'

/** From the logged address and the forwarded chain to the client's address; undefined where that is the logged one. */
export type ClientAddress = (ip: string | undefined, forwardedFor: string | undefined) => NormalIp | undefined

/** RFC 7239, section 4: `for=192.0.2.43;proto=https, for="[2001:db8:cafe::17]:4711"`; logs may escape the quotes. */
const FORWARDED = /^for=[\\"]*([^;"\\]+)/i

const hopOf = (text: string): NormalIp | undefined => normaliseIp(FORWARDED.exec(text)?.[1] ?? text)

/** The chain, from the client to the last proxy; undefined for a hop that is no address (`unknown`, `_hidden`). */
const hopsOf = (chain: string): readonly (NormalIp | undefined)[] =>
  chain
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '')
    .map(hopOf)

/**
 * `--trusted-proxy`: behind trusted hops, the client is the rightmost hop of the chain that is not trusted
 * (ENGINE.md 1): everything to its left was written by whoever sent the request. Where a trusted hop does not say whom it had before it
 * (`unknown`), nobody knows, and the logged address stays.
 */
export const clientAddressBy = (trusted: readonly string[]): ClientAddress | undefined => {
  if (trusted.length === 0) return undefined
  const ranges = trusted.map((text) => {
    const range = parseCidr(text)
    if (range === undefined) throw complain('complaint.trusted-proxy', { value: text })
    return range
  })
  const isTrusted = (ip: string): boolean => ranges.some((range) => cidrContains(range, ip))
  return (ip, forwardedFor) => {
    if (forwardedFor === undefined || (ip !== undefined && !isTrusted(ip))) return undefined
    return hopsOf(forwardedFor).findLast((hop) => hop === undefined || !isTrusted(hop.ip))
  }
}
