import { DAY_MS, MINUTE_MS } from './time-units.ts'

/** Offsets change on quarter hours, in UTC and on the wall clock (true of every zone since 1972), so one answer serves 15 minutes. */
const BUCKET_MS = 15 * MINUTE_MS
/** Hostile times must not grow the caches: they are dropped whole above this many entries per zone. */
const CACHE_CAP = 100_000

interface ZoneCache {
  readonly fixed: number | undefined
  readonly format: Intl.DateTimeFormat | undefined
  readonly byInstant: Map<number, number>
  readonly byWallClock: Map<number, number>
}
const zones = new Map<string, ZoneCache>()

const FIXED = /^([+-])(\d{1,2})(?::?([0-5]\d))?$/

const fixedOffset = (zone: string): number | undefined => {
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 0
  const match = FIXED.exec(zone)
  if (match === null) return undefined
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 18 * 60) return undefined
  return match[1] === '-' ? 0 - minutes : minutes
}

const intlFormat = (zone: string): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    return undefined
  }
}

const cacheOf = (zone: string): ZoneCache => {
  let cache = zones.get(zone)
  if (cache === undefined) {
    const fixed = fixedOffset(zone)
    cache = { fixed, format: fixed === undefined ? intlFormat(zone) : undefined, byInstant: new Map(), byWallClock: new Map() }
    zones.set(zone, cache)
  }
  return cache
}

const remember = (map: Map<number, number>, key: number, value: number): number => {
  if (map.size >= CACHE_CAP) map.clear()
  map.set(key, value)
  return value
}

const LONG_OFFSET = /GMT(?:([+-])(\d{2}):(\d{2}))?/

const intlOffset = (format: Intl.DateTimeFormat, epochMs: number): number => {
  const match = LONG_OFFSET.exec(format.format(epochMs))
  if (match === null || match[1] === undefined) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? 0 - minutes : minutes
}

/** Is this a zone Ashiato can use: an IANA name, `UTC`, or a fixed `+09:00`? */
export const isZone = (zone: string): boolean => {
  const cache = cacheOf(zone)
  return cache.fixed !== undefined || cache.format !== undefined
}

/**
 * Minutes that the zone's wall clock is ahead of UTC at an instant (epoch ms). `zone`: IANA name, `UTC`, `+09:00`.
 * NaN for an unknown zone or a time that is none. Before 1972 the answer is rounded to the quarter hour's first instant.
 */
export const zoneOffsetMinutes = (epochMs: number, zone: string): number => {
  const { fixed, format, byInstant } = cacheOf(zone)
  if (fixed !== undefined) return fixed
  const bucket = Math.floor(epochMs / BUCKET_MS)
  if (format === undefined || !(Math.abs(epochMs) < 8.64e15)) return Number.NaN
  return byInstant.get(bucket) ?? remember(byInstant, bucket, intlOffset(format, bucket * BUCKET_MS))
}

const resolveWallClock = (wallMs: number, zone: string): number => {
  const before = zoneOffsetMinutes(wallMs - DAY_MS, zone)
  const after = zoneOffsetMinutes(wallMs + DAY_MS, zone)
  if (before === after) return before
  const holds = (offset: number): boolean => zoneOffsetMinutes(wallMs - offset * MINUTE_MS, zone) === offset
  const valid = [before, after].filter(holds)
  return valid.length === 0 ? before : Math.max(...valid)
}

/**
 * Offset in minutes for a wall-clock time, given as the epoch ms that it would be in UTC.
 * Overlap (clock set back): the earlier instant. Gap (clock set forward): the offset before it, as RFC 5545 3.3.5
 * has it: a clock that was not yet set forward shows such times.
 */
export const wallClockOffsetMinutes = (wallMs: number, zone: string): number => {
  const { fixed, byWallClock } = cacheOf(zone)
  if (fixed !== undefined) return fixed
  const bucket = Math.floor(wallMs / BUCKET_MS)
  return byWallClock.get(bucket) ?? remember(byWallClock, bucket, resolveWallClock(bucket * BUCKET_MS, zone))
}
