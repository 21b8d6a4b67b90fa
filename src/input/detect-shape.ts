import type { TextDecoding } from './charset.ts'
import { isNamesOnly, LEAST_NAMES, looksLikeName } from './column-names.ts'
import { holdsRecordsInRows } from './csv-envelope.ts'
import { csvCells, DELIMITERS, hasGuards, isCsvPreamble, isTableRule, normaliseHeader } from './csv-cells.ts'
import { createRowScan } from './csv-row-end.ts'
import type { CsvShapeFound, Delimiter } from './table-rows.ts'
import { EXTENDED_DELIMITER, fieldsDirective, isDirective } from './extended-log.ts'
import { frameJson } from './frame-json.ts'
import { isAuditBlocks } from './audit-blocks.ts'
import { isEventBlocks } from './event-blocks.ts'
import { isEventXml } from './event-xml.ts'
import { journalOf } from './journal-entry.ts'
import { parseJsonText } from './parse-json.ts'
import { SAME_POSITIONS } from './framing.ts'
import type { FrameSink } from './framing.ts'

/** What an input is made of. Lines may be JSON objects, each by itself. */
export type InputShape =
  | { readonly kind: 'json' }
  | { readonly kind: 'lines' }
  | { readonly kind: 'xml' }
  | { readonly kind: 'blocks'; readonly of: 'audits' | 'events' }
  | { readonly kind: 'journal'; readonly as: 'export' | 'verbose' }
  | ({ readonly kind: 'csv' } & CsvShapeFound)

/** Decided on this many bytes of content, however they came in. */
export const HEAD_BYTES = 1 << 16

const NEWLINE = 10
const TAB = 9
const ROWS_LOOKED_AT = 30
/** Share of the rows that must be as wide as the header. */
const FITTING_SHARE = 0.6

/** The first rows of a head, decoded; the last one only when it is complete. */
const firstRows = (head: Buffer, isWhole: boolean, decoding: TextDecoding, delimiter: Delimiter): readonly string[] => {
  const scan = createRowScan(delimiter.charCodeAt(0))
  const rows: string[] = []
  for (let from = 0; from < head.length && rows.length <= ROWS_LOOKED_AT;) {
    scan.restart()
    const found = scan.find(head, from)
    if (found < 0 && !(isWhole && !scan.isQuoted())) break
    const to = found < 0 ? head.length : found
    const row = decoding.decode(head, from, to).replace(/\r$/, '')
    if (row.trim() !== '' && !isCsvPreamble(row) && !(delimiter === '|' && isTableRule(row))) rows.push(row)
    from = to + 1
  }
  return rows
}

const rowsThatFit = (rows: readonly string[], delimiter: Delimiter, width: number): number =>
  rows.filter((row) => csvCells(row, delimiter).length === width).length

/** Rows of the table's width, or of a good part of it: many columns are for rare events. */
const rowsCutShort = (rows: readonly string[], delimiter: Delimiter, width: number): number =>
  rows.filter((row) => {
    const { length } = csvCells(row, delimiter)
    return length <= width && length > Math.max(width / 3, LEAST_NAMES)
  }).length

/** A line of prose has a blank behind each comma; a header hardly ever. */
const isProse = (cells: readonly string[]): boolean => cells.slice(1).every((cell) => cell.startsWith(' '))

/** Is there a column of which each cell is an object? Then two columns, or one, are a table as well. */
const holdsObjects = (rows: readonly string[], delimiter: Delimiter, width: number): boolean => {
  const cells = rows.map((row) => csvCells(row, delimiter))
  const isObject = (text: string | undefined): boolean => text?.startsWith('{') === true && typeof parseJsonText(text) === 'object'
  return (
    cells.length > 0 &&
    cells.every(({ length }) => length === width) &&
    Array.from({ length: width }, (_, at) => at).some((at) => cells.every((row) => isObject(row[at])))
  )
}

/** Titles that screens put above their table: some rows, each with fewer cells than the header. */
const MOST_TITLES = 15

/** Cells of a row that have something in them; a spreadsheet fills titles up with empty ones. */
const filledCells = (row: string, delimiter: Delimiter): number => csvCells(row, delimiter).filter((cell) => cell.trim() !== '').length

