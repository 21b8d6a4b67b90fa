import { LEAST_NAMES } from './column-names.ts'
import { csvCells, DELIMITERS, isCsvPreamble, isTableRule, normaliseHeader } from './csv-cells.ts'
import { holdsRecordsInRows, recordColumn } from './csv-envelope.ts'
import { EXTENDED_DELIMITER, fieldsDirective, isDirective } from './extended-log.ts'
import type { FramerContext, Span } from './framing.ts'
import { isAsideOfTable } from './no-record.ts'
import { createTableGap } from './table-gap.ts'

export type Delimiter = (typeof DELIMITERS)[number] | typeof EXTENDED_DELIMITER

export interface CsvShapeFound {
  readonly delimiter: Delimiter
  /** Normalised, from a sibling; undefined: the first row is the header. */
  readonly header: readonly string[] | undefined
  /** Rows have one cell more than the header names. */
  readonly isLastNameless?: true
  /** Rows above the header. */
  readonly titles?: number
  /** Cells stand in formulas (`="00123"`): only whole rows of text are read without them. */
  readonly isGuarded?: true
}

/** Tables that a database's client draws for the eye have blanks around their cells. */
const isDrawn = (header: string): boolean => /\S +\| +\S/.test(header)

/** Fits a row to its header: short rows lost empty cells at the end, long ones may have gained some. */
const fitCells = (cells: string[], width: number): readonly string[] | undefined => {
  if (cells.length === width) return cells
  if (cells.length < width) return cells.length > 1 ? [...cells, ...Array.from({ length: width - cells.length }, () => '')] : undefined
  return cells.slice(width).every((cell) => cell === '') ? cells.slice(0, width) : undefined
}

/** What rows of text are: titles, the header, and what stands under it. */
export interface TableRows {
  /** @param isCut it is the last row, and has no line end */
  readonly deliver: (text: string, span: () => Span, isCut: boolean) => void
  /** There are no more. */
  readonly finish: () => void
  /** Are rows under the header read in part? Not those that hold a record of their own, unless a cell is that record, nor what may begin another table. */
  readonly isScanned: () => boolean
}

export const createTableRows = ({ sink, scanner }: FramerContext, shape: CsvShapeFound): TableRows => {
  let header = shape.header
  let titles = shape.titles ?? 0
  let isScanned = false
  let isPadded = false
  const openTable = (columns: readonly string[]): void => {
    header = columns
    const record = recordColumn(columns)
    isScanned =
      !isPadded &&
      shape.isGuarded !== true &&
      (record !== undefined || !holdsRecordsInRows(columns)) &&
      scanner?.openTable({ columns, delimiter: shape.delimiter, ...(record === undefined ? {} : { record }) }) === true
  }
  if (header !== undefined) openTable(header)
  const headerFrom = (cells: string[]): readonly string[] => normaliseHeader(shape.isLastNameless === true ? [...cells, ''] : cells)
  const isHeader = (cells: string[]): boolean => header !== undefined && headerFrom(cells).join('\n') === header.join('\n')

  const isExtended = shape.delimiter === EXTENDED_DELIMITER
  /** A server writes them anew when it starts; its columns may have been chosen anew meanwhile, and the scanner knows one table. */
  const follow = (directive: string): void => {
    const names = fieldsDirective(directive)
    const columns = names && normaliseHeader(names)
    if (columns === undefined || columns.join('\n') === header?.join('\n')) return
    if (header === undefined) return openTable(columns)
    header = columns
    isScanned = false
  }

  const isBetweenRows = (text: string): boolean => text.trim() === '' || (shape.delimiter === '|' && isTableRule(text))
  /** Rows of a spreadsheet that are empty are nothing but delimiters. */
  const isEmptyRow = (cells: readonly string[]): boolean => cells.length > 1 && cells.every((cell) => cell === '')
  const cellsOf = (text: string): string[] => {
    const cells = csvCells(text, shape.delimiter)
    return isPadded ? cells.map((cell) => cell.trim()) : cells
  }
  const deliverHead = (text: string): void => {
    if (isCsvPreamble(text)) return
    if (titles > 0) {
      titles--
      return sink.aside(text)
    }
    isPadded = shape.delimiter === '|' && isDrawn(text)
    openTable(headerFrom(cellsOf(text)))
  }

  const gap = createTableGap()
  /** Takes what stands behind a gap and is no row of the table that it ended. */
  const takeBehindGap = (cells: string[], width: number, span: () => Span): boolean => {
    if (!gap.isOpen() || isExtended || width < LEAST_NAMES) return false
    const at = span()
    const found = gap.look(cells, isHeader(cells), () => sink.reject('bad-csv', at, `1/${width}`))
    if (found !== 'columns') return found === 'title'
    header = headerFrom(cells)
    // The scanner knows one table.
    isScanned = false
    return true
  }

  const deliver = (text: string, span: () => Span, isCut: boolean): void => {
    if (isBetweenRows(text)) return gap.open()
    if (isExtended && isDirective(text)) return follow(text)
    if (header === undefined) return deliverHead(text)
    const cells = cellsOf(text)
    if (isAsideOfTable(text, cells, header.length)) return sink.aside(text)
    if (isEmptyRow(cells)) return gap.open()
    if (takeBehindGap(cells, header.length, span)) return
    if (isCut && cells.length < header.length) return sink.reject('truncated', span())
    const fitted = isExtended && cells.length !== header.length ? undefined : fitCells(cells, header.length)
    if (fitted === undefined) return sink.reject('bad-csv', span(), `${cells.length}/${header.length}`)
    // Files that were put together repeat it.
    if (cells[0]?.trim().toLowerCase() === header[0]?.toLowerCase() && isHeader(cells)) return
    sink.csv(fitted, header, span())
  }
  return { deliver, finish: gap.close, isScanned: () => isScanned && !gap.isOpen() }
}
