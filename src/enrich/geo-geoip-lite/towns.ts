import type { Geo } from '../../model/event.ts'
import type { RecordFile } from './record-file.ts'

const DEGREE = 10_000
/** More ten-thousandths of a degree than there are around the earth. */
const AROUND = 4_000_000

const textIn = (bytes: Buffer, from: number, to: number): string | undefined => {
  const end = bytes.indexOf(0, from)
  return bytes.toString('utf8', from, end >= from && end < to ? end : to) || undefined
}

interface Town {
  readonly name: number
  readonly radius: number
  readonly geo: Geo
}

/**
 * Facts of a place from the number of its name, its position in ten-thousandths of a degree and the radius in km: one object for all
 * addresses there, because a log has far more addresses than towns.
 */
export const createTowns = (names: RecordFile): ((name: number, lat: number, lon: number, radius: number) => Geo) => {
  const townsAt = new Map<number, Town[]>()
  const add = (towns: Town[], name: number, lat: number, lon: number, radius: number): Geo => {
    const bytes = names.bytesOf(name)
    const geo = {
      country: textIn(bytes, 0, 2),
      region: textIn(bytes, 2, 5),
      city: textIn(bytes, 42, bytes.length),
      lat: lat / DEGREE,
      lon: lon / DEGREE,
      accuracyKm: radius || undefined,
    }
    towns.push({ name, radius, geo })
    return geo
  }
  return (name, lat, lon, radius) => {
    const position = lat * AROUND + lon
    let towns = townsAt.get(position)
    if (towns === undefined) townsAt.set(position, (towns = []))
    for (const town of towns) if (town.name === name && town.radius === radius) return town.geo
    return add(towns, name, lat, lon, radius)
  }
}
