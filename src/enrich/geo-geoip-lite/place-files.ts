import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { mappedV4, parseV4, parseV6 } from '../../kernel/ip-parse.ts'
import type { Geo } from '../../model/event.ts'
import { openRangeFile, type RangeFile } from './range-file.ts'
import { openRecordFile } from './record-file.ts'
import { createTowns } from './towns.ts'

/** geoip-lite's data while they are open. */
export interface PlaceFiles {
  readonly lookup: (ip: string) => Geo | undefined
  readonly close: () => void
}

// The layouts of geoip-lite 2 (its lib/geoip.js): numbers are big-endian, texts end with a zero byte.
const V4 = { recordBytes: 24, addressBytes: 4 }
const V6 = { recordBytes: 48, addressBytes: 16 }
/** A name: country 0–2, region 2–5, metro 5–9, eu 9–10, time zone 10–42, city 42–88. */
const NAME_BYTES = 88
/** Of a range: number of its name, latitude, longitude, accuracy radius in km. */
const AT = { name: 0, lat: 4, lon: 8, radius: 12 }
const NO_NAME = 0xff_ff_ff_ff

const word = (groups: readonly number[], at: number): number => (groups[at] ?? 0) * 65_536 + (groups[at + 1] ?? 0)

const dataFolder = (): string => join(dirname(createRequire(import.meta.url).resolve('geoip-lite/package.json')), 'data')

/**
 * Opens the data of geoip-lite, and answers as the library does. The library itself reads all of its 110 MB before the first answer: that was
 * half of the time of a small log and a fifth of the memory of a large one. Throws when the files are not there.
 */
export const openPlaceFiles = (folder: string = dataFolder()): PlaceFiles => {
  const names = openRecordFile(join(folder, 'geoip-city-names.dat'), NAME_BYTES)
  const townOf = createTowns(names)
  const v4 = openRangeFile(join(folder, 'geoip-city.dat'), V4)
  const v6 = openRangeFile(join(folder, 'geoip-city6.dat'), V6)

  const lookIn = ({ find, factAt }: RangeFile, high: number, low: number): Geo | undefined => {
    const range = find(high, low)
    const name = range < 0 ? NO_NAME : factAt(range, AT.name)
    if (name === NO_NAME) return undefined
    return townOf(name, factAt(range, AT.lat) | 0, factAt(range, AT.lon) | 0, factAt(range, AT.radius))
  }
  return {
    lookup: (ip) => {
      const dotted = parseV4(ip)
      if (dotted !== undefined) return lookIn(v4, dotted, 0)
      const groups = parseV6(ip)
      if (groups === undefined) return undefined
      const mapped = mappedV4(groups)
      return mapped === undefined ? lookIn(v6, word(groups, 0), word(groups, 2)) : lookIn(v4, mapped, 0)
    },
    close: () => [names, v4, v6].forEach((file) => file.close()),
  }
}
