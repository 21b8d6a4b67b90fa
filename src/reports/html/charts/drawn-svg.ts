import { createRequire } from 'node:module'
import type * as ECharts from 'echarts'
import { escapeHtml, trusted, type SafeHtml } from '../../../kernel/safe-html.ts'

type Library = Pick<typeof ECharts, 'init'>
export type ChartOption = ECharts.EChartsOption

/** Loaded only when a chart is drawn: a run that writes no report must not pay for the library. One file is read faster than its parts. */
const library = (): Library => createRequire(import.meta.url)('echarts/dist/echarts.min.js') as Library

/**
 * Colours that stand for classes of the style sheet, which knows light, dark and paper; the page's policy allows no style
 * in the drawing itself.
 */
export const PAINT = {
  attack: '#a00001',
  failure: '#a00002',
  success: '#a00003',
  window: '#a00004',
  grid: '#a00005',
  base: '#a00006',
  tick: '#a00007',
  panel: '#a00008',
  name: '#a00009',
  tried: '#a00010',
  entered: '#a00011',
  source: '#a00012',
  account: '#a00013',
  middle: '#a00014',
  'middle-text': '#a00015',
  'risk-high': '#a00016',
  'risk-middle': '#a00017',
  'risk-low': '#a00018',
  'mark-change': '#a00019',
  'mark-loss': '#a00020',
} as const
const CLASS_OF = new Map<string, string>(Object.entries(PAINT).map(([name, color]) => [color, name]))

const asClass = (tag: string): string => {
  const color = /(?:fill|stroke)="(#a000\d\d)"/.exec(tag)?.[1] ?? ''
  const name = CLASS_OF.get(color)
  if (name === undefined) return tag
  return tag.replace(/ (?:fill|stroke)="#a000\d\d"/g, '').replace(/^<(\w+)/, `<$1 class="${name}"`)
}

/** Without the library's own styles, hover classes and running numbers: the same chart is the same text. */
const cleaned = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:style|class|pointer-events|xmlns:xlink|xml:space|version|baseProfile|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\n?/, '')
    .replace(/<[a-z][^>]*>/g, asClass)

/** A chart as SVG, drawn when the report is written; readable without a script. */
export const drawnSvg = (option: ChartOption, size: { readonly width: number; readonly height: number }, alt: string): SafeHtml => {
  const chart = library().init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    chart.setOption({ animation: false, ...option })
    const open = `<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeHtml(alt)}">`
    return trusted(cleaned(chart.renderToSVGString()).replace(/^<svg [^>]*>/, open))
  } finally {
    chart.dispose()
  }
}
