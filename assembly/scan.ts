import { CLOSE_ARRAY, CLOSE_OBJECT, COLON, COMMA, OPEN_ARRAY, OPEN_OBJECT, QUOTE, pastBlanks, plainEnd } from './bytes'
import { hash128 } from './hash'
import { LASTS, MISSED, MODES, MOST_SLOTS, PAIRS, PAIRS_AT, PAIR_SIZE, RECORDS, RECORDS_AT, RECORD_SIZE, SPANS, SPANS_AT, SPAN_SIZE, SEEN, STAMPS } from './memory'
import { skipString, skipValue } from './skip'
import { NO_TIME, isoMicros } from './time'
import { ENTER, INSIDE, PRESENCE, REFUSES, SKIP, SLOT, STAMP, TAKE, USE, keyAt, orderBehind } from './tree'
import { isNew, valueAt } from './values'

export { addKey, addNode, forgetTree } from './tree'
export { forgetValues, valueCount } from './values'

// Reads the wanted values out of records that are one JSON object on one line. What it cannot read it leaves alone.

/** How a slot is read: by number where values repeat · as a time · as a hash · as the bytes it is. */
const REPEATING: u32 = 0
const TIME: u32 = 1
const HASHED: u32 = 2
const UNIQUE: u32 = 3

/** What a span holds: plain text, JSON text, and beside it a time or a hash. */
const PLAIN: u32 = 0
const JSON_TEXT: u32 = 1
const WITH_TIME: u32 = 2
const WITH_HASH: u32 = 3

/** After this many values of a slot it is judged: one that hardly ever repeats is not looked up any more. */
const JUDGE_AFTER: u32 = 1 << 15
/** Longer values hardly repeat. */
const LONGEST_KEPT: u32 = 1024

const PRESENT: i32 = -1
const FIRST_SPAN: i32 = -2

let turn: u32 = 0
let segment: usize = 0
let records: usize = 0
let pairs: usize = 0
let spans: usize = 0
let lineNow: u32 = 0

export function setMode(slot: u32, mode: u32): bool {
  if (slot >= MOST_SLOTS) return false
  store<u8>(MODES + slot, <u8>mode)
  store<i32>(LASTS + (<usize>slot << 2), -1)
  store<u32>(SEEN + (<usize>slot << 2), 0)
  store<u32>(MISSED + (<usize>slot << 2), 0)
  return true
}

export function openSegment(at: usize): void {
  segment = at
  records = 0
  pairs = 0
  spans = 0
}

export function recordCount(): u32 {
  return <u32>records
}
/** Is there no room for another record of so many slots? */
export function isFull(slots: usize): bool {
  return records == RECORDS || pairs + slots > PAIRS || spans + slots > SPANS
}
export function line(): u32 {
  return lineNow
}

// @ts-ignore: decorator
@inline
function mark(slot: u32): bool {
  const stamp = STAMPS + (<usize>slot << 2)
  if (load<u32>(stamp) == turn) return false
  store<u32>(stamp, turn)
  return true
}

// @ts-ignore: decorator
@inline
function pair(slot: u32, ref: i32): void {
  const at = segment + PAIRS_AT + pairs * PAIR_SIZE
  store<u32>(at, slot)
  store<i32>(at, ref, 4)
  pairs++
}

function span(slot: u32, from: usize, to: usize, kind: u32): usize {
  const at = segment + SPANS_AT + spans * SPAN_SIZE
  store<u32>(at, <u32>(from - segment))
  store<u32>(at, <u32>(to - segment), 4)
  store<u32>(at, kind, 8)
  pair(slot, FIRST_SPAN - <i32>spans)
  spans++
  return at
}

/** A plain value that is no word for nothing: those are short or begin oddly. */
function isHashable(from: usize, to: usize): bool {
  if (to - from < 8 || to - from > 512) return false
  const first = load<u8>(from)
  if (first <= 32 || first > 126) return false
  let at = from
  for (; at + 8 <= to; at += 8) if ((load<u64>(at) & 0x8080808080808080) != 0) return false
  for (; at < to; at++) if (load<u8>(at) > 127) return false
  return true
}

function takeRepeating(slot: u32, from: usize, to: usize, kind: u32): void {
  const offset = <usize>slot << 2
  const length = <u32>(to - from)
  if (length > LONGEST_KEPT) {
    span(slot, from, to, kind)
    return
  }
  const ref = valueAt(from, length, kind, load<i32>(LASTS + offset))
  const count = load<u32>(SEEN + offset) + 1
  store<u32>(SEEN + offset, count)
  if (isNew && count <= JUDGE_AFTER) {
    const misses = load<u32>(MISSED + offset) + 1
    store<u32>(MISSED + offset, misses)
    if (count == JUDGE_AFTER && misses > JUDGE_AFTER - (JUDGE_AFTER >> 6)) store<u8>(MODES + slot, <u8>UNIQUE)
  }
  store<i32>(LASTS + offset, ref)
  if (ref < 0) span(slot, from, to, kind)
  else pair(slot, ref)
}

