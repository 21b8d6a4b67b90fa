import { minuteMoment, moment, zoneLabel } from '../../../i18n/describe/moment.ts'
import { formatCount, formatDuration } from '../../../i18n/quantity.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../../model/case.ts'
import { isoOf, offsetMs, tickLabel, WIDTH } from './axis.ts'
import { binActivity, type Bin, type Bins } from './bins.ts'
import { drawnSvg, PAINT, type ChartOption } from './drawn-svg.ts'
import { legend } from './legend.ts'
import { dataTable } from '../table.ts'

const HEIGHT = 300
const LEFT = 64
/** Half of the last time below the axis, which stands in the middle of its bar. */
const RIGHT = 36
const PANELS = [
  { top: 22, height: 120 },
  { top: 180, height: 86 },
] as const

type Count = (bin: Bin) => number

const highestOf = (bins: readonly Bin[], count: Count): number => Math.max(0, ...bins.map(count))
/** An axis has a length even where nothing stands on it. */
const peakOf = (bins: readonly Bin[], count: Count): number => Math.max(1, highestOf(bins, count))

/** Does an attack fall into this bar? The drawing is no finer than its bars; the exact times stand in the text. */
const isAttacked = ({ campaigns }: CaseDocument, stepMs: number, { start }: Bin): boolean =>
  campaigns.some(({ first, last }) => Date.parse(first) < start + stepMs && Date.parse(last) >= start)

const axes = (
  binned: Bins,
  index: 0 | 1,
  { title, peak }: { readonly title: string; readonly peak: number },
  zone: string,
): { readonly x: object; readonly y: object } => ({
  x: {
    type: 'category',
    gridIndex: index,
    data: binned.bins.map((bin) => tickLabel(bin.start, binned.stepMs, zone)),
    axisLine: { lineStyle: { color: PAINT.base } },
    axisTick: { show: false },
    // The lower panel carries the times for both.
    axisLabel: { show: index === 1, color: PAINT.tick, fontSize: 11, hideOverlap: true },
  },
  y: {
    type: 'value',
    gridIndex: index,
    name: title,
    nameLocation: 'end',
    nameGap: 8,
    nameTextStyle: { color: PAINT.panel, align: 'left', fontSize: 12 },
    minInterval: 1,
    max: peak,
    splitNumber: 3,
    axisLine: { show: false },
    splitLine: { lineStyle: { color: PAINT.grid } },
    axisLabel: { color: PAINT.tick, fontSize: 11, formatter: formatCount },
  },
})

const chartOf = (document: CaseDocument, binned: Bins, options: RenderOptions): ChartOption => {
  const { bins } = binned
  const peaks = [peakOf(bins, (bin) => bin.failures), peakOf(bins, (bin) => bin.successes)] as const
  const upper = axes(binned, 0, { title: say('html.failures', {}, options), peak: peaks[0] }, options.zone)
  const lower = axes(binned, 1, { title: say('html.successes', {}, options), peak: peaks[1] }, options.zone)
  const frame = (panel: 0 | 1): object => ({ type: 'bar', clip: false, xAxisIndex: panel, yAxisIndex: panel })
  /** The attacks' periods as a band over the whole height, behind the bars. */
  const band = (panel: 0 | 1): object => ({
    ...frame(panel),
    silent: true,
    z: 0,
    barWidth: '100%',
    barGap: '-100%',
    itemStyle: { color: PAINT.window },
    data: bins.map((bin) => (isAttacked(document, binned.stepMs, bin) ? peaks[panel] : null)),
  })
  const bar = (panel: 0 | 1, color: string, count: Count): object => ({
    ...frame(panel),
    stack: `${panel}`,
    // The least bar is still seen: one success among thousands of failures is what the reader looks for.
    barMinHeight: 1.5,
    barWidth: '88%',
    barGap: '-100%',
    itemStyle: { color },
    data: bins.map((bin) => count(bin) || null),
  })
  return {
    textStyle: { fontFamily: 'sans-serif' },
    grid: PANELS.map((panel) => ({ left: LEFT, right: RIGHT, ...panel })),
    xAxis: [upper.x, lower.x],
    yAxis: [upper.y, lower.y],
    series: [
      band(0),
      bar(0, PAINT.attack, (bin) => bin.attackAttempts),
      bar(0, PAINT.failure, (bin) => bin.failures - bin.attackAttempts),
      band(1),
      bar(1, PAINT.success, (bin) => bin.successes),
    ],
  } as ChartOption
}

const valuesTable = ({ bins }: Bins, options: RenderOptions): SafeHtml =>
  markup`<details>
    <summary>${say('html.values', {}, options)}</summary>
    ${dataTable(
      [
        say('html.from-time', {}, options),
        say('html.attack-attempts', {}, options),
        say('html.other-failures', {}, options),
        say('html.successes', {}, options),
      ],
      bins
        .filter(({ failures, successes }) => failures + successes > 0)
        .map(({ start, failures, attackAttempts, successes }) => [
          moment(isoOf(start), options.zone),
          attackAttempts,
          failures - attackAttempts,
          successes,
        ]),
    )}
  </details>`

/** Failures above, successes below, each on its own scale; the attacks' periods behind both; the numbers as a table. */
export const activityChart = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const [first] = document.activity ?? []
  if (document.activity === undefined || first === undefined) return markup`<p>${say('html.no-activity', {}, options)}</p>`
  const binned = binActivity(document.activity, offsetMs(Date.parse(first.hour), options.zone))
  const { bins, stepMs } = binned
  const from = bins[0]?.start ?? 0
  const to = (bins.at(-1)?.start ?? 0) + stepMs
  const span = formatDuration(stepMs, options.lang)
  const alt = say(
    'html.activity-alt',
    { from: minuteMoment(isoOf(from), options.zone), to: minuteMoment(isoOf(to), options.zone), span },
    options,
  )
  return markup`<figure>
    <figcaption>
      ${legend(
        [
          ['attack', say('html.attack-attempts', {}, options)],
          ['failure', say('html.other-failures', {}, options)],
          ['success', say('html.successes', {}, options)],
          ...(document.campaigns.length === 0 ? [] : [['window', say('html.attack-window', {}, options)] as const]),
        ],
        say('summary.zone', { zone: zoneLabel(options.zone, document.summary.last) }, options),
      )}
    </figcaption>
    <div class="sheet">
      ${drawnSvg(chartOf(document, binned, options), { width: WIDTH, height: HEIGHT }, alt)}
    </div>
    <p class="note">
      ${say('html.per-bar', { span, failures: highestOf(bins, (bin) => bin.failures), successes: highestOf(bins, (bin) => bin.successes) }, options)}
    </p>
    ${valuesTable(binned, options)}
  </figure>`
}
