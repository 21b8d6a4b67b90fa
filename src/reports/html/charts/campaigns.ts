import { describeCampaign } from '../../../i18n/describe/campaign.ts'
import { legibleNames } from '../../../i18n/describe/legible-names.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import { safeText } from '../../../kernel/safe-text.ts'
import type { CaseCampaign, CaseDocument, RenderOptions } from '../../../model/case.ts'
import { WIDTH } from './axis.ts'
import { pictureOf, type Picture } from './campaign-links.ts'
import type { EntrySource } from './entry-sources.ts'
import { drawnSvg, PAINT, type ChartOption } from './drawn-svg.ts'

const ROW = 20
const TOP = 26
const BOTTOM = 8
const LEFT = 268
const RIGHT = 692
const DOT = 8
const MIDDLE = { id: 'campaign', width: 176, height: 50 } as const
/** Columns of a name beside its dot. */
const NAME_COLUMNS = 34
/** The box of the campaign needs so many rows. */
const FEWEST_ROWS = 3
/** Beyond, the table lists the rest. */
const MOST_CAMPAIGNS = 3

/** Where a column's rows stand, centred on the taller of the two columns. */
const placeOf = (index: number, count: number, most: number): number => TOP + ((most - count) * ROW) / 2 + index * ROW + ROW / 2

interface Column {
  readonly id: string
  readonly x: number
  readonly side: 'left' | 'right'
  readonly symbol: 'circle' | 'rect'
  readonly color: string
}
const SOURCES: Column = { id: 's', x: LEFT, side: 'left', symbol: 'circle', color: PAINT.source }
const ACCOUNTS: Column = { id: 'a', x: RIGHT, side: 'right', symbol: 'rect', color: PAINT.account }

/** The library writes no words beside a symbol that is not there. */
const NO_DOT = { symbol: 'rect', symbolSize: DOT, itemStyle: { color: 'none' } } as const

const heading = ({ id, x, side }: Column, text: string): object => ({
  id,
  value: [x, TOP / 3],
  ...NO_DOT,
  label: { show: true, position: side, distance: 8, color: PAINT.panel, formatter: () => text },
})

/** Names come from the log: made fit to be seen, and given by a function, so that the library reads nothing in them. */
const nodes = ({ id, x, side, symbol, color }: Column, names: readonly string[], dots: number, most: number): object[] =>
  names.map((name, index) => ({
    id: `${id}${index}`,
    value: [x, placeOf(index, names.length, most)],
    ...(index < dots ? { symbol, symbolSize: DOT, itemStyle: { color } } : NO_DOT),
    label: { show: true, position: side, distance: 8, color: PAINT.name, formatter: () => safeText(name, NAME_COLUMNS) },
  }))

const middle = (campaign: CaseCampaign, y: number, options: RenderOptions): object => {
  const lines = [
    `{strong|${safeText(say(`method.${campaign.method}`, {}, options), 26)}}`,
    say('html.campaign-middle', { attempts: campaign.attempts }, options),
    say('html.campaign-ids', { ids: campaign.tried }, options),
  ]
  return {
    id: MIDDLE.id,
    value: [WIDTH / 2, y],
    symbol: 'rect',
    symbolSize: [MIDDLE.width, MIDDLE.height],
    itemStyle: { color: PAINT.middle },
    label: {
      show: true,
      position: 'inside',
      color: PAINT['middle-text'],
      fontSize: 11,
      lineHeight: 14,
      rich: { strong: { color: PAINT.panel, fontSize: 11, lineHeight: 14 } },
      formatter: () => lines.join('\n'),
    },
  }
}

const line = (source: string, target: string, color: string): object => ({ source, target, lineStyle: { color, width: 1.5, opacity: 1 } })

const entryLines = ({ sources }: Picture): object[] =>
  sources.flatMap((source, from) => source.entered.map((to) => line(`s${from}`, `a${to}`, PAINT.entered)))