function takeText(slot: u32, from: usize, to: usize): void {
  const mode = <u32>load<u8>(MODES + slot)
  if (mode == REPEATING) {
    takeRepeating(slot, from, to, PLAIN)
  } else if (mode == TIME) {
    const micros = isoMicros(from, to)
    const at = span(slot, from, to, micros == NO_TIME ? PLAIN : WITH_TIME)
    store<f64>(at, micros, 16)
  } else if (mode == HASHED && isHashable(from, to)) {
    hash128(from, to, span(slot, from, to, WITH_HASH) + 16)
  } else {
    span(slot, from, to, PLAIN)
  }
}

function take(slot: u32, at: usize): usize {
  if (!mark(slot)) return 0
  if (load<u8>(at) == QUOTE) {
    const end = plainEnd(at + 1)
    if (load<u8>(end) == QUOTE) {
      takeText(slot, at + 1, end)
      return end + 1
    }
  }
  const end = skipValue(at)
  if (end == 0) return 0
  if (load<u8>(MODES + slot) == REPEATING) takeRepeating(slot, at, end, JSON_TEXT)
  else span(slot, at, end, JSON_TEXT)
  return end
}

function value(key: usize, at: usize): usize {
  const byte = <u32>load<u8>(at)
  const use = <u32>load<u8>(key, USE)
  const refuses = <u32>load<u8>(key, REFUSES)
  if (refuses != 0 && (byte == OPEN_ARRAY || (byte == OPEN_OBJECT && refuses == 2))) return 0
  const presence = load<i32>(key, PRESENCE)
  if (presence >= 0) {
    if (!mark(presence)) return 0
    pair(presence, PRESENT)
  }
  if (use == SKIP) return byte == QUOTE ? skipString(at + 1) : skipValue(at)
  if (use == TAKE) return take(load<i32>(key, SLOT), at)
  if (use != ENTER || byte == OPEN_ARRAY) return 0
  const inside: usize = load<u32>(key, INSIDE)
  if (byte == OPEN_OBJECT) return object(inside, at + 1)
  // A scalar where an object is looked into: as if nothing were there, unless the key comes twice.
  if (load<u32>(inside, STAMP) == turn) return 0
  store<u32>(inside, turn, STAMP)
  return skipValue(at)
}

/** From behind the brace to behind its partner; 0 where the record has to be read in full. */
function object(node: usize, from: usize): usize {
  if (load<u32>(node, STAMP) == turn) return 0
  store<u32>(node, turn, STAMP)
  let at = pastBlanks(from)
  if (load<u8>(at) == CLOSE_OBJECT) return at + 1
  let next: u32 = 0
  while (true) {
    if (load<u8>(at) != QUOTE) return 0
    const key = keyAt(node, ++at, next)
    if (key == 0) return 0
    next = orderBehind(key)
    at += load<u32>(key, 4) + 1
    if (load<u8>(at) != COLON) at = pastBlanks(at)
    if (load<u8>(at) != COLON) return 0
    at = value(key, pastBlanks(at + 1))
    if (at == 0) return 0
    at = pastBlanks(at)
    if (load<u8>(at) == CLOSE_OBJECT) return at + 1
    if (load<u8>(at) != COMMA) return 0
    at = pastBlanks(at + 1)
  }
}

function isAscii(from: usize, to: usize): bool {
  for (let at = from; at < to; at++) if (load<u8>(at) > 127) return false
  return true
}

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
  lineNow = firstLine
  while (at < end) {
    const byte = <u32>load<u8>(at)
    if (byte == 10) lineNow++
    if (byte == 10 || byte == 13 || byte == 32 || byte == 9 || byte == 30 || byte == COMMA) {
      at++
      continue
    }
    if (byte != OPEN_OBJECT || isFull(slots)) return at
    const pairsBefore = pairs
    const spansBefore = spans
    turn++
    const close = object(node, at + 1)
    const behind: usize = close == 0 ? 0 : pastBlanks(close)
    if (behind == 0 || behind >= end || behind - at > cap || !isEnd(load<u8>(behind), inList) || (!isText && !isAscii(at, close))) {
      pairs = pairsBefore
      spans = spansBefore
      return at
    }
    const record = segment + RECORDS_AT + records * RECORD_SIZE
    store<u32>(record, <u32>(at - segment))
    store<u32>(record, <u32>(close - at), 4)
    store<u32>(record, lineNow, 8)
    store<u32>(record, <u32>pairs, 12)
    records++
    at = behind
  }
  return at
}
