import { CLOSE_ARRAY, CLOSE_OBJECT, COLON, COMMA, OPEN_ARRAY, OPEN_OBJECT, QUOTE, pastBlanks, plainEnd } from './bytes'
import { condense } from './condense'
import { beginRecord, mark, takeJson, takePresence, takeText } from './record'
import { skipString, skipValue } from './skip'
import { ANYWHERE, BESIDE, ENTER_ANY, ENTER_NO_LIST, INSIDE, NEEDED, OPENS, OPENS_LIST, OPENS_OBJECT, PRESENCE, SKIP, SLOT, STAMP, TAKE, TAKE_OR_ENTER, TAKE_OR_ENTER_NO_LIST, USE, WIDE, isRecord, keyAt, orderBehind } from './tree'

// Reads the wanted values out of records that are one JSON object on one line. What it cannot read it leaves alone.

let recordTurn: u32 = 0

/** Room for the name of a list's element. Lists that are longer are read in full. */
const ELEMENT = memory.data(32)
const MOST_ELEMENTS: u32 = 200

function take(slot: u32, inside: usize, at: usize): usize {
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
  const length = inside != 0 && load<u8>(at) == OPEN_ARRAY ? condense(inside, at) : 0
  takeJson(slot, at, end, length)
  return end
}

function takeOrEnter(key: usize, use: u32, at: usize): usize {
  const byte = <u32>load<u8>(at)
  const slot = load<i32>(key, SLOT)
  if (use == TAKE_OR_ENTER_NO_LIST && byte == OPEN_ARRAY) return 0
  if (byte != OPEN_OBJECT) return take(slot, 0, at)
  if (!mark(slot)) return 0
  takePresence(slot)
  return object(load<u32>(key, INSIDE), at + 1)
}

function value(key: usize, at: usize): usize {
  const byte = <u32>load<u8>(at)
  const use = <u32>load<u8>(key, USE)
  const presence = load<i32>(key, PRESENCE)
  if (presence >= 0) {
    if (!mark(presence)) return 0
    takePresence(presence)
  }
  if (use == SKIP) return byte == QUOTE ? skipString(at + 1) : skipValue(at)
  if (use == TAKE) return take(load<i32>(key, SLOT), load<u32>(key, INSIDE), at)
  if (use == ENTER_ANY && byte == OPEN_ARRAY) return list(load<u32>(key, INSIDE), at + 1)
  if (use >= TAKE_OR_ENTER && use != ENTER_ANY) return takeOrEnter(key, use, at)
  if (use == ENTER_NO_LIST && byte == OPEN_ARRAY) return 0
  const inside: usize = load<u32>(key, INSIDE)
  if (byte == OPEN_OBJECT) return object(inside, at + 1)
  // A scalar or a list where an object is looked into: as if nothing were there, unless the key comes twice.
  if (load<u32>(inside, STAMP) == recordTurn) return 0
  store<u32>(inside, recordTurn, STAMP)
  return skipValue(at)
}

/** The key of a list's element by its number: a byte that no text has (as src/input/projection.ts), digits, and a quote. */
function writeElement(index: u32): void {
  let digits: usize = 1
  for (let rest = index; rest > 9; rest /= 10) digits++
  store<u8>(ELEMENT, 0xff)
  let rest = index
  for (let at = digits; at > 0; at--) {
    store<u8>(ELEMENT + at, <u8>(48 + (rest % 10)))
    rest /= 10
  }
  store<u8>(ELEMENT + digits + 1, <u8>QUOTE)
}

/** From behind the bracket to behind its partner; 0 where the record has to be read in full. */
function list(node: usize, from: usize): usize {
  if (load<u32>(node, STAMP) == recordTurn) return 0
  store<u32>(node, recordTurn, STAMP)
  let at = pastBlanks(from)
  if (load<u8>(at) == CLOSE_ARRAY) return at + 1
  let next: u32 = 0
  for (let index: u32 = 0; index < MOST_ELEMENTS; index++) {
    writeElement(index)
    const key = keyAt(node, ELEMENT, next)
    if (key == 0) return 0
    next = orderBehind(key)
    at = value(key, at)
    if (at == 0) return 0
    at = pastBlanks(at)
    if (load<u8>(at) == CLOSE_ARRAY) return at + 1
    if (load<u8>(at) != COMMA) return 0
    at = pastBlanks(at + 1)
  }
  return 0
}

/** Of the record at hand: its keys at the top, the envelopes and pages in which all of them may stand, and those that one opens. */
let keys: u32 = 0
let beside: u64 = 0
let opened: u64 = 0

/** Records have more keys than envelopes and pages: as src/input/few-keys.ts. */
const MOST_KEYS: u32 = 24

// @ts-ignore: decorator
@inline
function noteKey(key: usize, at: usize): void {
  keys++
  beside &= load<u64>(key, BESIDE)
  opened |= load<u64>(key, OPENS)
  const byte = <u32>load<u8>(at)
  if (byte == OPEN_ARRAY) opened |= load<u64>(key, OPENS_LIST)
  else if (byte == OPEN_OBJECT) opened |= load<u64>(key, OPENS_OBJECT)
}

// @ts-ignore: decorator
@inline
function mayWrap(): bool {
  const wide: u64 = (opened & NEEDED) != 0 ? WIDE : 0
  return (opened & beside & (keys <= MOST_KEYS ? ~(WIDE | NEEDED) | wide : wide)) != 0
}

/** From behind the brace to behind its partner; 0 where the record has to be read in full. */
function object(node: usize, from: usize): usize {
  if (load<u32>(node, STAMP) == recordTurn) return 0
  store<u32>(node, recordTurn, STAMP)
  const isTop = isRecord(node)
  if (isTop) {
    keys = 0
    beside = ANYWHERE
    opened = 0
  }
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
    at = pastBlanks(at + 1)
    if (isTop) noteKey(key, at)
    else beside &= load<u64>(key, BESIDE)
    at = value(key, at)
    if (at == 0) return 0
    at = pastBlanks(at)
    if (load<u8>(at) == CLOSE_OBJECT) return isTop && mayWrap() ? 0 : at + 1
    if (load<u8>(at) != COMMA) return 0
    at = pastBlanks(at + 1)
  }
}

/** A record begins, which is the object whose brace is at `at`. To behind its partner; 0 where it has to be read in full. */
export function recordEnd(node: usize, at: usize): usize {
  recordTurn = beginRecord()
  return object(node, at + 1)
}
