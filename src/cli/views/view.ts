import { padEnd } from '../../kernel/text-width.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { RenderOptions } from '../../model/case.ts'
import { createPalette, type Palette } from '../../reports/table/paint.ts'
import { paragraph } from '../../reports/table/flow.ts'
import { wantsColor, widthOf, type Io } from '../io.ts'
import type { SayOptions } from '../../i18n/translate.ts'

/** How a command's own page is laid out: language, zone, columns and colours. */
export interface View extends SayOptions {
  /** For sentences: the terminal's, as far as a line can be read. */
  readonly width: RenderOptions['width']
  /** For tables: all of the terminal's. */
  readonly columns: number
  readonly palette: Palette
}

/** Wider than this a line is hard to read, whatever the window. */
const WIDEST = 120
const NARROWEST = 40

export const viewOf = (io: Io, wording: SayOptions): View => {
  const columns = Math.max(NARROWEST, widthOf(io.stdout, io.env))
  return { ...wording, columns, width: Math.min(WIDEST, columns), palette: createPalette(wantsColor(io.stdout, io.env)) }
}

const LABEL_WIDTH = 17

/** `label   text`, wrapped and hanging under its first line; the text may come from a log. */
export const row = (label: string, text: string, { width, palette }: View): readonly string[] => {
  const lines = paragraph(`  ${padEnd(label, LABEL_WIDTH)}`, safeText(text), width)
  // A line that starts with a mark is one that must not be missed.
  return text.startsWith('!') ? lines.map(palette.warning) : lines
}

/** Several texts under one label. */
export const rows = (label: string, texts: readonly string[], view: View): readonly string[] =>
  texts.flatMap((text, index) => row(index === 0 ? label : '', text, view))

export const joinLines = (lines: readonly string[]): string => `${lines.join('\n')}\n`

/** Ids are copied into command lines: a column of them is never broken. */
export const longestId = (all: readonly { readonly id: string }[]): number => Math.max(...all.map(({ id }) => id.length))
