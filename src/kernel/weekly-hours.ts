import { MINUTE_MS } from './time-units.ts'
import { zoneOffsetMinutes } from './zone.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const JAPANESE_DAYS = '日月火水木金土'
const DAY_MINUTES = 24 * 60

/** Minutes since Sunday 00:00 on the wall clock, [from, to), in pairs; none wraps around the week's end. */
export type WeeklyHours = readonly (readonly [from: number, to: number])[]

const dayOf = (text: string): number => {
  const at = text.length === 1 ? JAPANESE_DAYS.indexOf(text) : DAYS.indexOf(text.slice(0, 3).toLowerCase() as (typeof DAYS)[number])
  return /^(?:[a-z]{3,9}|.)$/i.test(text) ? at : -1
}

const daysOf = (text: string): readonly number[] | undefined => {
  if (/^(?:daily|every ?day|毎日)$/i.test(text)) return [0, 1, 2, 3, 4, 5, 6]
  const days: number[] = []
  for (const part of text.split(',')) {
    const [from = '', to = from, ...rest] = part.split(/[-–〜~]/)
    const [first, last] = [dayOf(from.trim()), dayOf(to.trim())]
    if (first < 0 || last < 0 || rest.length > 0) return undefined
    for (let day = first; ; day = (day + 1) % 7) {
      days.push(day)
      if (day === last) break
    }
  }
  return days
}

const minuteOf = (text: string): number => {
  const [, hour, minute] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  return minutes <= DAY_MINUTES ? minutes : Number.NaN
}

const SPAN = /^(.+?)\s+(\d{1,2}:\d{2})\s*[-–〜~]\s*(\d{1,2}:\d{2})$/

/** `Mon-Fri 09:00-18:00; Sat 09:00-12:00`, also over midnight (`Mon-Fri 22:00-06:00`), `月-金 9:00-18:00`, `daily 00:00-24:00`; undefined if it is none. */
export const parseHours = (text: string): WeeklyHours | undefined => {
  const spans: [number, number][] = []
  for (const part of text.split(/[;、]/).filter((one) => one.trim() !== '')) {
    const [, dayText = '', fromText = '', toText = ''] = SPAN.exec(part.trim()) ?? []
    const days = daysOf(dayText)
    const [from, to] = [minuteOf(fromText), minuteOf(toText)]
    if (days === undefined || Number.isNaN(from) || Number.isNaN(to)) return undefined
    for (const day of days) {
      const start = day * DAY_MINUTES + from
      const end = day * DAY_MINUTES + (to > from ? to : to + DAY_MINUTES)
      const week = 7 * DAY_MINUTES
      spans.push([start, Math.min(end, week)])
      if (end > week) spans.push([0, end - week])
    }
  }
  return spans.length === 0 ? undefined : spans
}

/** Is a moment within the hours, on the wall clock of the zone? Not on a holiday, whose date is `2026-11-23`. */
export const isWithinHours = (timeMs: number, hours: WeeklyHours, zone: string, holidays: ReadonlySet<string>): boolean => {
  const wallMs = timeMs + zoneOffsetMinutes(timeMs, zone) * MINUTE_MS
  const wall = new Date(wallMs)
  if (holidays.has(wall.toISOString().slice(0, 10))) return false
  const minute = wall.getUTCDay() * DAY_MINUTES + wall.getUTCHours() * 60 + wall.getUTCMinutes()
  return hours.some(([from, to]) => from <= minute && minute < to)
}
