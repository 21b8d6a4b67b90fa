import { moment, shortMoment } from '../../../i18n/describe/moment.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'

/** All charts are drawn on a sheet of this width; the browser scales it. */
export const WIDTH = 960

/** From a time (epoch ms) to a place on the sheet. */
export interface TimeScale {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Distances between ticks that a reader can count in; the first that gives few enough ticks is taken. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720]
  .map((minutes) => minutes * MINUTE_MS)
  .concat([1, 2, 7, 14, 28, 91, 364].map((days) => days * DAY_MS))
const MOST_TICKS = 9
/** Half of the widest label; left of the axis there is that much room in every chart. */
const HALF_LABEL = 32

export const isoOf = (ms: number): string => new Date(ms).toISOString()
export const round = (value: number): number => Math.round(value * 10) / 10

export const xOf = ({ from, to, left, right }: TimeScale, ms: number): number =>
  round(left + ((Math.min(Math.max(ms, from), to) - from) / Math.max(1, to - from)) * (right - left))

/** How far the zone is from UTC at that time, so that ticks fall on the reader's full hours and midnights. */
export const offsetMs = (ms: number, zone: string): number => {
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(moment(isoOf(ms), zone)) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS)
}

/** Minutes are enough on an axis; the seconds stand in the tables. The zone is named beside the chart. */
const label = (ms: number, step: number, zone: string): string => {
  const text = shortMoment(isoOf(ms), zone)
  return step < DAY_MS ? text.slice(0, 11) : text.slice(0, 5)
}

/** Vertical lines with times below, at round times. */
export const timeAxis = (scale: TimeScale, top: number, bottom: number, zone: string): SafeHtml[] => {
  const span = scale.to - scale.from
  const step = STEPS.find((one) => span / one <= MOST_TICKS) ?? span / MOST_TICKS
  const offset = offsetMs(scale.from, zone)
  const first = Math.ceil((scale.from + offset) / step) * step - offset
  const distance = xOf(scale, scale.from + step) - scale.left
  return Array.from({ length: Math.max(0, Math.floor((scale.to - first) / step) + 1) }, (_, index) => {
    const ms = first + index * step
    const x = xOf(scale, ms)
    const isLast = x > scale.right - HALF_LABEL
    const line = markup`<line class="grid" x1="${x}" y1="${top}" x2="${x}" y2="${bottom}" />`
    // Pushed back from the edge, the last label would run into the one before it.
    if (isLast && distance < 3 * HALF_LABEL) return line
    return markup`${line}<text class="tick" x="${x}" y="${bottom + 16}" text-anchor="${isLast ? 'end' : 'middle'}">${label(ms, step, zone)}</text>`
  })
}
