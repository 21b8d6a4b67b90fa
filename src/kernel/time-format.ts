import { MINUTE_MS } from './time-units.ts'
import { zoneOffsetMinutes } from './zone.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** Epoch µs → `2026-11-21T02:14:05.123Z`; six fraction digits where there is something below the millisecond. */
export const toIso = (micros: number): string => {
  const whole = Math.floor(micros / 1000)
  const below = micros - whole * 1000
  const iso = new Date(whole).toISOString()
  return below === 0 ? iso : `${iso.slice(0, -1)}${String(below).padStart(3, '0')}Z`
}

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** Epoch µs → `2026-11-21 02:14:05+09:00`, whole seconds, the offset always shown. An unknown zone is shown in UTC. */
export const formatTime = (micros: number, zone: string): string => {
  const epochMs = Math.floor(micros / 1000)
  const known = zoneOffsetMinutes(epochMs, zone)
  const offset = Number.isNaN(known) ? 0 : known
  const iso = new Date(epochMs + offset * MINUTE_MS).toISOString()
  return `${iso.slice(0, -14)} ${iso.slice(-13, -5)}${offsetText(offset)}`
}
