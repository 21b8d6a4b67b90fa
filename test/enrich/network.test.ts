import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileAsnTable } from '../../scripts/build-asn-table.ts'
import { readAsnTable } from '../../src/enrich/network-asn/asn-file.ts'
import { lazyTable } from '../../src/enrich/network-asn/index.ts'
import { openAsnTable, type AsnBytes } from '../../src/enrich/network-asn/asn-table.ts'
import { kindFinder } from '../../src/enrich/network-kind/index.ts'
import { LISTED_KINDS, readKindLists } from '../../src/enrich/network-kind/kind-lists.ts'
import { cpuMs } from '../support/cpu-ms.ts'

const V4 = `16,31,64500,Example Networks
32,47,64501,"Hoster ""Quoted"", Inc."
64,79,64500,Example Networks
4294967040,4294967295,64502,Last 例え
`
const v6 = (prefix: string): bigint => BigInt(`0x${prefix.replaceAll(':', '').padEnd(32, '0')}`)
const V6 = [`${v6('20010db8')},${v6('20010db9') - 1n},64510,Six`, `${v6('20010dba')},${v6('20010dbb') - 1n},64500,Example Networks`].join(
  '\n',
)

const inMemory = (bytes: Uint8Array): AsnBytes => ({
  byteLength: bytes.length,
  readInto: (target, from) => target.set(bytes.subarray(from, from + target.length)),
})
const dotted = (word: number): string => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255].join('.')

