import { parseV4, parseV6 } from './ip-parse.ts'
import { parseCidr } from './ip-range.ts'

const groupsOf = (text: string): readonly number[] | undefined => {
  const v4 = parseV4(text)
  return v4 === undefined ? parseV6(text) : [v4 >>> 16, v4 & 0xffff]
}

/** The leading bits of an address as text. */
const prefixOf = (groups: readonly number[], bits: number): string => {
  const parts: number[] = []
  for (let at = 0; at * 16 < bits; at += 1) {
    const shift = Math.max(0, 16 - (bits - at * 16))
    parts.push(((groups[at] ?? 0) >>> shift) << shift)
  }
  return `${groups.length}/${bits}/${parts.join('.')}`
}

/** Many address ranges with a value each: finding those that hold an address costs one look-up per length of prefix that occurs. */
export const indexRanges = <Value>(ranges: readonly (readonly [range: string, value: Value])[]): ((ip: string) => readonly Value[]) => {
  const byPrefix = new Map<string, Value[]>()
  const lengths = new Map<number, Set<number>>()
  for (const [range, value] of ranges) {
    const cidr = parseCidr(range)
    if (cidr === undefined) continue
    const key = prefixOf(cidr.groups, cidr.bits)
    byPrefix.set(key, [...(byPrefix.get(key) ?? []), value])
    lengths.set(cidr.groups.length, (lengths.get(cidr.groups.length) ?? new Set()).add(cidr.bits))
  }
  return (ip) => {
    const groups = groupsOf(ip)
    if (groups === undefined) return []
    return [...(lengths.get(groups.length) ?? [])].flatMap((bits) => byPrefix.get(prefixOf(groups, bits)) ?? [])
  }
}
