import { createRequire } from 'node:module'
import type Table from 'cli-table3'
import { chunksOf } from '../../kernel/chunks.ts'
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

/** Rows that are laid out together: the library compares every row with every other, which takes minutes for thirty thousand of them. */
const ROWS_AT_ONCE = 25

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

const widest = (title: string, cells: readonly string[]): number =>
  cells.reduce((most, cell) => cell.split('\n').reduce((wide, part) => Math.max(wide, displayWidth(part)), most), displayWidth(title))

/** Rows of cells that fit their columns, as text: without frames, parts below each other are one table. */
const layOut = (rows: readonly (readonly string[])[], widths: number[]): readonly string[] => {
  const table = new (loadTable())({
    chars: FRAMELESS,
    colWidths: widths,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
}

/** The lines of a grid, some rows at a time: whoever reads a long one need not wait for its end. */
export function* gridPieces(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
  palette: Palette,
): Generator<readonly string[]> {
  const natural = columns.map(({ title }, index) =>
    widest(
      title,
      rows.map((row) => row[index] ?? ''),
    ),
  )
  const widths = fitColumns(
    natural,
    columns.map(({ min }) => min),
    width,
    columns.map(({ title }) => displayWidth(title)),
  )
  const isTight = widths.some((given, index) => given < (natural[index] ?? 0))
  const head = [
    columns.map(({ title }, index) =>
      wrap(title, widths[index] ?? 1)
        .map(palette.strong)
        .join('\n'),
    ),
    widths.map((size) => palette.faint('-'.repeat(size))),
  ]
  const linesOf = (row: readonly string[], number: number): readonly (readonly string[])[] => [
    ...(isTight && number > 0 ? [widths.map(() => '')] : []),
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
  ]
  yield layOut(head, widths)
  let number = 0
  for (const part of chunksOf(rows, ROWS_AT_ONCE)) {
    yield layOut(
      part.flatMap((row) => linesOf(row, number++)),
      widths,
    )
  }
}

/** Rows as aligned columns of at most `width`; cells are safe text (their `\n` break lines) and are wrapped, never cut. */
export const grid = (columns: readonly Column[], rows: readonly (readonly string[])[], width: number, palette: Palette): string[] =>
  [...gridPieces(columns, rows, width, palette)].flat()