const campaignLines = (drawn: Picture): object[] => {
  const { sources, accounts, moreSources } = drawn
  const reached = new Set(sources.flatMap((source) => source.entered))
  // An account entered from a source that is not drawn hangs on the campaign itself.
  const loose = accounts.flatMap((_, index) => (reached.has(index) ? [] : [line(MIDDLE.id, `a${index}`, PAINT.entered)]))
  const tried = Array.from({ length: sources.length + (moreSources > 0 ? 1 : 0) }, (_, index) => line(`s${index}`, MIDDLE.id, PAINT.tried))
  return [...tried, ...entryLines(drawn), ...loose]
}

interface Told {
  readonly caption: string
  readonly alt: string
}

/** @param campaign what stands between the two columns; without it only entries are drawn. */
const figure = (
  document: CaseDocument,
  drawn: Picture,
  campaign: CaseCampaign | undefined,
  { caption, alt }: Told,
  options: RenderOptions,
): SafeHtml => {
  const { sources, accounts, moreSources, moreAccounts } = drawn
  const left = [...sources.map(({ name }) => name), ...(moreSources > 0 ? [say('html.more-sources', { count: moreSources }, options)] : [])]
  const right = [
    ...accounts.map(legibleNames(document, NAME_COLUMNS)),
    ...(moreAccounts > 0 ? [say('html.more-accounts', { count: moreAccounts }, options)] : []),
  ]
  const most = Math.max(left.length, right.length, FEWEST_ROWS)
  const height = TOP + most * ROW + BOTTOM
  const chart = {
    textStyle: { fontFamily: 'sans-serif' },
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
    xAxis: { type: 'value', min: 0, max: WIDTH, show: false },
    yAxis: { type: 'value', min: 0, max: height, inverse: true, show: false },
    series: {
      type: 'graph',
      coordinateSystem: 'cartesian2d',
      silent: true,
      data: [
        heading(SOURCES, say('column.sources', {}, options)),
        heading(ACCOUNTS, say('html.entered', {}, options)),
        ...nodes(SOURCES, left, left.length, most),
        ...nodes(ACCOUNTS, right.length > 0 ? right : [say('html.no-entries', {}, options)], right.length, most),
        ...(campaign === undefined ? [] : [middle(campaign, TOP + (most * ROW) / 2, options)]),
      ],
      links: campaign === undefined ? entryLines(drawn) : campaignLines(drawn),
    },
  } as ChartOption
  return markup`<figure>
    <figcaption>${caption}</figcaption>
    <div class="sheet">${drawnSvg(chart, { width: WIDTH, height }, alt)}</div></figure>`
}

const picture = (document: CaseDocument, campaign: CaseCampaign, options: RenderOptions): SafeHtml => {
  const drawn = pictureOf(document, campaign)
  const accounts = drawn.accounts.length + drawn.moreAccounts
  const alt = say(
    'html.campaign-alt',
    { sources: campaign.sources.length, attempts: campaign.attempts, ids: campaign.tried, accounts },
    options,
  )
  return figure(document, drawn, campaign, { caption: describeCampaign(campaign, document, options), alt }, options)
}

/** Accounts entered by somebody who tried nothing: from which addresses. Nothing where there is no such address. */
export const entriesPicture = (document: CaseDocument, entries: readonly EntrySource[], options: RenderOptions): SafeHtml => {
  if (entries.length === 0) return markup``
  const count = { sources: entries.length, accounts: new Set(entries.flatMap(({ accounts }) => accounts)).size }
  const drawn = pictureOf(document, { sources: entries.map(({ source }) => source), compromised: [] })
  const told = { caption: say('html.entries', count, options), alt: say('html.entries-alt', count, options) }
  return figure(document, drawn, undefined, told, options)
}

/** The largest campaigns as pictures: sources on the left, the accounts they entered on the right. */
export const campaignPictures = (document: CaseDocument, options: RenderOptions): SafeHtml[] =>
  document.campaigns
    .toSorted((left, right) => right.compromised.length - left.compromised.length || right.attempts - left.attempts)
    .slice(0, MOST_CAMPAIGNS)
    .map((campaign) => picture(document, campaign, options))
