import { formatTime } from '../../kernel/time.ts'

const micros = (iso: string): number => Date.parse(iso) * 1000

/** An ISO time of the case document in the reader's zone: `2026-11-21 02:14:05+09:00`. */
export const moment = (iso: string, zone: string): string => formatTime(micros(iso), zone)

/** The same without year, for lines whose log period names it: `11/21 02:14:05+09:00`. */
export const shortMoment = (iso: string, zone: string): string => {
  const full = moment(iso, zone)
  return `${full.slice(5, 10).replace('-', '/')} ${full.slice(11)}`
}

/** To the minute, with year and offset: `2026/11/18 00:00+09:00`. */
export const minuteMoment = (iso: string, zone: string): string => {
  const full = moment(iso, zone)
  return `${full.slice(0, 10).replaceAll('-', '/')} ${full.slice(11, 16)}${full.slice(19)}`
}

/** Zones that a reader knows by a short name better than by their IANA name. */
const SHORT_NAMES: Readonly<Record<string, string>> = { 'Asia/Tokyo': 'JST', 'Etc/UTC': 'UTC', UTC: 'UTC' }

/** How a zone is named once at the top: `JST(UTC+9)`, with the offset that holds at the given time. */
export const zoneLabel = (zone: string, iso: string | null): string => {
  const name = SHORT_NAMES[zone] ?? zone
  if (name === 'UTC' || iso === null) return name
  const [, sign = '+', hours = '0', minutes = '00'] = /([+-])(\d\d):(\d\d)$/.exec(moment(iso, zone)) ?? []
  return `${name}(UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`})`
}
