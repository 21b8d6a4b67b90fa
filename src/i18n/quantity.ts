import { once } from '../kernel/once.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/time-units.ts'
import type { Lang } from '../model/vocabulary.ts'

const counts = once(() => new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }))

/** A number with thousands grouped, the same in both languages: `41,207`. What has nothing to group need not wait for the rules of grouping. */
export const formatCount = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : counts().format(value)

/** A ratio 0–1 as percent; one decimal below 1 %, and never rounded up to 100 % or down to 0 %. */
export const formatShare = (ratio: number): string => {
  const percent = ratio * 100
  if (percent <= 0 || percent >= 100) return `${formatCount(Math.round(percent))}%`
  if (percent < 0.1) return '<0.1%'
  return percent < 1 || percent > 99 ? `${(Math.floor(percent * 10) / 10).toFixed(1)}%` : `${Math.round(percent)}%`
}

const UNITS = [
  { ms: DAY_MS, ja: '日', one: 'day', many: 'days' },
  { ms: HOUR_MS, ja: '時間', one: 'hour', many: 'hours' },
  { ms: MINUTE_MS, ja: '分', one: 'minute', many: 'minutes' },
  { ms: 1000, ja: '秒', one: 'second', many: 'seconds' },
] as const

/** A span in its two largest units: `2 hours 5 minutes`, `2時間5分`; below a second it is 0 seconds. */
export const formatDuration = (durationMs: number, lang: Lang): string => {
  const found = UNITS.findIndex((unit) => durationMs >= unit.ms)
  const start = found < 0 ? UNITS.length - 1 : found
  let rest = Math.max(0, durationMs)
  const parts: string[] = []
  for (const unit of UNITS.slice(start, start + 2)) {
    const amount = Math.floor(rest / unit.ms)
    rest -= amount * unit.ms
    if (amount === 0 && parts.length > 0) continue
    parts.push(lang === 'ja' ? `${formatCount(amount)}${unit.ja}` : `${formatCount(amount)} ${amount === 1 ? unit.one : unit.many}`)
  }
  return parts.join(lang === 'ja' ? '' : ' ')
}

/** Also where a sentence begins. */
const UNDER_A_MINUTE = { en: '<1 minute', ja: '1分未満' } as const

/** Whole minutes as a span: nobody says "0 minutes later", or "1,221 minutes". */
export const formatMinutes = (minutes: number, lang: Lang): string =>
  minutes < 1 ? UNDER_A_MINUTE[lang] : formatDuration(minutes * MINUTE_MS, lang)

const ISO_DURATION = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/

/** ms of an ISO 8601 duration of weeks, days, hours, minutes and seconds; NaN for anything else. */
export const isoDurationMs = (text: string): number => {
  const match = ISO_DURATION.exec(text)
  if (match === null || text === 'P') return Number.NaN
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  return ((((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * MINUTE_MS + (seconds ?? 0) * 1000
}
