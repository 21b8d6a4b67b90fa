import { DAY_MS, MINUTE_MS } from './time-units.ts'
import { zoneOffsetMinutes } from './zone.ts'

const observed = new Map<string, boolean>()

/** Is this zone's clock ever set forward and back (looked at once a month, 2000 to 2040)? */
export const observesSummerTime = (zone: string): boolean => {
  const known = observed.get(zone)
  if (known !== undefined) return known
  const offsets = new Set<number>()
  for (let month = 0; month < 41 * 12 && offsets.size < 2; month += 1) offsets.add(zoneOffsetMinutes(Date.UTC(2000, month, 15), zone))
  observed.set(zone, offsets.size > 1)
  return offsets.size > 1
}

/**
 * Is this wall-clock time (as the epoch ms that it would be in UTC) one that the zone skips, or one that comes twice? Undefined for
 * every other.
 */
export const isWallTimeOdd = (wallMs: number, zone: string): 'skipped' | 'twice' | undefined => {
  const before = zoneOffsetMinutes(wallMs - DAY_MS, zone)
  const after = zoneOffsetMinutes(wallMs + DAY_MS, zone)
  if (before === after) return undefined
  const holding = [before, after].filter((offset) => zoneOffsetMinutes(wallMs - offset * MINUTE_MS, zone) === offset).length
  if (holding === 0) return 'skipped'
  return holding === 2 ? 'twice' : undefined
}
