import { normaliseIp } from '../../kernel/ip.ts'
import { parseTime } from '../../kernel/time.ts'
import type { SampleTable } from './table.ts'

const LEAST_CELLS = 4
/** Share of the lines that must be alike: the last ones may be a summary. */
const ALIKE = 0.8
/** What may stand between cells, with the class of what is none of it. */
const SIGNS = [',', '|', '\t', ';'] as const

const isTime = (cell: string): boolean => !Number.isNaN(parseTime(cell, 'any', { zone: 'UTC', year: () => 1970 }))

/** A cell that is a time or an address all by itself: lines of a text log have none. */
const isValue = (cell: string): boolean => normaliseIp(cell) !== undefined || isTime(cell)

/** Rows of a table of which nobody says what the columns are, with a pattern that names them by their numbers. */
export interface HeadlessTable {
  readonly table: SampleTable
  readonly delimiter: string
  /** Lines above the first row: a title, a legend. */
  readonly above: readonly string[]
  readonly pattern: string
}

/** Signs that a pattern writes in another way. */
const ESCAPED: Readonly<Record<string, string>> = { '|': '\\|', '\t': '\\t' }

/** Cells between signs that stand outside quotes. */
const cellsOf = (line: string, sign: string): readonly string[] =>
  line.split(new RegExp(`${ESCAPED[sign] ?? sign}(?=(?:[^"]*"[^"]*")*[^"]*$)`)).map((cell) => cell.replace(/^"(.*)"$/, '$1'))

const aboveRows = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => SIGNS.some((sign) => cellsOf(line, sign).some(isValue)))
  return lines.slice(0, Math.max(first, 0))
}

const tableBy = (lines: readonly string[], sign: string): HeadlessTable | undefined => {
  const rows = lines.map((line) => cellsOf(line, sign))
  const width = rows.find((cells) => cells.length >= LEAST_CELLS && cells.some(isValue))?.length ?? 0
  const alike = rows.filter((cells) => cells.length === width && cells.some(isValue))
  if (width < LEAST_CELLS || alike.length < rows.length * ALIKE) return undefined
  const names = Array.from({ length: width }, (_, at) => `c${at + 1}`)
  const quote = lines.some((line) => line.includes('"')) ? '"?' : ''
  const parts = names.map((name) => `${quote}(?<${name}>[^${sign}"]*)${quote}`)
  const filled = alike.map((cells) => new Map(names.flatMap((name, at) => (cells[at]?.trim() ? [[name, cells[at]] as const] : []))))
  return {
    table: { kind: 'csv', names, rows: filled },
    delimiter: sign,
    above: aboveRows(lines),
    pattern: `^${parts.join(ESCAPED[sign] ?? sign)}$`,
  }
}

/** Are these lines rows of a table without its header? */
export const headlessTable = (lines: readonly string[]): HeadlessTable | undefined => {
  for (const sign of SIGNS) {
    const found = lines.length === 0 ? undefined : tableBy(lines, sign)
    if (found !== undefined) return found
  }
  return undefined
}
