import { moment, shortMoment } from '../../../i18n/describe/moment.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/time-units.ts'

/** All charts are drawn on a sheet of this width; the browser scales it. */
export const WIDTH = 960

/** Distances between ticks that a reader can count in; the first that gives few enough ticks is taken. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720]
  .map((minutes) => minutes * MINUTE_MS)
  .concat([1, 2, 7, 14, 28, 91, 364].map((days) => days * DAY_MS))
const MOST_TICKS = 9

export const isoOf = (ms: number): string => new Date(ms).toISOString()

/** How far the zone is from UTC at that time, so that ticks fall on the reader's full hours and midnights. */
export const offsetMs = (ms: number, zone: string): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(moment(isoOf(ms), zone)) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS)
}

/** Minutes are enough on an axis; the seconds stand in the tables. The zone is named beside the chart. */
export const tickLabel = (ms: number, stepMs: number, zone: string): string => {
  const text = shortMoment(isoOf(ms), zone)
  return stepMs < DAY_MS ? text.slice(0, 11) : text.slice(0, 5)
}

/** Round times of the reader's zone between two times. */
export const timeTicks = (from: number, to: number, zone: string): { readonly ticks: number[]; readonly stepMs: number } => {
  const span = to - from
  const stepMs = STEPS.find((one) => span / one <= MOST_TICKS) ?? span / MOST_TICKS
  const offset = offsetMs(from, zone)
  const first = Math.ceil((from + offset) / stepMs) * stepMs - offset
  return { ticks: Array.from({ length: Math.max(0, Math.floor((to - first) / stepMs) + 1) }, (_, index) => first + index * stepMs), stepMs }
}
