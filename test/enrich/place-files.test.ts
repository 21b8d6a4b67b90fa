import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import type { Lookup } from 'geoip-lite'
import { afterAll, describe, expect, it } from 'vitest'
import { openPlaceFiles } from '../../src/enrich/geo-geoip-lite/place-files.ts'
import { openRangeFile } from '../../src/enrich/geo-geoip-lite/range-file.ts'
import { isLocatable } from '../../src/enrich/geo-lookup.ts'
import { dottedV4, formatV6 } from '../../src/kernel/ip-parse.ts'
import type { Geo } from '../../src/model/event.ts'
import { tempFolder } from '../support/temp-folder.ts'

const { resolve } = createRequire(import.meta.url)
const { lookup: askLibrary }: { lookup: (ip: string) => Lookup | null } = createRequire(import.meta.url)('geoip-lite')
const data = join(dirname(resolve('geoip-lite/package.json')), 'data')
const V4 = readFileSync(join(data, 'geoip-city.dat'))
const V6 = readFileSync(join(data, 'geoip-city6.dat'))
const files = openPlaceFiles()
afterAll(files.close)

const byLibrary = (ip: string): Geo | undefined => {
  const found = askLibrary(ip)
  if (!found) return undefined
  const { country, region, city, area, ll } = found
  const text = (value: string): string | undefined => value || undefined
  return { country: text(country), region: text(region), city: text(city), lat: ll[0], lon: ll[1], accuracyKm: area || undefined }
}

/** First and last address of a range, and the addresses on both sides of it. */
const v4Edges = (record: number): string[] => {
  const [from, to] = [V4.readUInt32BE(record * 24), V4.readUInt32BE(record * 24 + 4)]
  return [Math.max(from - 1, 0), from, to, Math.min(to + 1, 0xff_ff_ff_ff)].map(dottedV4)
}

const groupsAt = (offset: number): number[] => Array.from({ length: 8 }, (_, group) => V6.readUInt16BE(offset + group * 2))
const v4Count = V4.length / 24
const v6Count = V6.length / 48

describe('places by position in the files of geoip-lite', () => {
  it('are those of the library for any IPv4 address', () => {
    fc.assert(
      fc.property(fc.nat(0xff_ff_ff_ff).map(dottedV4).filter(isLocatable), (ip) => {
        expect(files.lookup(ip), ip).toEqual(byLibrary(ip))
      }),
      { numRuns: 3000 },
    )
  })

  it('are those of the library at the edges of the IPv4 ranges, the first and the last included', () => {
    const record = fc.oneof(fc.constantFrom(0, 1, v4Count - 2, v4Count - 1), fc.nat(v4Count - 1))
    fc.assert(
      fc.property(record, (at) => {
        for (const ip of v4Edges(at).filter(isLocatable)) expect(files.lookup(ip), ip).toEqual(byLibrary(ip))
      }),
      { numRuns: 2000 },
    )
  })

  it('are those of the library for IPv6 addresses inside and outside its ranges', () => {
    const inside = fc.tuple(fc.nat(v6Count - 1), fc.array(fc.nat(0xff_ff), { minLength: 4, maxLength: 4 }))
    const nearby = inside.map(([record, low]) => formatV6([...groupsAt(record * 48).slice(0, 4), ...low]))
    const anywhere = fc.array(fc.nat(0xff_ff), { minLength: 8, maxLength: 8 }).map(([, ...rest]) => formatV6([0x2a00, ...rest]))
    fc.assert(
      fc.property(fc.oneof(nearby, anywhere).filter(isLocatable), (ip) => {
        expect(files.lookup(ip), ip).toEqual(byLibrary(ip))
      }),
      { numRuns: 3000 },
    )
  })

  it('do not depend on how an address is written, and are none for what is no address', () => {
    expect(files.lookup('2400:4050:0:0::1')).toEqual(files.lookup('2400:4050::1'))
    expect(files.lookup('::ffff:126.1.2.3')).toEqual(files.lookup('126.1.2.3'))
    expect(files.lookup('::ffff:7e01:203')).toEqual(files.lookup('126.1.2.3'))
    for (const text of ['', '-', '126.1.2', '2400:4050:::1', 'host.example.com']) expect(files.lookup(text), text).toBeUndefined()
  })

  it('fail to open where a file is missing', () => {
    expect(() => openPlaceFiles(join(data, 'nowhere'))).toThrow(/ENOENT/)
  })
})

describe('a file of ranges', () => {
  const folder = tempFolder()

  /** Ranges of ten addresses with gaps of ten: the value of each is its number. */
  const openRanges = (count: number) => {
    const bytes = Buffer.alloc(count * 12)
    for (let index = 0; index < count; index += 1) {
      bytes.writeUInt32BE(index * 20 + 10, index * 12)
      bytes.writeUInt32BE(index * 20 + 19, index * 12 + 4)
      bytes.writeUInt32BE(index, index * 12 + 8)
    }
    const path = join(folder, `${count}.dat`)
    writeFileSync(path, bytes)
    const file = openRangeFile(path, { recordBytes: 12, addressBytes: 4 })
    const valueOf = (address: number): number | undefined => {
      const range = file.find(address, 0)
      return range < 0 ? undefined : file.factAt(range, 0)
    }
    return { valueOf, close: file.close }
  }

  it.each([0, 1, 2, 3, 64, 1000])('finds each of %i ranges, and nothing between them', (count) => {
    const { valueOf, close } = openRanges(count)
    expect(valueOf(9)).toBeUndefined()
    for (let index = 0; index < count; index += 1) {
      for (const inside of [10, 15, 19]) expect(valueOf(index * 20 + inside)).toBe(index)
      expect(valueOf(index * 20 + 20)).toBeUndefined()
    }
    close()
  })

  it('finds them beyond the steps that are kept', () => {
    const count = 2 ** 16 * 5
    const { valueOf, close } = openRanges(count)
    const indexes = Array.from({ length: 20_000 }, (_, time) => (time * 65_521) % count)
    expect(indexes.filter((index) => valueOf(index * 20 + 12) !== index)).toEqual([])
    close()
  })
})