/** Rows up to the names of another table's columns. */
const ofOneTable = (rows: readonly string[], delimiter: Delimiter): readonly string[] => {
  const other = rows.findIndex((row) => isNamesOnly(csvCells(row, delimiter)))
  return other > 0 ? rows.slice(0, other) : rows
}

const tableUnder = (rows: readonly string[], titles: number, delimiter: Delimiter): InputShape | undefined => {
  const header = rows[titles]
  if (header === undefined) return undefined
  const cells = csvCells(header, delimiter)
  const body = ofOneTable(rows.slice(titles + 1), delimiter)
  const named = cells.filter(looksLikeName).length
  const empty = cells.filter((cell) => cell.trim() === '').length
  if (named < LEAST_NAMES && !holdsRecordsInRows(normaliseHeader(cells)) && !holdsObjects(body, delimiter, cells.length)) return undefined
  if (named + empty < cells.length || ((body.length === 0 || titles > 0) && isProse(cells))) return undefined
  if (titles > 0 && (body.length < Math.max(2, titles / 2) || rows.slice(0, titles).some((row) => filledCells(row, delimiter) >= named)))
    return undefined
  const found = {
    kind: 'csv',
    delimiter,
    header: undefined,
    ...(titles === 0 ? {} : { titles }),
    ...(body.some(hasGuards) ? { isGuarded: true as const } : {}),
  } as const
  const fitting = body.length * FITTING_SHARE
  if (rowsThatFit(body, delimiter, cells.length) >= fitting) return found
  // A spreadsheet writes no cells for what is empty at the end of a row.
  if (named === cells.length && rowsCutShort(body, delimiter, cells.length) === body.length) return found
  // Event Viewer names no column for the message.
  return rowsThatFit(body, delimiter, cells.length + 1) >= fitting ? { ...found, isLastNameless: true } : undefined
}

/** Names of groups of columns stand above the names of columns: the row below names every one. */
const isGroupRow = (rows: readonly string[], at: number, delimiter: Delimiter): boolean => {
  const groups = csvCells(rows[at] ?? '', delimiter)
  const names = csvCells(rows[at + 1] ?? '', delimiter)
  return groups.length === names.length && groups.some((cell) => cell.trim() === '') && names.every(looksLikeName)
}

const csvWithHeader = (head: Buffer, isWhole: boolean, decoding: TextDecoding): InputShape | undefined => {
  const rowsBy = DELIMITERS.map((delimiter) => [delimiter, firstRows(head, isWhole, decoding, delimiter)] as const)
  for (let titles = 0; titles <= MOST_TITLES; titles++) {
    for (const [delimiter, rows] of rowsBy) {
      // Bars under headings are a page of Markdown.
      const isTitled = titles > 0 && delimiter === '|'
      const table = isTitled || isGroupRow(rows, titles, delimiter) ? undefined : tableUnder(rows, titles, delimiter)
      if (table !== undefined) return table
    }
  }
  return undefined
}

/** The columns of an extended log: those of the first `#Fields:` among the directives that it begins with. */
const extendedColumns = (head: Buffer, decoding: TextDecoding): readonly string[] | undefined => {
  for (let from = 0; from < head.length;) {
    const newline = head.indexOf(NEWLINE, from)
    const line = newline < 0 ? '' : decoding.decode(head, from, newline).trimEnd()
    if (!isDirective(line)) return undefined
    const names = fieldsDirective(line)
    // What is separated by tabs is a table of another kind.
    if (names !== undefined) return head.subarray(newline + 1, newline + 400).includes(TAB) ? undefined : names
    from = newline + 1
  }
  return undefined
}

/** The header of a table, offered to parts of the same folder that have none. */
export interface CsvHeaderHint {
  readonly path: string
  /** Folder of the table; parts elsewhere do not take it. */
  readonly folder: string
  readonly delimiter: Delimiter
  readonly columns: readonly string[]
}

