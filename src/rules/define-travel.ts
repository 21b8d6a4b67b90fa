import type { Geo } from '../model/event.ts'
import { HOUR_MS, MINUTE_MS } from '../kernel/time-units.ts'
import type { RuleEvent } from './define-rule.ts'

const EARTH_RADIUS_KM = 6371
/** Two logins within less than this say nothing about speed: clocks and queues differ by as much. */
const SHORTEST_MS = MINUTE_MS
/** Radius assumed where the database gives none: the place is known to a city, a region, or only the country's middle. */
const CITY_KM = 50
const REGION_KM = 150
const COUNTRY_KM = 400

/** Where and when somebody was. */
export interface Position {
  readonly timeMs: number
  readonly lat: number
  readonly lon: number
  readonly accuracyKm: number
}

const assumedKm = ({ city, region }: Geo): number => {
  if (city !== undefined) return CITY_KM
  return region === undefined ? COUNTRY_KM : REGION_KM
}

/** The event's position, or undefined where it has no coordinates. */
export const positionOf = ({ geo, timeMs }: RuleEvent): Position | undefined => {
  if (geo?.lat === undefined || geo.lon === undefined) return undefined
  return { timeMs, lat: geo.lat, lon: geo.lon, accuracyKm: geo.accuracyKm ?? assumedKm(geo) }
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in km (haversine). */
const distanceKm = (from: Position, to: Position): number => {
  const dLat = radians(to.lat - from.lat)
  const dLon = radians(to.lon - from.lon)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The least distance that both positions allow (their radii taken off), and the speed that it needs. Whole km and km/h. */
export const travelBetween = (from: Position, to: Position): { readonly km: number; readonly kmh: number } => {
  const km = Math.max(0, distanceKm(from, to) - from.accuracyKm - to.accuracyKm)
  const hours = Math.max(to.timeMs - from.timeMs, SHORTEST_MS) / HOUR_MS
  return { km: Math.round(km), kmh: Math.round(km / hours) }
}
