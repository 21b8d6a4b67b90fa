import { isUtf8 } from 'node:buffer'
import { createDecoding } from './charset.ts'
import { holdsRecordsInRows, recordColumn } from './csv-envelope.ts'
import { readHead } from './csv-header-hints.ts'
import { HEAD_BYTES, headerOf } from './detect-shape.ts'
import type { LinePlan } from '../model/line-plan.ts'
import type { SourceFile } from './source.ts'

const JSON_START = /^(?:\xef\xbb\xbf)?[\s\x1e]*[[{]/
const NEWLINE = 10

/** Of a cell that is an object. */
const OBJECT_IN_CELL = '"{""'

/** A table of which the rows are the records, or the objects in one column. */
const isScannedTable = (head: Buffer): boolean => {
  // Of the last line, the last letter may be cut in two.
  if (!isUtf8(head.subarray(0, head.lastIndexOf(NEWLINE) + 1))) return false
  const decoding = createDecoding('auto', head)
  decoding.prepare(head)
  const columns = headerOf(head, head.length < HEAD_BYTES, decoding)?.columns
  if (columns === undefined) return false
  return recordColumn(columns) === undefined ? !holdsRecordsInRows(columns) : head.includes(OBJECT_IN_CELL)
}

/** By its first bytes: will the scanner read most of its records? JSON, tables of rows or objects, lines with a plan. */
export const isScannable = async (source: SourceFile, plans: readonly LinePlan[]): Promise<boolean> => {
  const head = (await readHead(source).catch(() => Buffer.alloc(0))).subarray(0, HEAD_BYTES)
  return (
    JSON_START.test(head.toString('latin1', 0, 256)) ||
    plans.some(({ signs }) => signs.some((sign) => head.includes(sign))) ||
    isScannedTable(head)
  )
}
