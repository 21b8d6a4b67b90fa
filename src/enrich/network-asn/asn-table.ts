import { parseV4, parseV6 } from '../../kernel/ip-parse.ts'
import { ASN_MAGIC, ASN_VERSION, HEADER_WORDS, layoutOf } from './asn-layout.ts'

/** Who announces an address. */
export interface AsnFacts {
  readonly asn: number
  readonly org: string | undefined
}

/** A network table in memory: views over one buffer, nothing copied. */
export interface AsnTable {
  /** Announcer of an IPv4 or IPv6 address; undefined when nobody announces it or the text is no address. Never throws. */
  readonly find: (ip: string) => AsnFacts | undefined
  /** Name of an autonomous system, for logs that assert its number only. */
  readonly nameOf: (asn: number) => string | undefined
}

/** Index of the last element of `starts` that is ≤ `key`, or −1. */
const floorIndex = (starts: Uint32Array, key: number): number => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The same over numbers kept as high and low words. */
const floorIndex64 = (highs: Uint32Array, lows: Uint32Array, high: number, low: number): number => {
  let from = 0
  let to = highs.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const word = highs[middle] ?? 0
    if (word < high || (word === high && (lows[middle] ?? 0) <= low)) from = middle + 1
    else to = middle
  }
  return from - 1
}

const checkHeader = (header: Uint32Array, bytes: number): void => {
  if (header[0] !== ASN_MAGIC || header[1] !== ASN_VERSION) throw new Error('not a network table of this version: run "npm run build"')
  const [, , v4 = 0, v6 = 0, systems = 0, nameBytes = 0] = header
  if (layoutOf({ v4, v6, systems, nameBytes }).bytes !== bytes) throw new Error('network table cut off: run "npm run build"')
}

/** Views a compiled table (asn-layout.ts). Throws an Error that says what to do when the bytes are not one. */
export const openAsnTable = (file: Uint8Array): AsnTable => {
  if (file.byteLength < HEADER_WORDS * 4) throw new Error('network table cut off: run "npm run build"')
  // Typed-array views need an aligned start; Node's small-file buffers come from a shared pool at any offset.
  const { buffer, byteOffset } = file.byteOffset % 4 === 0 ? file : file.slice()
  const header = new Uint32Array(buffer, byteOffset, HEADER_WORDS)
  checkHeader(header, file.byteLength)
  const [, , v4 = 0, v6 = 0, systemCount = 0, nameBytes = 0] = header
  const layout = layoutOf({ v4, v6, systems: systemCount, nameBytes })
  const words = (offset: number, count: number): Uint32Array => new Uint32Array(buffer, byteOffset + offset, count)
  const v4Starts = words(layout.v4Starts, v4)
  const v4Owners = words(layout.v4Owners, v4)
  const v6High = words(layout.v6High, v6)
  const v6Low = words(layout.v6Low, v6)
  const v6Owners = words(layout.v6Owners, v6)
  const systems = words(layout.systems, systemCount)
  const nameStarts = words(layout.nameStarts, systemCount)
  const nameEnds = words(layout.nameEnds, systemCount)
  const names = Buffer.from(buffer, byteOffset + layout.names, nameBytes)

  const nameAt = (index: number): string | undefined => names.toString('utf8', nameStarts[index], nameEnds[index]) || undefined
  const ownerOf = (ip: string): number => {
    const v4Address = parseV4(ip)
    if (v4Address !== undefined) return v4Owners[floorIndex(v4Starts, v4Address)] ?? 0
    const groups = parseV6(ip)
    if (groups === undefined) return 0
    const [a = 0, b = 0, c = 0, d = 0] = groups
    return v6Owners[floorIndex64(v6High, v6Low, a * 0x10000 + b, c * 0x10000 + d)] ?? 0
  }
  /** By index: made when first met, because a log has far more addresses than networks. */
  const facts = new Map<number, AsnFacts>()
  const factsOf = (index: number): AsnFacts => {
    let known = facts.get(index)
    if (known === undefined) facts.set(index, (known = { asn: systems[index] ?? 0, org: nameAt(index) }))
    return known
  }
  return {
    find: (ip) => {
      const owner = ownerOf(ip)
      return owner === 0 ? undefined : factsOf(owner - 1)
    },
    nameOf: (asn) => {
      const index = floorIndex(systems, asn)
      return systems[index] === asn ? nameAt(index) : undefined
    },
  }
}
