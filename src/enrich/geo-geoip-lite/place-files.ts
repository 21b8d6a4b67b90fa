import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { mappedV4, parseV4, parseV6 } from '../../kernel/ip-parse.ts'
import type { Geo } from '../../model/event.ts'
import { openRangeFile, type RangeFile } from './range-file.ts'
import { openRecordFile, type RecordFile } from './record-file.ts'

/** geoip-lite's data while they are open. */
export interface PlaceFiles {
  readonly lookup: (ip: string) => Geo | undefined
  readonly close: () => void
}

// The layouts of geoip-lite 2 (its lib/geoip.js): numbers are big-endian, texts end with a zero byte.
const V4 = { recordBytes: 24, addressBytes: 4, comparedWords: 1 }
const V6 = { recordBytes: 48, addressBytes: 16, comparedWords: 2 }
/** A name: country 0–2, region 2–5, metro 5–9, eu 9–10, time zone 10–42, city 42–88. */
const NAME_BYTES = 88
/** Of a range: number of its name, latitude, longitude, accuracy radius in km. */
const AT = { name: 0, lat: 4, lon: 8, radius: 12 }
const DEGREE = 10_000
const NO_NAME = 0xff_ff_ff_ff

const textIn = (bytes: Buffer, from: number, to: number): string | undefined => {
  const end = bytes.indexOf(0, from)
  return bytes.toString('utf8', from, end >= from && end < to ? end : to) || undefined
}

type Name = Pick<Geo, 'country' | 'region' | 'city'>

const nameIn = ({ pageOf, offsetOf }: RecordFile, number: number): Name => {
  const [page, at] = [pageOf(number), offsetOf(number)]
  return { country: textIn(page, at, at + 2), region: textIn(page, at + 2, at + 5), city: textIn(page, at + 42, at + NAME_BYTES) }
}

/** Names by number, each decoded once: there are far fewer than addresses. */
const namesOf = (file: RecordFile): ((number: number) => Name) => {
  const known = new Map<number, Name>()
  return (number) => {
    const before = known.get(number)
    if (before) return before
    const name = nameIn(file, number)
    known.set(number, name)
    return name
  }
}

const placeIn = (facts: Buffer): Pick<Geo, 'lat' | 'lon' | 'accuracyKm'> => ({
  lat: facts.readInt32BE(AT.lat) / DEGREE,
  lon: facts.readInt32BE(AT.lon) / DEGREE,
  accuracyKm: facts.readUInt32BE(AT.radius) || undefined,
})

const firstHalf = (groups: readonly number[]): number[] => [0, 2].map((at) => (groups[at] ?? 0) * 65_536 + (groups[at + 1] ?? 0))

const dataFolder = (): string => join(dirname(createRequire(import.meta.url).resolve('geoip-lite/package.json')), 'data')

/**
 * Opens the data of geoip-lite, and answers as the library does. The library itself reads all of its 110 MB before the first answer: that was
 * half of the time of a small log and a fifth of the memory of a large one. Throws when the files are not there.
 */
export const openPlaceFiles = (folder: string = dataFolder()): PlaceFiles => {
  const names = openRecordFile(join(folder, 'geoip-city-names.dat'), NAME_BYTES)
  const nameOf = namesOf(names)
  const v4 = openRangeFile(join(folder, 'geoip-city.dat'), V4)
  const v6 = openRangeFile(join(folder, 'geoip-city6.dat'), V6)

  const lookIn = ({ find }: RangeFile, address: readonly number[]): Geo | undefined => {
    const facts = find(address)
    const name = facts?.readUInt32BE(AT.name) ?? NO_NAME
    return facts === undefined || name === NO_NAME ? undefined : { ...nameOf(name), ...placeIn(facts) }
  }
  return {
    lookup: (ip) => {
      const dotted = parseV4(ip)
      if (dotted !== undefined) return lookIn(v4, [dotted])
      const groups = parseV6(ip)
      if (groups === undefined) return undefined
      const mapped = mappedV4(groups)
      return mapped === undefined ? lookIn(v6, firstHalf(groups)) : lookIn(v4, [mapped])
    },
    close: () => [names, v4, v6].forEach((file) => file.close()),
  }
}