/** The header of the table that this head begins, or undefined. */
export const headerOf = (
  head: Buffer,
  isWhole: boolean,
  decoding: TextDecoding,
): Pick<CsvHeaderHint, 'delimiter' | 'columns'> | undefined => {
  const extended = extendedColumns(head, decoding)
  if (extended !== undefined) return { delimiter: EXTENDED_DELIMITER, columns: normaliseHeader(extended) }
  const shape = csvWithHeader(head, isWhole, decoding)
  if (shape?.kind !== 'csv') return undefined
  const first = firstRows(head, isWhole, decoding, shape.delimiter)[shape.titles ?? 0] ?? ''
  const columns = normaliseHeader(csvCells(first, shape.delimiter))
  return { delimiter: shape.delimiter, columns: shape.isLastNameless === true ? [...columns, ''] : columns }
}

const csvOfSibling = (head: Buffer, isWhole: boolean, decoding: TextDecoding, hints: readonly CsvHeaderHint[]): CsvHeaderHint | undefined =>
  hints.find(({ delimiter, columns }) => {
    const rows = firstRows(head, isWhole, decoding, delimiter)
    return rows.length > 0 && rowsThatFit(rows, delimiter, columns.length) >= rows.length * FITTING_SHARE
  })

interface JsonTrial {
  objects: number
  broken: number
  /** Damage that does not begin like JSON: lines of text in between. */
  stray: number
  isMultiLine: boolean
}

const tryJson = (head: Buffer, decoding: TextDecoding): JsonTrial => {
  const trial: JsonTrial = { objects: 0, broken: 0, stray: 0, isMultiLine: false }
  const sink: FrameSink = {
    json: (value, { start, end }) => {
      if (typeof value === 'object') trial.objects++
      trial.isMultiLine ||= head.subarray(start, end).includes(10)
    },
    run: () => undefined,
    csv: () => undefined,
    aside: () => undefined,
    text: () => undefined,
    note: () => undefined,
    reject: (why, { start }) => {
      if (why === 'bad-json') trial.broken++
      if (why === 'bad-json' && head[start] !== 0x7b && head[start] !== 0x5b) trial.stray++
    },
  }
  frameJson({ sink, decoding, positions: SAME_POSITIONS, cap: head.length }).feed(head, 0, true)
  return trial
}

// `{cps.web:1475}` and `[Fri Mar 12` begin like JSON and are not.
const JSON_START = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]]|$))/

const isJson = (head: Buffer, decoding: TextDecoding): boolean => {
  const start = head
    .subarray(0, 4096)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?(?:[\s\x1e]|#[^\n]*\n|\/\/[^\n]*\n)*/, '')
  if (!JSON_START.test(start)) return false
  const { objects, broken, stray, isMultiLine } = tryJson(head, decoding)
  if (objects === 0) return broken === 0
  return stray === 0 || isMultiLine
}

/**
 * What an input is made of, by its first bytes (at most HEAD_BYTES, without byte order mark). `isWhole`: there is no more.
 * A table without a header is one only when a sibling's header has as many columns.
 */
export const detectShape = (
  head: Buffer,
  isWhole: boolean,
  decoding: TextDecoding,
  hints: readonly CsvHeaderHint[],
): { readonly shape: InputShape; readonly headerFrom?: string } => {
  if (isEventXml(head)) return { shape: { kind: 'xml' } }
  if (isAuditBlocks(head)) return { shape: { kind: 'blocks', of: 'audits' } }
  if (isEventBlocks(head)) return { shape: { kind: 'blocks', of: 'events' } }
  const journal = journalOf(head)
  if (journal !== undefined) return { shape: { kind: 'journal', as: journal } }
  if (isJson(head, decoding)) return { shape: { kind: 'json' } }
  if (extendedColumns(head, decoding) !== undefined) return { shape: { kind: 'csv', delimiter: EXTENDED_DELIMITER, header: undefined } }
  const table = csvWithHeader(head, isWhole, decoding)
  if (table !== undefined) return { shape: table }
  const sibling = csvOfSibling(head, isWhole, decoding, hints)
  if (sibling === undefined) return { shape: { kind: 'lines' } }
  return { shape: { kind: 'csv', delimiter: sibling.delimiter, header: sibling.columns }, headerFrom: sibling.path }
}
