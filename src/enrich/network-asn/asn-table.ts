import { parseV4, parseV6 } from '../../kernel/ip-parse.ts'
import { ASN_MAGIC, ASN_VERSION, HEADER_WORDS, layoutOf, type AsnCounts } from './asn-layout.ts'

/** Who announces an address. */
export interface AsnFacts {
  readonly asn: number
  readonly org: string | undefined
}

/** Where the bytes of a table lie. */
export interface AsnBytes {
  readonly byteLength: number
  /** Fills `target` with the bytes from `from` on. */
  readonly readInto: (target: Uint8Array, from: number) => void
}

/** A network table, of which only those pages are read that a question leads to. */
export interface AsnTable {
  /** Announcer of an IPv4 or IPv6 address; undefined when nobody announces it or the text is no address. Never throws. */
  readonly find: (ip: string) => AsnFacts | undefined
  /** Name of an autonomous system, for logs that assert its number only. */
  readonly nameOf: (asn: number) => string | undefined
}

/** The number at this byte of the table. */
type WordAt = (offset: number) => number

/** Where a section of numbers begins, and how many they are. */
interface Section {
  readonly from: number
  readonly length: number
}

const PAGE_BITS = 12

interface Pages {
  readonly wordAt: WordAt
  readonly textAt: (from: number, to: number) => string
}

/** The bytes by the page: numbers at multiples of four, and texts. In one piece, of which what was not read takes no memory. */
const createPages = ({ byteLength, readInto }: AsnBytes): Pages => {
  const bytes = Buffer.allocUnsafeSlow(byteLength)
  const words = new Uint32Array(bytes.buffer, 0, byteLength >>> 2)
  const isRead = new Uint8Array((byteLength >>> PAGE_BITS) + 1)
  const read = (page: number): void => {
    readInto(bytes.subarray(page << PAGE_BITS, (page + 1) << PAGE_BITS), page << PAGE_BITS)
    isRead[page] = 1
  }
  return {
    wordAt: (offset) => {
      if (isRead[offset >>> PAGE_BITS] === 0) read(offset >>> PAGE_BITS)
      return words[offset >>> 2] ?? 0
    },
    textAt: (from, to) => {
      for (let page = from >>> PAGE_BITS; page << PAGE_BITS < to; page += 1) if (isRead[page] === 0) read(page)
      return bytes.toString('utf8', from, to)
    },
  }
}

/** Index of the last number of the section that is ≤ `key`, or −1. */
const floorIndex = (wordAt: WordAt, { from, length }: Section, key: number): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (wordAt(from + 4 * middle) <= key) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The same over numbers kept as high and low words. */
const floorIndex64 = (wordAt: WordAt, highs: Section, lows: Section, [high, low]: readonly [number, number]): number => {
  let from = 0
  let to = highs.length
  while (from < to) {
    const middle = (from + to) >>> 1
    const word = wordAt(highs.from + 4 * middle)
    if (word < high || (word === high && wordAt(lows.from + 4 * middle) <= low)) from = middle + 1
    else to = middle
  }
  return from - 1
}

const checkHeader = (header: readonly number[], bytes: number): AsnCounts => {
  const [magic, version, v4 = 0, v6 = 0, systems = 0, nameBytes = 0] = header
  if (magic !== ASN_MAGIC || version !== ASN_VERSION) throw new Error('not a network table of this version: run "npm run build"')
  const counts = { v4, v6, systems, nameBytes }
  if (layoutOf(counts).bytes !== bytes) throw new Error('network table cut off: run "npm run build"')
  return counts
}

/** Opens a compiled table (asn-layout.ts). Throws an Error that says what to do when the bytes are not one. */
export const openAsnTable = (file: AsnBytes): AsnTable => {
  if (file.byteLength < HEADER_WORDS * 4) throw new Error('network table cut off: run "npm run build"')
  const { wordAt, textAt } = createPages(file)
  const counts = checkHeader(
    Array.from({ length: HEADER_WORDS }, (_, index) => wordAt(index * 4)),
    file.byteLength,
  )
  const layout = layoutOf(counts)
  const v4Starts = { from: layout.v4Starts, length: counts.v4 }
  const v6High = { from: layout.v6High, length: counts.v6 }
  const v6Low = { from: layout.v6Low, length: counts.v6 }
  const systems = { from: layout.systems, length: counts.systems }

  const systemAt = (index: number): number => wordAt(layout.systems + 4 * index)
  const nameAt = (index: number): string | undefined => {
    const [from, to] = [wordAt(layout.nameStarts + 4 * index), wordAt(layout.nameEnds + 4 * index)]
    return textAt(layout.names + from, layout.names + to) || undefined
  }
  const ownerOf = (ip: string): number => {
    const v4 = parseV4(ip)
    const groups = v4 === undefined ? parseV6(ip) : undefined
    if (v4 === undefined && groups === undefined) return 0
    const [a = 0, b = 0, c = 0, d = 0] = groups ?? []
    const index =
      v4 === undefined ? floorIndex64(wordAt, v6High, v6Low, [a * 0x10000 + b, c * 0x10000 + d]) : floorIndex(wordAt, v4Starts, v4)
    return index < 0 ? 0 : wordAt((v4 === undefined ? layout.v6Owners : layout.v4Owners) + 4 * index)
  }
  /** By index: made when first met, because a log has far more addresses than networks. */
  const facts = new Map<number, AsnFacts>()
  const factsOf = (index: number): AsnFacts => {
    let known = facts.get(index)
    if (known === undefined) facts.set(index, (known = { asn: systemAt(index), org: nameAt(index) }))
    return known
  }
  return {
    find: (ip) => {
      const owner = ownerOf(ip)
      return owner === 0 ? undefined : factsOf(owner - 1)
    },
    nameOf: (asn) => {
      const index = floorIndex(wordAt, systems, asn)
      return index >= 0 && systemAt(index) === asn ? nameAt(index) : undefined
    },
  }
}
