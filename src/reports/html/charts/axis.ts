import { shortMoment } from '../../../i18n/describe/moment.ts'
import { html, type SafeHtml } from '../../../kernel/safe-html.ts'

/** All charts are drawn on a sheet of this width; the browser scales it. */
export const WIDTH = 960

/** From a time (epoch ms) to a place on the sheet. */
export interface TimeScale {
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

const DAY_MS = 86_400_000
const TICKS = 6

export const isoOf = (ms: number): string => new Date(ms).toISOString()
export const round = (value: number): number => Math.round(value * 10) / 10

export const xOf = ({ from, to, left, right }: TimeScale, ms: number): number =>
  round(left + ((Math.min(Math.max(ms, from), to) - from) / Math.max(1, to - from)) * (right - left))

/** Minutes are enough on an axis; the seconds stand in the tables. The zone is named beside the chart. */
const label = (ms: number, span: number, zone: string): string => {
  const text = shortMoment(isoOf(ms), zone)
  return span > 60 * DAY_MS ? text.slice(0, 5) : span < 600_000 ? text.slice(6, 14) : text.slice(0, 11)
}

/** Vertical lines with times below, evenly spread. */
export const timeAxis = (scale: TimeScale, top: number, bottom: number, zone: string): SafeHtml[] => {
  const span = scale.to - scale.from
  return Array.from({ length: TICKS + 1 }, (_, index) => {
    const ms = scale.from + (span * index) / TICKS
    const x = xOf(scale, ms)
    const anchor = index === 0 ? 'start' : index === TICKS ? 'end' : 'middle'
    return html`<line class="grid" x1="${x}" y1="${top}" x2="${x}" y2="${bottom}"/><text class="tick" x="${x}" y="${bottom + 16}" text-anchor="${anchor}">${label(ms, span, zone)}</text>`
  })
}

