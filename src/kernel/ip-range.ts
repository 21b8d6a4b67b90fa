import { mappedV4, parseV4, parseV6 } from './ip-parse.ts'

/** A network: two (v4) or eight (v6) 16-bit groups, and how many leading bits count. */
export interface Cidr {
  readonly groups: readonly number[]
  readonly bits: number
}

const split = (v4: number): readonly number[] => [v4 >>> 16, v4 & 0xffff]

const groupsOf = (text: string): readonly number[] | undefined => {
  const v4 = parseV4(text)
  return v4 === undefined ? parseV6(text) : split(v4)
}

/** `192.0.2.0/24`, `2001:db8::/32`, or a bare address (then that one alone); host bits are ignored. undefined if it is none. */
export const parseCidr = (text: string): Cidr | undefined => {
  const [address = '', prefix, ...rest] = text.trim().split('/')
  const groups = groupsOf(address)
  if (groups === undefined || rest.length > 0) return undefined
  const most = groups.length * 16
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return undefined
  const bits = prefix === undefined ? most : Number(prefix)
  if (bits > most) return undefined
  const v4 = groups.length === 8 && bits >= 96 ? mappedV4(groups) : undefined
  return v4 === undefined ? { groups, bits } : { groups: split(v4), bits: bits - 96 }
}

const inRange = (cidr: Cidr, groups: readonly number[]): boolean => {
  for (let at = 0; at * 16 < cidr.bits; at += 1) {
    const shift = Math.max(0, 16 - (cidr.bits - at * 16))
    if ((groups[at] ?? 0) >>> shift !== (cidr.groups[at] ?? 0) >>> shift) return false
  }
  return true
}

/** Does the network hold this address (as written by `normaliseIp`)? Never across families. */
export const cidrContains = (cidr: Cidr, ip: string): boolean => {
  const groups = groupsOf(ip)
  if (groups === undefined || groups.length !== cidr.groups.length) return false
  return inRange(cidr, groups)
}

/** v4 networks as ranges that neither touch nor overlap, ascending: [first, last, first, last …]. */
const rangesOf = (v4: readonly Cidr[]): Uint32Array => {
  const spans = v4
    .map(({ groups: [high = 0, low = 0], bits }) => {
      const hosts = 2 ** (32 - bits)
      const first = Math.floor((high * 65_536 + low) / hosts) * hosts
      return [first, first + hosts - 1] as const
    })
    .toSorted(([left], [right]) => left - right)
  const ranges: number[] = []
  for (const [first, last] of spans) {
    const end = ranges.at(-1)
    if (end !== undefined && first <= end + 1) ranges[ranges.length - 1] = Math.max(end, last)
    else ranges.push(first, last)
  }
  return Uint32Array.from(ranges)
}

const isInRanges = (ranges: Uint32Array, value: number): boolean => {
  let from = 0
  let to = ranges.length >>> 1
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((ranges[2 * middle + 1] as number) < value) from = middle + 1
    else to = middle
  }
  return 2 * from < ranges.length && (ranges[2 * from] as number) <= value
}

/** Is an address (as written by `normaliseIp`) in any of the networks? For many addresses and many networks. */
export const cidrMatcher = (cidrs: readonly Cidr[]): ((ip: string) => boolean) => {
  const v4 = rangesOf(cidrs.filter(({ groups }) => groups.length === 2))
  const v6 = cidrs.filter(({ groups }) => groups.length === 8)
  return (ip) => {
    const value = parseV4(ip)
    if (value !== undefined) return isInRanges(v4, value)
    const groups = v6.length === 0 ? undefined : parseV6(ip)
    return groups !== undefined && v6.some((cidr) => inRange(cidr, groups))
  }
}