describe('network table', () => {
  const table = openAsnTable(inMemory(compileAsnTable(V4, V6)))

  it.each([
    [15, undefined],
    [16, 64500],
    [31, 64500],
    [32, 64501],
    [47, 64501],
    [48, undefined],
    [63, undefined],
    [64, 64500],
    [79, 64500],
    [80, undefined],
    [4294967039, undefined],
    [4294967040, 64502],
    [4294967295, 64502],
  ])('address number %d belongs to %s', (word, asn) => expect(table.find(dotted(word))?.asn).toBe(asn))

  it('keeps names with quotes, commas and other scripts', () => {
    expect(table.find('0.0.0.32')?.org).toBe('Hoster "Quoted", Inc.')
    expect(table.find('255.255.255.255')?.org).toBe('Last 例え')
    expect(table.nameOf(64500)).toBe('Example Networks')
    expect(table.nameOf(64599)).toBeUndefined()
    expect(table.nameOf(-1)).toBeUndefined()
  })

  it.each([
    ['2001:db7:ffff:ffff::1', undefined],
    ['2001:db8::', 64510],
    ['2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', 64510],
    ['2001:db9::', undefined],
    ['2001:dba:1::1', 64500],
    ['2001:dbb::', undefined],
    ['ffff::', undefined],
    ['::', undefined],
  ])('%s belongs to %s', (ip, asn) => expect(table.find(ip)?.asn).toBe(asn))

  it('answers any text, and finds in a random table what a scan finds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void table.find(text)))
    const ranges = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(ranges, (cuts) => {
        const sorted = cuts.toSorted((a, b) => a - b)
        const rows = sorted
          .slice(1)
          .flatMap((end, index) => (index % 3 === 2 ? [] : [{ first: sorted[index] ?? 0, last: end - 1, asn: 64500 + (index % 4) }]))
        const random = openAsnTable(inMemory(compileAsnTable(rows.map((row) => `${row.first},${row.last},${row.asn},N`).join('\n'), '')))
        for (let word = 0; word <= 501; word++) {
          expect(random.find(dotted(word))?.asn).toBe(rows.find((row) => row.first <= word && word <= row.last)?.asn)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('fills a hole in one network, and none between two, nor one larger than a /16', () => {
    const block = (first: number, size: number, asn: number): string => `${first * 65536},${first * 65536 + size - 1},${asn},N${asn}`
    const holed = openAsnTable(
      inMemory(compileAsnTable([block(0, 256, 64500), block(1, 65536, 64500), block(3, 256, 64501), block(6, 256, 64501)].join('\n'), '')),
    )
    const systemAt = (sixteen: number, rest: number): number | undefined => holed.find(dotted(sixteen * 65536 + rest))?.asn
    expect([systemAt(0, 256), systemAt(0, 65535), systemAt(1, 0)]).toEqual([64500, 64500, 64500])
    expect([systemAt(2, 0), systemAt(2, 65535)]).toEqual([undefined, undefined])
    expect([systemAt(3, 256), systemAt(5, 0), systemAt(6, 0)]).toEqual([undefined, undefined, 64501])
  })

  it('refuses what is not a table, or is cut off', () => {
    const bytes = compileAsnTable(V4, V6)
    expect(() => openAsnTable(inMemory(new Uint8Array(3)))).toThrow(/cut off/)
    expect(() => openAsnTable(inMemory(bytes.subarray(0, bytes.length - 1)))).toThrow(/cut off/)
    expect(() => openAsnTable(inMemory(new Uint8Array(400)))).toThrow(/not a network table/)
    expect(() => readAsnTable(new URL('file:///nowhere/asn.bin'))).toThrow(/missing: run "npm run build"/)
  })
})

describe('the table as a run opens it', () => {
  it('that cannot be read finds nothing, is tried once, and says why when somebody needed it', () => {
    let tries = 0
    const { lookup, nameOf, problem } = lazyTable(() => {
      tries += 1
      return readAsnTable(new URL('file:///nowhere/asn.bin'))
    })
    expect([tries, problem()]).toEqual([0, undefined])
    expect([lookup('8.8.8.8'), nameOf(15169), tries]).toEqual([undefined, undefined, 1])
    expect(problem()).toMatchObject({ id: 'no-table', text: expect.stringContaining('run "npm run build"') })
  })
  it('is read once, by whoever asks first', () => {
    let tries = 0
    const { lookup, nameOf, problem } = lazyTable(() => {
      tries += 1
      return readAsnTable()
    })
    expect([nameOf(15169), lookup('8.8.8.8')?.asn, tries, problem()]).toEqual(['Google LLC', 15169, 1, undefined])
  })
})

describe('built network table', () => {
  const table = readAsnTable()

  it('knows large networks of both families, and nobody for reserved space', () => {
    expect(table.find('8.8.8.8')).toEqual({ asn: 15169, org: 'Google LLC' })
    expect(table.find('126.1.2.3')?.asn).toBe(17676)
    expect(table.find('2001:4860:4860::8888')?.asn).toBe(15169)
    for (const ip of ['10.0.0.1', '192.0.2.1', '0.0.0.0', '255.255.255.255', '::1', 'fd00::1']) expect(table.find(ip), ip).toBeUndefined()
  })

  it('looks up more than 300,000 addresses per second (measured: 3,200,000)', () => {
    const addresses = Array.from({ length: 100_000 }, (_, index) => dotted(Math.imul(index, 2_654_435_761) >>> 0))
    let found = 0
    expect(
      cpuMs(() => {
        found = addresses.filter((ip) => table.find(ip) !== undefined).length
      }),
    ).toBeLessThan(333)
    expect(found).toBeGreaterThan(50_000)
  })
})

describe('network-kind', () => {
  const lists = readKindLists()
  const kindOf = kindFinder(lists)
  const none = { asn: undefined, org: undefined }

  it.each([
    ['10.1.2.3', undefined, undefined, 'private'],
    ['100.64.9.9', undefined, undefined, 'private'],
    ['fd12::1', undefined, undefined, 'private'],
    ['172.224.226.1', 20940, 'Akamai International B.V.', 'relay'],
    ['2a02:26f7:c9c8::1', 20940, undefined, 'relay'],
    ['192.0.2.1', 13335, 'Cloudflare, Inc.', 'relay'],
    ['192.0.2.1', 16509, 'Amazon.com, Inc.', 'hosting'],
    ['192.0.2.1', 9370, 'SAKURA Internet Inc.', 'hosting'],
    ['192.0.2.1', undefined, 'Example VPS & Hosting Ltd.', 'hosting'],
    ['192.0.2.1', undefined, 'Example VPN B.V.', 'relay'],
    ['192.0.2.1', 9605, 'NTT DOCOMO, INC.', 'mobile'],
    ['192.0.2.1', undefined, 'Example Cellular Inc.', 'mobile'],
    ['192.0.2.1', 4713, 'NTT Communications Corporation', 'residential'],
    ['192.0.2.1', undefined, 'EXAMPLE CATV CO.,LTD.', 'residential'],
    ['192.0.2.1', 64500, 'Example University', 'unknown'],
    ['192.0.2.1', undefined, 'University of Colorado', 'unknown'],
    ['192.0.2.1', undefined, 'Vpsomething Hostingx', 'unknown'],
    ['not an address', undefined, '\u001b[2J', 'unknown'],
  ] as const)('%s, AS%s, %s is %s', (ip, asn, org, kind) => expect(kindOf(ip, { asn, org })).toBe(kind))

  it('lists every system under one kind only, ascending', () => {
    const all = lists.flatMap((list) => [...list.systems])
    expect(new Set(all).size).toBe(all.length)
    for (const list of lists) expect([...list.systems]).toEqual([...list.systems].toSorted((a, b) => a - b))
    expect(lists.map((list) => list.kind)).toEqual([...LISTED_KINDS])
  })

  it('knows listed systems: nearly all of them are announced', () => {
    const table = readAsnTable()
    const silent = lists.flatMap((list) => [...list.systems]).filter((asn) => table.nameOf(asn) === undefined)
    expect(silent).toEqual([])
  })

  it('stays linear on a hostile name', () => {
    const hostile = (): void => {
      for (let round = 0; round < 200; round++) kindOf('192.0.2.1', { ...none, org: '-'.repeat(100_000) })
    }
    expect(cpuMs(hostile)).toBeLessThan(500)
  })
})
