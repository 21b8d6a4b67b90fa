import { QUOTE, isAscii } from './bytes'
import { TABLE } from './memory'
import { QUOTED, addLines, answer, beginRecord, dropRecord, isEmptyRecord, isFull, keepRecord, startLine, takeAs, takeTimeOrText } from './record'

// Reads the cells of rows that RFC 4180 would call well formed. What it cannot read it leaves alone.

const NEWLINE: u32 = 10
const RETURN: u32 = 13
const TAB: u32 = 9
const HASH: u32 = 35
/** Of extended logs, in which quotes mean nothing: src/input/extended-log.ts */
const BLANK: u32 = 32

/** The name of the first column, in lower case: a row that has it there may be the header once more. */
let nameLength: usize = 0
/** Has that name letters whose case only Unicode knows? */
let isNameWide: bool = false

export function nameTable(from: usize, length: usize, isWide: bool): void {
  memory.copy(TABLE, from, length)
  nameLength = length
  isNameWide = isWide
}

// @ts-ignore: decorator
@inline
function lower(byte: u32): u32 {
  return byte - 65 < 26 ? byte + 32 : byte
}

function isNameAt(at: usize): bool {
  for (let index: usize = 0; index < nameLength; index++) {
    if (lower(load<u8>(at + index)) != <u32>load<u8>(TABLE + index)) return false
  }
  return true
}

// @ts-ignore: decorator
@inline
function isBlank(byte: u32): bool {
  return byte == 32 || byte - 9 < 5
}

/** Could this first cell be the first column's name, with blanks around it? */
function mayBeName(from: usize, to: usize): bool {
  if (isAscii(from, to)) {
    let first = from
    let last = to
    while (first < last && isBlank(load<u8>(first))) first++
    while (last > first && isBlank(load<u8>(last - 1))) last--
    return last - first == nameLength && isNameAt(first)
  }
  if (isNameWide || nameLength == 0) return true
  // Which blanks there are beyond ASCII is not known here.
  for (let at = from; at + nameLength <= to; at++) if (isNameAt(at)) return true
  return false
}

/** First of the next bytes that ends a cell without quotes; sixteen at a time. */
// @ts-ignore: decorator
@inline
function bareEnd(at: usize, delimiter: u32): usize {
  const ends = i8x16.splat(<i8>delimiter)
  while (true) {
    const block = v128.load(at)
    const mask = i8x16.bitmask(v128.or(i8x16.eq(block, ends), i8x16.eq(block, i8x16.splat(10))))
    if (mask != 0) return at + ctz(mask)
    at += 16
  }
}

/** Newlines inside the quoted cell read last, and whether it has doubled quotes. */
let newlines: u32 = 0
let isDoubled: bool = false

/** The quote that closes the cell whose text begins at `at`; 0 where there is none before `end`. */
function closingQuote(from: usize, end: usize): usize {
  newlines = 0
  isDoubled = false
  let at = from
  while (at < end) {
    const block = v128.load(at)
    const mask = i8x16.bitmask(v128.or(i8x16.eq(block, i8x16.splat(34)), i8x16.eq(block, i8x16.splat(10))))
    if (mask == 0) {
      at += 16
      continue
    }
    at += ctz(mask)
    if (at >= end) return 0
    if (load<u8>(at) == NEWLINE) newlines++
    else if (load<u8>(at + 1) == QUOTE) {
      isDoubled = true
      at++
    } else return at
    at++
  }
  return 0
}

/** Lines that the row read last takes. */
export let lines: u32 = 0
/** Where its text ends: before its line end. */
export let textEnd: usize = 0

/** The column of which alone the text is wanted, and not taken: a record of its own. */
let recordColumn: u32 = u32.MAX_VALUE
/** Where the text of that cell lies in the row read last, if it is one in quotes with doubled ones inside. */
export let recordFrom: usize = 0
export let recordTo: usize = 0

export function wantRecord(column: u32): void {
  recordColumn = column
}

export function wantCells(): void {
  recordColumn = u32.MAX_VALUE
}

// @ts-ignore: decorator
@inline
function takeCell(column: u32, first: usize, last: usize, isDoubledText: bool): void {
  if (recordColumn == u32.MAX_VALUE) {
    if (last > first && isDoubledText) takeAs(column, first, last, QUOTED)
    else if (last > first) takeTimeOrText(column, first, last)
  } else if (column == recordColumn) {
    recordFrom = isDoubledText ? first : 0
    recordTo = last
  }
}

/** From the first byte of a row to behind its newline; 0 where it has to be read another way. */
export function row(from: usize, end: usize, columns: u32, delimiter: u32): usize {
  let at = from
  lines = 1
  // A byte order mark, where files were put together.
  if ((load<u32>(at) & 0xffffff) == 0xbfbbef) return 0
  // A directive may have as many cells as a row.
  if (delimiter == BLANK && load<u8>(at) == HASH) return 0
  for (let column: u32 = 0; column < columns; column++) {
    let first = at
    let last: usize
    const isQuoted = load<u8>(at) == QUOTE && delimiter != BLANK
    if (isQuoted) {
      first++
      last = closingQuote(first, end)
      if (last == 0) return 0
      lines += newlines
      at = last + 1
      if (load<u8>(at) == RETURN && load<u8>(at + 1) == NEWLINE) at++
    } else {
      at = bareEnd(at, delimiter)
      last = load<u8>(at) == NEWLINE && at > first && load<u8>(at - 1) == RETURN ? at - 1 : at
    }
    const isLast = column + 1 == columns
    if (load<u8>(at) != (isLast ? NEWLINE : delimiter)) return 0
    if (column == 0 && mayBeName(first, last)) return 0
    // A row of nothing but blanks is no row: with tabs between cells, they may be all that is there.
    if (column == 0 && delimiter == TAB && (first == last || load<u8>(first) <= 32)) return 0
    takeCell(column, first, last, isQuoted && isDoubled)
    if (isLast) textEnd = isQuoted ? last + 1 : last
    at++
  }
  return at
}

/**
 * Reads rows of the open segment from `from` on; `end` is behind a newline. Returns where it stopped: `end`, or the beginning of
 * a row that it leaves alone (more or fewer cells than `columns`, text behind a closing quote, no end, perhaps the header).
 */
export function scanRows(columns: u32, delimiter: u32, from: usize, end: usize, firstLine: u32, cap: usize, isText: bool): usize {
  let at = from
  startLine(firstLine)
  wantCells()
  while (at < end && !isFull(columns)) {
    beginRecord()
    const behind = row(at, end, columns, delimiter)
    if (behind == 0 || isEmptyRecord() || behind > end || behind - 1 - at > cap || (!isText && !isAscii(at, behind))) {
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
