import { CLOSE_ARRAY, COMMA, OPEN_OBJECT, isAscii, pastBlanks } from './bytes'
import { LAYOUT } from './memory'
import { recordEnd } from './object'
import { addLines, answer, dropRecord, isFull, keepRecord, startLine } from './record'

export { isFull, line, openSegment, recordCount, setMode } from './record'
export { cutLines, setTemplates } from './lines'
export { nameTable, scanRows } from './rows'
export { scanCells } from './cells'
export { addKey, addNode, forgetTree } from './tree'
export { forgetValues, valueCount } from './values'

export function layout(): u32 {
  return LAYOUT
}

// Reads records that are one JSON object on one line. What it cannot read it leaves alone.

// @ts-ignore: decorator
@inline
function isEnd(byte: u32, inList: bool): bool {
  return byte == 10 || (inList && (byte == COMMA || byte == CLOSE_ARRAY))
}

/**
 * Reads lines of the open segment from `from` on; `end` is behind a newline, or a
 * newline that is not the log's stands there. Returns where it stopped: `end`, or the
 * beginning of what it leaves alone. `inList`: records end with a comma or the list as well. `isText`: the bytes are UTF-8.
 */
export function scanLines(node: usize, slots: usize, from: usize, end: usize, firstLine: u32, cap: usize, inList: bool, isText: bool): usize {
  let at = from
  startLine(firstLine)
  while (at < end) {
    const byte = <u32>load<u8>(at)
    if (byte == 10) addLines(1)
    if (byte == 10 || byte == 13 || byte == 32 || byte == 9 || byte == 30 || byte == COMMA) {
      at++
      continue
    }
    if (byte != OPEN_OBJECT || isFull(slots)) break
    const close = recordEnd(node, at)
    const behind: usize = close == 0 ? 0 : pastBlanks(close)
    if (behind == 0 || behind >= end || behind - at > cap || !isEnd(load<u8>(behind), inList) || (!isText && !isAscii(at, close))) {
      dropRecord()
      break
    }
    keepRecord(at, close)
    at = behind
  }
  answer()
  return at
}
