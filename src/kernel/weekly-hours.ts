import { lookup } from './lookup.ts'
import { MINUTE_MS } from './time-units.ts'
import { zoneOffsetMinutes } from './zone.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const JAPANESE_DAYS = '日月火水木金土'
const DAY_MINUTES = 24 * 60

/** Minutes since Sunday 00:00 on the wall clock, [from, to), in pairs; one that goes over midnight ends beyond its day, perhaps beyond the week. */
export type WeeklyHours = readonly (readonly [from: number, to: number])[]

const dayOf = (text: string): number => {
  const at = text.length === 1 ? JAPANESE_DAYS.indexOf(text) : DAYS.indexOf(text.slice(0, 3).toLowerCase() as (typeof DAYS)[number])
  return /^(?:[a-z]{3,9}|.)$/i.test(text) ? at : -1
}

const NAMED_DAYS: Readonly<Record<string, readonly number[]>> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  everyday: [0, 1, 2, 3, 4, 5, 6],
  毎日: [0, 1, 2, 3, 4, 5, 6],
  weekdays: [1, 2, 3, 4, 5],
  平日: [1, 2, 3, 4, 5],
  weekend: [6, 0],
  土日: [6, 0],
}

const daysOf = (text: string): readonly number[] | undefined => {
  const named = lookup(NAMED_DAYS, text.toLowerCase().replace(/ /g, ''))
  if (named !== undefined) return named
  // Days one after the other: 月水金, 月・水・金.
  const listed = /^[日月火水木金土・]+$/.test(text) ? [...text.replaceAll('・', '')].join(',') : text
  const days: number[] = []
  for (const part of listed.split(',')) {
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

const SPAN = /^(.+?)\s*(\d{1,2}:\d{2})\s*[-–〜~]\s*(\d{1,2}:\d{2})$/

/** Full-width signs become plain ones, and `9時半`, `18時` are read as clocks have it. */
const asWritten = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(\d)時半/g, '$1:30')
    .replace(/(\d)時(\d{1,2})分/g, (_all, hour: string, minute: string) => `${hour}:${minute.padStart(2, '0')}`)
    .replace(/(\d)時/g, '$1:00')

/** `Mon-Fri 09:00-18:00; Sat 09:00-12:00`, also over midnight (`Mon-Fri 22:00-06:00`), `月-金 9:00-18:00`, `daily 00:00-24:00`; undefined if it is none. */
export const parseHours = (text: string): WeeklyHours | undefined => {
  const spans: [number, number][] = []
  for (const part of asWritten(text)
    .split(/[;、]/)
    .filter((one) => one.trim() !== '')) {
    const [, dayText = '', fromText = '', toText = ''] = SPAN.exec(part.trim()) ?? []
    const days = daysOf(dayText)
    const [from, to] = [minuteOf(fromText), minuteOf(toText)]
    if (days === undefined || Number.isNaN(from) || Number.isNaN(to)) return undefined
    for (const day of days) {
      const start = day * DAY_MINUTES + from
      spans.push([start, day * DAY_MINUTES + (to > from ? to : to + DAY_MINUTES)])
    }
  }
  return spans.length === 0 ? undefined : spans
}

const WEEK_MINUTES = 7 * DAY_MINUTES

/** Is a moment within the hours, on the wall clock of the zone? Hours that began on a holiday, whose date is `2026-11-23`, do not count. */
export const isWithinHours = (timeMs: number, hours: WeeklyHours, zone: string, holidays: ReadonlySet<string>): boolean => {
  const wallMs = timeMs + zoneOffsetMinutes(timeMs, zone) * MINUTE_MS
  const wall = new Date(wallMs)
  const minute = wall.getUTCDay() * DAY_MINUTES + wall.getUTCHours() * 60 + wall.getUTCMinutes()
  const isWorked = (sinceStart: number): boolean => !holidays.has(new Date(wallMs - sinceStart * MINUTE_MS).toISOString().slice(0, 10))
  return hours.some(([from, to]) => {
    const sinceStart = (minute - from + WEEK_MINUTES) % WEEK_MINUTES
    return sinceStart < to - from && isWorked(sinceStart)
  })
}
