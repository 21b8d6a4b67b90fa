import type { Random } from '../../kernel/random.ts'
import { DAY_MS, HOUR_MS } from '../../kernel/time-units.ts'

/** Logins by hour of the day (the RBA curve: 16 a minute at midnight, 75 to 80 from nine to seven; a shop's evening is later). */
const HOURS = [22, 14, 9, 7, 8, 14, 28, 44, 58, 68, 74, 76, 82, 74, 70, 70, 70, 72, 76, 84, 92, 90, 72, 42] as const
/** Sunday first. */
const WEEKDAYS = [1.02, 1.08, 1.04, 1.02, 1.02, 1.0, 0.82] as const
const TOTAL = HOURS.reduce((sum, weight) => sum + weight, 0)

/** A time of day, ms after midnight of the service's own day. */
export const timeOfDay = (random: Random): number => {
  let draw = random.next() * TOTAL
  const hour = HOURS.findIndex((weight) => (draw -= weight) < 0)
  return (hour < 0 ? 23 : hour) * HOUR_MS + random.int(HOUR_MS)
}

/** Midnight of the service's own day number `day`. */
export const dayStart = (startMs: number, day: number): number => startMs + day * DAY_MS

export const isWeekend = (timeMs: number, offsetHours: number): boolean => {
  const weekday = new Date(timeMs + offsetHours * HOUR_MS).getUTCDay()
  return weekday === 0 || weekday === 6
}

export const hourOf = (timeMs: number, offsetHours: number): number => new Date(timeMs + offsetHours * HOUR_MS).getUTCHours()

/** A day of the log, busy weekdays more often. */
export const drawDay = (random: Random, startMs: number, days: number, offsetHours: number): number => {
  for (;;) {
    const day = random.int(days)
    const weekday = new Date(dayStart(startMs, day) + offsetHours * HOUR_MS + DAY_MS / 2).getUTCDay()
    if (random.next() * 1.1 < (WEEKDAYS[weekday] ?? 1)) return day
  }
}
