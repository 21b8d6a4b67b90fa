import { cidrContains, normaliseIp, parseCidr } from '../kernel/ip.ts'
import { complain } from '../i18n/complaint.ts'

/** From the logged address and the forwarded chain to the client's address. */
export type ClientAddress = (ip: string | undefined, forwardedFor: string | undefined) => string | undefined

/**
 * `--trusted-proxy`: behind trusted hops, the client is the rightmost hop of the chain that is not trusted
 * (ENGINE.md 1): everything to its left was written by whoever sent the request.
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
    if (forwardedFor === undefined || (ip !== undefined && !isTrusted(ip))) return ip
    const hops = forwardedFor.split(',').flatMap((hop) => normaliseIp(hop.trim())?.ip ?? [])
    return hops.findLast((hop) => !isTrusted(hop)) ?? ip
  }
}
