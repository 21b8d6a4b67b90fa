type MmdbValue = string | number | bigint | readonly MmdbValue[] | { readonly [key: string]: MmdbValue }

const TYPE = { string: 2, double: 3, uint16: 5, uint32: 6, map: 7, uint64: 9, array: 11 } as const

/** Control byte, with the extension byte of types above 7 and the extra size byte above 28 (MaxMind DB format 2.0). */
const control = (type: number, size: number): Buffer => {
  const extended = type > 7 ? [type - 7] : []
  const base = type > 7 ? 0 : type << 5
  return size < 29 ? Buffer.from([base | size, ...extended]) : Buffer.from([base | 29, ...extended, size - 29])
}

const encodeNumber = (value: number): Buffer => {
  if (!Number.isInteger(value) || value < 0) {
    const bytes = Buffer.alloc(8)
    bytes.writeDoubleBE(value)
    return Buffer.concat([control(TYPE.double, 8), bytes])
  }
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return Buffer.concat([control(TYPE.uint32, 4), bytes])
}

const encode = (value: MmdbValue): Buffer => {
  if (typeof value === 'string') return Buffer.concat([control(TYPE.string, Buffer.byteLength(value)), Buffer.from(value)])
  if (typeof value === 'number') return encodeNumber(value)
  if (typeof value === 'bigint') {
    const bytes = Buffer.alloc(8)
    bytes.writeBigUInt64BE(value)
    return Buffer.concat([control(TYPE.uint64, 8), bytes])
  }
  if (Array.isArray(value)) return Buffer.concat([control(TYPE.array, value.length), ...value.map(encode)])
  const entries = Object.entries(value)
  return Buffer.concat([control(TYPE.map, entries.length), ...entries.flatMap(([key, item]) => [encode(key), encode(item)])])
}

export interface MmdbEntry {
  /** IPv4 in CIDR notation. */
  readonly cidr: string
  readonly data: { readonly [key: string]: MmdbValue }
}

interface Node {
  readonly next: [number | Node | undefined, number | Node | undefined]
}

const bitsOf = (cidr: string): number[] => {
  const [address = '', length = '32'] = cidr.split('/')
  const word = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)
  return Array.from({ length: Number(length) }, (_, at) => Math.floor(word / 2 ** (31 - at)) % 2)
}

const insert = (root: Node, bits: readonly number[], entry: number): void => {
  let node = root
  for (const bit of bits.slice(0, -1)) {
    const side = bit === 0 ? 0 : 1
    const next = node.next[side]
    node = typeof next === 'object' ? next : (node.next[side] = { next: [undefined, undefined] })
  }
  node.next[bits.at(-1) === 0 ? 0 : 1] = entry
}

const numberNodes = (root: Node): Node[] => {
  const nodes = [root]
  for (const node of nodes) for (const next of node.next) if (typeof next === 'object') nodes.push(next)
  return nodes
}

/** A small IPv4 MaxMind database, for tests: what a user would bring, without anybody's data in it. */
export const writeMmdb = (databaseType: string, entries: readonly MmdbEntry[]): Buffer => {
  const root: Node = { next: [undefined, undefined] }
  entries.forEach((entry, index) => insert(root, bitsOf(entry.cidr), index))
  const nodes = numberNodes(root)
  const data = entries.map((entry) => encode(entry.data))
  const offsets = data.map((_, index) => data.slice(0, index).reduce((sum, part) => sum + part.length, 0))
  const tree = Buffer.alloc(nodes.length * 6)
  nodes.forEach((node, at) =>
    node.next.forEach((next, side) => {
      const entry = typeof next === 'number' ? nodes.length + 16 + (offsets[next] ?? 0) : nodes.length
      tree.writeUIntBE(typeof next === 'object' ? nodes.indexOf(next) : entry, at * 6 + side * 3, 3)
    }),
  )
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_767_225_600n,
    database_type: databaseType,
    description: { en: 'test' },
    ip_version: 4,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 24,
  })
  return Buffer.concat([tree, Buffer.alloc(16), ...data, Buffer.from('abcdef', 'hex'), Buffer.from('MaxMind.com'), metadata])
}
