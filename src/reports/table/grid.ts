import { createRequire } from 'node:module'
import type Table from 'cli-table3'
import { displayWidth, padStart, wrap } from '../../kernel/text-width.ts'
import type { Palette } from './paint.ts'

/** A column: `min` is the width below which it is not squeezed; `paint` colours a whole cell after wrapping. */
export interface Column {
  readonly title: string
  readonly min: number
  readonly right?: boolean
  readonly paint?: (line: string, row: number) => string
}

/** Loaded by the first table: an output without one must not pay for it. */
const loadTable = (): typeof Table => createRequire(import.meta.url)('cli-table3')

const GAP = 2
const INDENT = 2
/** Two wide characters: below that nothing can be read. */
const NARROWEST = 4

/** No frames: they cost columns, and box-drawing characters are two wide in some Japanese terminals. */
const FRAMELESS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: ' '.repeat(INDENT),
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)

/**
 * Column widths that fit `width`: the content's where there is room, otherwise what lies above the least is shared: whole titles if they fit
 * (`titles`), else `min` alone, since an address that is broken is read as another; on a very narrow terminal `min` shrinks too.
 */
export const fitColumns = (natural: readonly number[], min: readonly number[], width: number, titles: readonly number[] = []): number[] => {
  const room = Math.max(natural.length * NARROWEST, width - INDENT - GAP * (natural.length - 1))
  const floorOf = (least: readonly number[]): readonly number[] => natural.map((wanted, index) => Math.min(wanted, least[index] ?? wanted))
  const whole = floorOf(min.map((least, index) => Math.max(least, titles[index] ?? 0)))
  const floor = sum(whole) <= room ? whole : floorOf(min)
  const spare = room - sum(floor)
  if (spare < 0) return floor.map((part) => Math.max(NARROWEST, Math.floor((part * room) / sum(floor))))
  const wish = natural.map((wanted, index) => wanted - (floor[index] ?? 0))
  const share = sum(wish) <= spare ? 1 : spare / sum(wish)
  return floor.map((part, index) => part + Math.floor((wish[index] ?? 0) * share))
}

/** Rows as aligned columns of at most `width`; cells are safe text (their `\n` break lines) and are wrapped, never cut. */
export const grid = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number, palette: Palette): string[] => {
  const natural = columns.map(({ title }, index) =>
    Math.max(displayWidth(title), ...rows.flatMap((row) => (row[index] ?? '').split('\n').map(displayWidth))),
  )
  const widths = fitColumns(
    natural,
    columns.map(({ min }) => min),
    width,
    columns.map(({ title }) => displayWidth(title)),
  )
  const table = new (loadTable())({
    chars: FRAMELESS,
    colWidths: widths,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  const isTight = widths.some((given, index) => given < (natural[index] ?? 0))
  table.push(
    columns.map(({ title }, index) =>
      wrap(title, widths[index] ?? 1)
        .map(palette.strong)
        .join('\n'),
    ),
    widths.map((size) => palette.faint('-'.repeat(size))),
  )
  for (const [number, row] of rows.entries()) {
    if (isTight && number > 0) table.push(widths.map(() => ''))
    table.push(
      columns.map(({ right, paint }, index) => {
        const size = widths[index] ?? 1
        return (row[index] ?? '')
          .split('\n')
          .flatMap((part) => wrap(part, size))
          .map((line) => {
            const placed = right ? padStart(line, size) : line
            return paint === undefined ? placed : paint(placed, number)
          })
          .join('\n')
      }),
    )
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}
