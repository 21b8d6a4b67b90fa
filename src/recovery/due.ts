import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/time-units.ts'
import { addDays, dayOf, endOfDay, lastDayInJapan } from './law/calendar-day.ts'

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/
/** Legal days of the default law are counted there. */
const JAPAN = 'Asia/Tokyo'

/** ms of a duration of days, hours and minutes. */
export const durationMs = (duration: string): number => {
  const [, days = '0', hours = '0', minutes = '0'] = DURATION.exec(duration) ?? []
  return Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS
}

const iso = (ms: number): string => new Date(ms).toISOString()

/** The duration as it is, or the moment it ends once it is known when the case became known. */
export const dueOf = (duration: string, awareAt: string | undefined): string => {
  const aware = awareAt === undefined ? Number.NaN : Date.parse(awareAt)
  return Number.isNaN(aware) ? duration : iso(aware + durationMs(duration))
}

/**
 * End of a legal term in whole days. `moves`: a last day on which the authority is closed moves to the next working day, as the law has
 * it for the final report; what has only a guide value is not moved, so that it errs on the early side.
 */
export const legalDueOf = (duration: string, awareAt: string | undefined, moves: boolean): string => {
  const aware = awareAt === undefined ? Number.NaN : Date.parse(awareAt)
  if (Number.isNaN(aware)) return duration
  const days = Number(/^P(\d+)D$/.exec(duration)?.[1] ?? Number.NaN)
  if (Number.isNaN(days)) return iso(aware + durationMs(duration))
  const first = dayOf(aware, JAPAN)
  return endOfDay(moves ? lastDayInJapan(first, days) : addDays(first, days - 1), JAPAN)
}
