import type { SayOptions } from '../translate.ts'
import { moment, zoneLabel } from './moment.ts'

const HOUR_MS = 3_600_000
const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** Readers of a notice know no abbreviations of zones. */
const PUBLIC_ZONES: Readonly<Record<string, Readonly<Record<SayOptions['lang'], string>>>> = {
  'Asia/Tokyo': { en: 'Japan time', ja: '日本時間' },
}

const NAMED_HOURS: Readonly<Record<number, string>> = { 0: 'midnight', 12: 'noon' }
const englishHour = (hour: number): string => NAMED_HOURS[hour] ?? `${hour % 12} ${hour < 12 ? 'am' : 'pm'}`

interface Parts {
  readonly date: string
  readonly hour: number
}

const nearestHour = (iso: string): string => new Date(Math.round(Date.parse(iso) / HOUR_MS) * HOUR_MS).toISOString()

const partsOf = (iso: string, { lang, zone }: SayOptions): Parts => {
  const text = moment(iso, zone)
  const [year = '', month = '', day = ''] = text.slice(0, 10).split('-')
  const date = lang === 'ja' ? `${year}年${Number(month)}月${Number(day)}日` : `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
  return { date, hour: Number(text.slice(11, 13)) }
}

const about = (hour: number, { lang }: SayOptions): string => (lang === 'ja' ? `${hour}時頃` : `about ${englishHour(hour)}`)
const join = (date: string, hour: string, { lang }: SayOptions): string => (lang === 'ja' ? `${date} ${hour}` : `${date}, ${hour}`)

/** Which zone these are in, for readers outside. */
export const publicZone = (zone: string, iso: string | null, { lang }: SayOptions): string =>
  PUBLIC_ZONES[zone]?.[lang] ?? zoneLabel(zone, iso)

/** A time as a notice to the public has it: `2026年11月28日 13時頃`, `28 November 2026, about 1 pm`. */
const publicMoment = (iso: string, options: SayOptions): string => {
  const { date, hour } = partsOf(nearestHour(iso), options)
  return join(date, about(hour, options), options)
}

/** The last full hour, for what is known as of now: rounded up, it would lie in the future. `2026年11月28日 13時`, `28 November 2026, 1 pm`. */
export const publicHour = (iso: string, options: SayOptions): string => {
  const { date, hour } = partsOf(iso, options)
  return join(date, options.lang === 'ja' ? `${hour}時` : englishHour(hour), options)
}

/** From one to another, the day said once. */
export const publicSpan = (from: string, to: string, options: SayOptions): string => {
  const [first, last] = [partsOf(nearestHour(from), options), partsOf(nearestHour(to), options)]
  const begun = publicMoment(from, options)
  if (first.date !== last.date) return `${begun}${options.lang === 'ja' ? '〜' : ' to '}${publicMoment(to, options)}`
  return first.hour === last.hour ? begun : `${begun}${options.lang === 'ja' ? '〜' : ' to '}${about(last.hour, options)}`
}
