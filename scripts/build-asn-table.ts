import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ASN_MAGIC, ASN_VERSION, HEADER_WORDS, layoutOf } from '../src/enrich/network-asn/asn-layout.ts'
import { type AsnRange, parseAsnCsv } from './asn-csv.ts'

/** Where the network table is looked for at run time; see src/enrich/network-asn/asn-file.ts. */
export const ASN_TABLE_PATH = fileURLToPath(new URL('../dist/data/asn.bin', import.meta.url))

interface Steps {
  readonly starts: bigint[]
  readonly owners: number[]
}

/** Ranges with gaps → starts without gaps: the address after a range's end belongs to nobody (owner 0) unless a range begins there. */
const toSteps = (ranges: readonly AsnRange[], ownerOf: ReadonlyMap<number, number>): Steps => {
  const starts: bigint[] = []
  const owners: number[] = []
  let next = 0n
  const step = (start: bigint, owner: number): void => {
    if (owners.at(-1) === owner) return
    starts.push(start)
    owners.push(owner)
  }
  for (const range of ranges) {
    if (range.last < next) continue
    if (range.first > next) step(next, 0)
    step(range.first > next ? range.first : next, ownerOf.get(range.system) ?? 0)
    next = range.last + 1n
  }
  step(next, 0)
  return { starts, owners }
}

/** So many addresses, of IPv4. */
const LARGEST_HOLE = 1n << 16n

/**
 * The source leaves holes in what one network announces, most in the telephones' addresses of carriers (NTT DOCOMO has some 100): up to the size of
 * a /16 they belong to whoever has both sides.
 */
const withoutHoles = (ranges: readonly AsnRange[]): AsnRange[] => {
  const whole: AsnRange[] = []
  for (const range of ranges) {
    const before = whole.at(-1)
    const hole = before === undefined ? 0n : range.first - before.last - 1n
    if (before?.system === range.system && hole > 0n && hole <= LARGEST_HOLE) whole.splice(-1, 1, { ...before, last: range.last })
    else whole.push(range)
  }
  return whole
}

/**
 * Ranges in /64 units. The few announcements inside a single /64 (root name servers) fall to whoever holds its first
 * address: no login comes from there, and 64-bit starts halve the IPv6 part.
 */
const toPrefix64 = (ranges: readonly AsnRange[]): AsnRange[] =>
  ranges.map((range) => ({ ...range, first: range.first >> 64n, last: range.last >> 64n }))

interface Names {
  readonly systems: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly blob: Buffer
}

const collectNames = (ranges: readonly AsnRange[]): Names => {
  const nameOf = new Map<number, string>()
  for (const { system, name } of ranges) if (!nameOf.has(system)) nameOf.set(system, name)
  const systems = [...nameOf.keys()].toSorted((a, b) => a - b)
  const placed = new Map<string, { start: number; end: number }>()
  const parts: Buffer[] = []
  let size = 0
  for (const name of nameOf.values()) {
    if (placed.has(name)) continue
    const bytes = Buffer.from(name, 'utf8')
    placed.set(name, { start: size, end: size + bytes.length })
    parts.push(bytes)
    size += bytes.length
  }
  const spans = systems.map((system) => placed.get(nameOf.get(system) ?? '') ?? { start: 0, end: 0 })
  return { systems, starts: spans.map((span) => span.start), ends: spans.map((span) => span.end), blob: Buffer.concat(parts) }
}

/** Two CSV texts → the bytes of the table (asn-layout.ts). Same input, same bytes. */
export const compileAsnTable = (v4Csv: string, v6Csv: string): Uint8Array => {
  const v4Ranges = withoutHoles(parseAsnCsv(v4Csv))
  const v6Ranges = toPrefix64(parseAsnCsv(v6Csv))
  const names = collectNames([...v4Ranges, ...v6Ranges])
  const ownerOf = new Map(names.systems.map((system, index) => [system, index + 1]))
  const v4 = toSteps(v4Ranges, ownerOf)
  // The step after 255.255.255.255 does not fit 32 bits, nor does anybody look there.
  if (v4.starts.at(-1) === 1n << 32n) v4.starts.pop()
  const v6 = toSteps(v6Ranges, ownerOf)
  const counts = { v4: v4.starts.length, v6: v6.starts.length, systems: names.systems.length, nameBytes: names.blob.length }
  const layout = layoutOf(counts)
  const file = Buffer.alloc(layout.bytes)
  const put = (offset: number, values: readonly number[]): void =>
    values.forEach((value, index) => file.writeUInt32LE(value, offset + index * 4))
  put(0, [ASN_MAGIC, ASN_VERSION, counts.v4, counts.v6, counts.systems, counts.nameBytes, ...Array<number>(HEADER_WORDS - 6).fill(0)])
  put(layout.v4Starts, v4.starts.map(Number))
  put(layout.v4Owners, v4.owners.slice(0, counts.v4))
  put(
    layout.v6High,
    v6.starts.map((start) => Number(start >> 32n)),
  )
  put(
    layout.v6Low,
    v6.starts.map((start) => Number(start & 0xffffffffn)),
  )
  put(layout.v6Owners, v6.owners)
  put(layout.systems, names.systems)
  put(layout.nameStarts, names.starts)
  put(layout.nameEnds, names.ends)
  names.blob.copy(file, layout.names)
  return file
}

/** Compiles the CSV files of the development dependency `@ip-location-db/asn` into `dist/data/asn.bin`; returns its size in bytes. */
export const buildAsnTable = (): number => {
  const folder = dirname(createRequire(import.meta.url).resolve('@ip-location-db/asn/package.json'))
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const table = compileAsnTable(read('asn-ipv4-num.csv'), read('asn-ipv6-num.csv'))
  mkdirSync(dirname(ASN_TABLE_PATH), { recursive: true })
  // Renamed into place: somebody may be reading the table of the last build.
  writeFileSync(`${ASN_TABLE_PATH}.new`, table)
  renameSync(`${ASN_TABLE_PATH}.new`, ASN_TABLE_PATH)
  return table.length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`dist/data/asn.bin: ${(buildAsnTable() / 1e6).toFixed(1)} MB\n`)
}
