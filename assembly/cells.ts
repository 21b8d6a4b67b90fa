import { OPEN_OBJECT, isAscii, pastBlanks } from './bytes'
import { recordEnd } from './object'
import { addLines, answer, beginRecord, copyEnd, dropRecord, isFull, keepCopy, keepRecord, startLine } from './record'
import { lines, recordFrom, recordTo, row, textEnd, wantRecord } from './rows'

// Reads records that are JSON objects in the cells of one column. What it cannot read it leaves alone.

const NEWLINE: u8 = 10

/** The text of a cell with its doubled quotes single, as from `into` on; returns its end. Up to sixteen bytes behind it are overwritten. */
function undouble(from: usize, to: usize, into: usize): usize {
  const quotes = i8x16.splat(34)
  let at = from
  let out = into
  while (at < to) {
    const block = v128.load(at)
    v128.store(out, block)
    const mask = i8x16.bitmask(i8x16.eq(block, quotes))
    const before: usize = mask == 0 ? 16 : ctz(mask)
    if (at + before >= to || mask == 0) {
      at += 16
      out += 16
    } else {
      at += before + 2
      out += before + 1
    }
  }
  return out - (at - to)
}

/** Takes the record in the cell of the row read last; false where it is no object that can be read in part. */
function takeRecord(node: usize): bool {
  if (recordFrom == 0 || load<u8>(recordFrom) != OPEN_OBJECT) return false
  const from = copyEnd
  const to = undouble(recordFrom, recordTo, from)
  // Whatever the text may be, nothing behind it is read as a part of it.
  store<u8>(to, NEWLINE)
  const close = recordEnd(node, from)
  if (close == 0 || pastBlanks(close) != to) return false
  keepCopy(to + 1)
  return true
}

/** As `scanRows`, for rows of which one cell is the record. */
export function scanCells(node: usize, slots: usize, columns: u32, delimiter: u32, column: u32, from: usize, end: usize, firstLine: u32, cap: usize, isText: bool): usize {
  let at = from
  startLine(firstLine)
  wantRecord(column)
  while (at < end && !isFull(slots)) {
    beginRecord()
    const behind = row(at, end, columns, delimiter)
    const isRow = behind != 0 && behind <= end && behind - 1 - at <= cap && (isText || isAscii(at, behind))
    if (!isRow || !takeRecord(node)) {
      dropRecord()
      break
    }
    keepRecord(at, textEnd)
    addLines(lines)
    at = behind
  }
  answer()
  return at
}
