import { describePreface, describeSummary, type SummaryEntry } from '../../i18n/describe/summary.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import { displayWidth, padEnd } from '../../kernel/text-width.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { flow, hanging } from './flow.ts'
import type { Palette } from './paint.ts'

/** What a responder can take in at once, and what fits above the fold (reference: at most 30 lines of 80 columns). */
const MOST_LINES = 30
/** Columns of one step in the summary; its full text stands in the checklist. */
const STEP_COLUMNS = 70
const ITEM_COLUMNS = 400
/** Less of a caveat tells nothing; then a line more is better. */
const LEAST_COLUMNS = 20
const PROGRAM = 'ashiato'

interface Block {
  readonly entry: SummaryEntry
  readonly items: readonly string[]
  readonly lines: readonly string[]
}

/** For how many a step is stands at its end, where a cut would take it away first. */
const COUNT_AT_END = / ?\([^()]*\d[^()]*\)$/

const shortStep = (text: string, columns: number): string => {
  const count = safeText(COUNT_AT_END.exec(text)?.[0] ?? '')
  const room = columns - displayWidth(count)
  if (count === '' || displayWidth(safeText(text)) <= columns || room < LEAST_COLUMNS) return safeText(text, columns)
  return safeText(text.replace(COUNT_AT_END, ''), room) + count
}

const blockOf = (entry: SummaryEntry, labelWidth: number, width: number, paint: (label: string) => string): Block => {
  const items = entry.items.map((item) =>
    entry.id === 'now' ? shortStep(item, Math.min(STEP_COLUMNS, width - labelWidth)) : safeText(item, ITEM_COLUMNS),
  )
  const lines = flow(items, entry.separator, width - labelWidth)
  return { entry, items, lines: hanging(paint(padEnd(entry.label, labelWidth)), lines) }
}

/** The caveats cut so that the whole keeps to its lines; what is left out is counted, never silent, and the first one is never left out whole. */
const shortenCaveats = (
  entry: SummaryEntry,
  surplus: number,
  linesOf: (entry: SummaryEntry) => number,
  options: RenderOptions,
): SummaryEntry => {
  const target = Math.max(1, linesOf(entry) - surplus)
  const more = (kept: number): readonly string[] =>
    kept === entry.items.length ? [] : [`! ${say('caveat.more', { count: entry.items.length - kept }, options)}`]
  for (let kept = entry.items.length - 1; kept > 0; kept--) {
    const shorter = { ...entry, items: [...entry.items.slice(0, kept), ...more(kept)] }
    if (linesOf(shorter) <= target) return shorter
  }
  for (let columns = target * options.width; columns > LEAST_COLUMNS; columns--) {
    const shorter = { ...entry, items: [safeText(entry.items[0] ?? '', columns), ...more(1)] }
    if (linesOf(shorter) <= target) return shorter
  }
  return { ...entry, items: [...entry.items.slice(0, 1), ...more(1)] }
}

/** The summary as at most thirty lines where a terminal has eighty columns: what to know first, then the answer, then the numbers, then what to do. */
export const summaryLines = (document: CaseDocument, options: RenderOptions, palette: Palette): string[] => {
  const entries = describeSummary(document, options)
  const labelWidth = Math.max(displayWidth(PROGRAM), ...entries.map(({ label }) => displayWidth(label))) + 2
  const preface = hanging(
    palette.strong(padEnd(PROGRAM, labelWidth)),
    flow(
      describePreface(document.summary, options).map((item) => safeText(item)),
      '  ',
      options.width - labelWidth,
    ),
  )
  const block = (entry: SummaryEntry): Block =>
    blockOf(entry, labelWidth, options.width, entry.id === 'caveats' ? palette.warning : palette.strong)
  const total = (some: readonly SummaryEntry[]): number => preface.length + some.reduce((sum, entry) => sum + block(entry).lines.length, 0)
  const surplus = total(entries) - MOST_LINES
  const isTooLong = ({ id }: SummaryEntry): boolean => surplus > 0 && id === 'caveats'
  const fitted = entries.map((entry) =>
    isTooLong(entry) ? shortenCaveats(entry, surplus, (other) => block(other).lines.length, options) : entry,
  )
  return [...preface, ...fitted.flatMap((entry) => block(entry).lines)]
}
