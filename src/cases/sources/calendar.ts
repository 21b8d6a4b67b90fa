import type { StrayContext } from './stray-attempts.ts'
import { HOUR_US } from '../../kernel/time-units.ts'

const HOURS_OF_DAY = 24

/** How busy the log is, hour by hour, and how often people fail for good on its quieter days. */
export interface Calendar {
  readonly hourOf: (row: number) => number
  /** Successful logins from one hour to another, both included; at night as many as on the mean of all hours: then little is known. */
  readonly loginsIn: (from: number, to: number) => number
  readonly logins: number
  /** Logins by user agent and by place; a missing one (−1) comes first. */
  readonly ofText: Int32Array
  readonly ofPlace: Int32Array
  /** Stray attempts per login. */
  readonly strayRate: number
}

/** Of fewer logins nothing can be said. */
const FEWEST_LOGINS = 20
/** Fewer days cannot show what is usual: then as many as an honest log would hardly have are taken for it. */
const FEWEST_DAYS = 4
const ASSUMED_RATE = 0.02
const LEAST_RATE = 0.005
/** The quieter days tell what is usual, even when an attack lasts for more than half of the log. */
const QUIET = 0.25

const quietRate = (strays: Float64Array, logins: Float64Array): number => {
  if (strays.length < FEWEST_DAYS) return ASSUMED_RATE
  const rates = strays.map((count, day) => count / Math.max(1, logins[day] as number)).toSorted()
  return Math.max(LEAST_RATE, rates[Math.floor((rates.length - 1) * QUIET)] as number)
}

/** `undefined` where the log has too few logins to be compared with. */
export const calendarOf = (strays: readonly number[], { table, read }: StrayContext): Calendar | undefined => {
  if (table.size === 0) return undefined
  const first = table.time.get(0)
  const hourOf = (row: number): number => Math.floor((read.time(row) - first) / HOUR_US)
  const hours = hourOf(table.size - 1) + 1
  const days = Math.ceil(hours / HOURS_OF_DAY)
  const upTo = new Float64Array(hours + 1)
  const byDay = { logins: new Float64Array(days), strays: new Float64Array(days) }
  const ofText = new Int32Array(table.agents.userAgents.size + 1)
  const ofPlace = new Int32Array(table.places.size + 1)
  for (let row = 0; row < table.size; row += 1) {
    if (!read.isLogin(row) || !read.isSuccess(row)) continue
    const hour = hourOf(row)
    upTo[hour + 1]! += 1
    byDay.logins[Math.floor(hour / HOURS_OF_DAY)]! += 1
    ofText[table.userAgent.get(row) + 1]! += 1
    ofPlace[table.place.get(row) + 1]! += 1
  }
  for (let hour = 0; hour < hours; hour += 1) upTo[hour + 1]! += upTo[hour] as number
  const logins = upTo[hours] as number
  if (logins < FEWEST_LOGINS) return undefined
  for (const row of strays) byDay.strays[Math.floor(hourOf(row) / HOURS_OF_DAY)]! += 1
  const mean = logins / hours
  return {
    hourOf,
    loginsIn: (from, to) => (to < from ? 0 : Math.max((upTo[to + 1] as number) - (upTo[from] as number), mean * (to - from + 1))),
    logins,
    ofText,
    ofPlace,
    strayRate: quietRate(byDay.strays, byDay.logins),
  }
}
