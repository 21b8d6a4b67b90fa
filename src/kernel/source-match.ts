import { cidrContains, normaliseIp, parseCidr, sourceOf } from './ip.ts'

/**
 * Does a source answer to what somebody asked for, an address or a range? Sources are IPv4 addresses, the /64 of IPv6 ones, and in a
 * redacted case pseudonyms or ranges.
 */
export const sourceMatcher = (text: string): ((source: string) => boolean) => {
  const [address = '', prefix] = text.split('/')
  const own = sourceOf(normaliseIp(address)?.ip ?? address)
  const range = prefix === undefined ? undefined : parseCidr(text)
  // Narrower than a source: the source that it lies in.
  if (range === undefined || (range.groups.length === 8 && range.bits > 64)) return (source) => source === own
  return (source) => cidrContains(range, source.split('/', 1)[0] ?? '')
}
