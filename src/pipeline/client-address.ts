import { hopsOf } from '../kernel/forwarded-chain.ts'
import { cidrContains, parseCidr, type NormalIp } from '../kernel/ip.ts'
import { complain } from '../i18n/complaint.ts'

/** From the logged address and the forwarded chain to the client's address; undefined where that is the logged one. */
export type ClientAddress = (ip: string | undefined, forwardedFor: string | undefined) => NormalIp | undefined

/**
 * `--trusted-proxy`: behind trusted hops, the client is the rightmost hop of the chain that is not trusted
 * (docs/ARCHITECTURE.md 1): everything to its left was written by whoever sent the request. Where a trusted hop does not say whom it had before it
 * (`unknown`), nobody knows, and the logged address stays. A chain of trusted hops alone is somebody inside: its first hop, as for
 * nginx's `real_ip_recursive` and Express's `trust proxy`.
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
    const hops = hopsOf(forwardedFor)
    return hops[
      Math.max(
        0,
        hops.findLastIndex((hop) => hop === undefined || !isTrusted(hop.ip)),
      )
    ]
  }
}
