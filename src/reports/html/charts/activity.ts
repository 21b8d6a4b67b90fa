import { minuteMoment, moment, zoneLabel } from '../../../i18n/describe/moment.ts'
import { formatCount, formatDuration } from '../../../i18n/quantity.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../../model/case.ts'
import { isoOf, offsetMs, round, timeAxis, WIDTH, xOf, type TimeScale } from './axis.ts'
import { binActivity, type Bin, type Bins } from './bins.ts'
import { legend } from './legend.ts'
import { dataTable } from '../table.ts'

const LEFT = 64
const PANEL = { failures: { top: 14, height: 130 }, successes: { top: 176, height: 90 } } as const
const HEIGHT = 296

type Count = (bin: Bin) => number

const peakOf = (bins: readonly Bin[], count: Count): number => Math.max(1, ...bins.map(count))

interface Panel {
  readonly top: number
  readonly height: number
  readonly peak: number
}

/** Stacked bars from the panel's floor up. */
const bars = (
  { bins, stepMs }: Bins,
  scale: TimeScale,
  panel: Panel,
  parts: readonly (readonly [css: string, count: Count])[],
): SafeHtml[] =>
  bins.flatMap((bin) => {
    const x = xOf(scale, bin.start)
    const width = Math.max(1, round(xOf(scale, bin.start + stepMs) - x - 1))
    let floor = panel.top + panel.height
    return parts.flatMap(([css, count]) => {
      const value = count(bin)
      if (value === 0) return []
      // The least bar is still seen: one success among thousands of failures is what the reader looks for.
      const height = Math.max(1.5, round((value / panel.peak) * panel.height))
      floor = round(floor - height)
      return [markup`<rect class="${css}" x="${x}" y="${floor}" width="${width}" height="${height}" />`]
    })
  })

const frame = (scale: TimeScale, { top, height, peak }: Panel, title: string): SafeHtml =>
  markup` <line class="base" x1="${scale.left}" y1="${top + height}" x2="${scale.right}" y2="${top + height}" />
    <text class="tick" x="${LEFT - 6}" y="${top + 9}" text-anchor="end">${formatCount(peak)}</text>
    <text class="tick" x="${LEFT - 6}" y="${top + height}" text-anchor="end">0</text>
    <text class="panel" x="${scale.left}" y="${top - 3}">${title}</text>`

const windows = ({ campaigns }: CaseDocument, scale: TimeScale): SafeHtml[] =>
  campaigns.map(({ first, last }) => {
    const x = xOf(scale, Date.parse(first))
    const width = Math.max(2, round(xOf(scale, Date.parse(last)) - x))
    return markup`<rect
      class="window"
      x="${x}"
      y="${PANEL.failures.top}"
      width="${width}"
      height="${PANEL.successes.top + PANEL.successes.height - PANEL.failures.top}"
    />`
  })

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
  const scale = { from, to, left: LEFT, right: WIDTH - 8 }
  const failures = { ...PANEL.failures, peak: peakOf(bins, (bin) => bin.failures) }
  const successes = { ...PANEL.successes, peak: peakOf(bins, (bin) => bin.successes) }
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
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${alt}">
        ${windows(document, scale)}${timeAxis(scale, PANEL.failures.top, PANEL.successes.top + PANEL.successes.height, options.zone)}${bars(
          binned,
          scale,
          failures,
          [
            ['attack', (bin) => bin.attackAttempts],
            ['failure', (bin) => bin.failures - bin.attackAttempts],
          ],
        )}${bars(binned, scale, successes, [['success', (bin) => bin.successes]])}${frame(scale, failures, say('html.failures', {}, options))}${frame(scale, successes, say('html.successes', {}, options))}
      </svg>
    </div>
    <p class="note">
      ${say('html.per-bar', { span, failures: peakOf(bins, (bin) => bin.failures), successes: peakOf(bins, (bin) => bin.successes) }, options)}
    </p>
    ${valuesTable(binned, options)}
  </figure>`
}
