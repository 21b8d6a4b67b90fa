import { isUtf8 } from 'node:buffer'
import { createDecoding } from './charset.ts'
import { holdsRecordsInRows } from './csv-envelope.ts'
import { readHead } from './csv-header-hints.ts'
import { HEAD_BYTES, headerOf } from './detect-shape.ts'
import type { LinePlan } from '../model/line-plan.ts'
import type { SourceFile } from './source.ts'

const JSON_START = /^(?:\xef\xbb\xbf)?[\s\x1e]*[[{]/
const NEWLINE = 10

const isPlainTable = (head: Buffer): boolean => {
  // Of the last line, the last letter may be cut in two.
  if (!isUtf8(head.subarray(0, head.lastIndexOf(NEWLINE) + 1))) return false
  const decoding = createDecoding('auto', head)
  decoding.prepare(head)
  const columns = headerOf(head, head.length < HEAD_BYTES, decoding)?.columns
  return columns !== undefined && !holdsRecordsInRows(columns)
}

/** By its first bytes: will the scanner read most of its records? JSON, tables of which the rows are the records, lines with a plan. */
export const isScannable = async (source: SourceFile, plans: readonly LinePlan[]): Promise<boolean> => {
  const head = (await readHead(source).catch(() => Buffer.alloc(0))).subarray(0, HEAD_BYTES)
  return (
    JSON_START.test(head.toString('latin1', 0, 256)) ||
    plans.some(({ signs }) => signs.some((sign) => head.includes(sign))) ||
    isPlainTable(head)
  )
}
