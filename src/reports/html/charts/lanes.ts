import { zoneLabel } from '../../../i18n/describe/moment.ts'
import { riskiestSessions } from '../../../i18n/describe/reading-order.ts'
import { legibleNames } from '../../../i18n/describe/legible-names.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import { safeText } from '../../../kernel/safe-text.ts'
import { MINUTE_MS } from '../../../kernel/time-units.ts'
import type { CaseDocument, CaseSession, RenderOptions } from '../../../model/case.ts'
import { tickLabel, timeTicks, WIDTH } from './axis.ts'
import { drawnSvg, PAINT, type ChartOption } from './drawn-svg.ts'
import { legend } from './legend.ts'
import { marksOf } from './session-marks.ts'

const MOST_SESSIONS = 40
const LEFT = 236
const RIGHT = 40
const ROW = 24
const TOP = 8
const BOTTOM = 24
const LEAST_WIDTH = 4
const NAME_COLUMNS = 30
/** Room at both ends of the axis, as a share of the time shown. */
const PAD = 0.02

/** Bars differ in height too, for those who tell these colours badly apart. */
const LEVELS = [
  { from: 80, css: 'risk-high', words: 'html.risk-high', height: 16 },
  { from: 50, css: 'risk-middle', words: 'html.risk-middle', height: 11 },
  { from: 0, css: 'risk-low', words: 'html.risk-low', height: 6 },
] as const
const levelOf = (risk: number): (typeof LEVELS)[number] => LEVELS.find(({ from }) => risk >= from) ?? LEVELS[2]

interface Lane {
  readonly name: string
  readonly sessions: readonly CaseSession[]
}
/** What the library hands to `renderItem`; its own type knows every kind of chart. */
interface ItemApi {
  readonly value: (dimension: number) => number
  readonly coord: (point: readonly [number, number]) => readonly [number, number]
}

/** A session from its start to its end, wide enough to be seen when it lasted a moment. */
const bar = (_: unknown, api: ItemApi): object => {
  const lane = api.value(2)
  const [x, y] = api.coord([api.value(0), lane])
  const [end] = api.coord([api.value(1), lane])
  const { css, height } = levelOf(api.value(3))
  const shape = { x, y: y - height / 2, width: Math.max(LEAST_WIDTH, end - x), height, r: 2 }
  return { type: 'rect', shape, style: { fill: PAINT[css] } }
}

const marks = (lanes: readonly Lane[], kind: 'changes' | 'losses', symbol: 'diamond' | 'circle', color: string): object => ({
  type: 'scatter',
  symbol,
  symbolSize: symbol === 'diamond' ? [12, 18] : 12,
  itemStyle: { color, opacity: 1 },
  data: lanes.flatMap(({ sessions }, lane) => sessions.flatMap((session) => marksOf(session)[kind].map((time) => [time, lane]))),
})

const chartOf = (lanes: readonly Lane[], from: number, to: number, zone: string): ChartOption => {
  const { ticks, stepMs } = timeTicks(from, to, zone)
  const line = { show: true, lineStyle: { color: PAINT.grid } }
  return {
    textStyle: { fontFamily: 'sans-serif' },
    grid: { left: LEFT, right: RIGHT, top: TOP, bottom: BOTTOM },
    xAxis: {
      type: 'value',
      min: from,
      max: to,
      axisLine: { show: false },
      axisTick: { show: false, customValues: ticks },
      splitLine: { ...line, showMinLine: true, showMaxLine: true },
      axisLabel: {
        color: PAINT.tick,
        fontSize: 11,
        hideOverlap: true,
        customValues: ticks,
        formatter: (ms: number) => tickLabel(ms, stepMs, zone),
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      // Names come from the log: only their places are handed over, and the names by a function.
      data: lanes.map((_, lane) => String(lane)),
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: line,
      axisLabel: {
        color: PAINT.name,
        fontSize: 12,
        interval: 0,
        formatter: (_: string, lane: number) => safeText(lanes[lane]?.name ?? '', NAME_COLUMNS),
      },
    },
    series: [
      {
        type: 'custom',
        renderItem: bar,
        encode: { x: [0, 1], y: 2 },
        data: lanes.flatMap(({ sessions }, lane) =>
          sessions.map(({ start, end, risk }) => [Date.parse(start), Date.parse(end), lane, risk]),
        ),
      },
      marks(lanes, 'changes', 'diamond', PAINT['mark-change']),
      marks(lanes, 'losses', 'circle', PAINT['mark-loss']),
    ],
  } as ChartOption
}

/** One lane per account, its suspicious sessions as bars in time, changes and losses marked. Empty without sessions. */
export const sessionLanes = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const shown = riskiestSessions(document, MOST_SESSIONS)
  if (shown.length === 0) return markup``
  const nameOf = legibleNames(document, NAME_COLUMNS)
  const lanes = [...Map.groupBy(shown, ({ account }) => account ?? '')].map(([account, sessions]) => ({ name: nameOf(account), sessions }))
  const from = Math.min(...shown.map(({ start }) => Date.parse(start)))
  const to = Math.max(from + MINUTE_MS, ...shown.map(({ end }) => Date.parse(end)))
  const pad = (to - from) * PAD
  const height = TOP + lanes.length * ROW + BOTTOM
  const alt = say('html.lanes-alt', { count: shown.length }, options)
  const rest =
    document.sessions.length > shown.length
      ? markup`<p class="note">${say('html.lanes-shown', { count: shown.length }, options)}</p>`
      : markup``
  return markup`<figure>
    <figcaption>
      ${legend(
        [
          ...LEVELS.map(({ css, words, from }) => [css, say(words, { from }, options)] as const),
          ['mark-change', say('html.mark-change', {}, options)],
          ['mark-loss', say('html.mark-loss', {}, options)],
        ],
        say('summary.zone', { zone: zoneLabel(options.zone, document.summary.last) }, options),
      )}
    </figcaption>
    <div class="sheet">${drawnSvg(chartOf(lanes, from - pad, to + pad, options.zone), { width: WIDTH, height }, alt)}</div>
    ${rest}
  </figure>`
}
