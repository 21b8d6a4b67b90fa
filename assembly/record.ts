import { FROM, HASH, KIND, LENGTH, NUMBER, PAIR, askFor, askedEnd, forgetAsked, isAskedFull, isAskedHalfFull, lookAhead } from './asked'
import { isAscii } from './bytes'
import { hash128 } from './hash'
import { ASKED, ASKED_SIZE, CONDENSED, LASTS, MISSED, MODES, MOST_ASKED, MOST_SLOTS, PAIRS, PAIRS_AT, PAIR_SIZE, RECORDS, RECORDS_AT, RECORD_SIZE, SPANS, SPANS_AT, SPAN_SIZE, SEEN, SEGMENT_BYTES, SLACK, STAMPS } from './memory'
import { NO_TIME, isIsoForm, microsRead, offsetRead, readTime } from './time'
import { hashOf, isNew, valueAt } from './values'

// What was read of the records of the open segment: pairs of a slot and what fills it.

/**
 * How a slot is read: by number where values repeat · as a time · as a hash · as the bytes it is · as the hash of the record's
 * id · likewise, where no other id of the record was met before (many logs write theirs twice).
 */
const REPEATING: u32 = 0
const TIME: u32 = 1
const HASHED: u32 = 2
const UNIQUE: u32 = 3
const ID: u32 = 4
const OTHER_ID: u32 = 5

/** What a span holds: plain text, JSON text, a cell with doubled quotes; beside plain text a hash, or a time (the kinds of time.ts). */
const PLAIN: u32 = 0
const JSON_TEXT: u32 = 1
const WITH_HASH: u32 = 3
export const QUOTED: u32 = 4

/** After this many values of a slot it is judged: one that hardly ever repeats is not looked up any more. */
const JUDGE_AFTER: u32 = 1 << 15
/** Longer values hardly repeat. */
const LONGEST_KEPT: u32 = 1024

const PRESENT: i32 = -1
const FIRST_SPAN: i32 = -2

let segment: usize = 0
let records: usize = 0
let pairs: usize = 0
let spans: usize = 0
let lineNow: u32 = 0
/** The record at hand: its turn, and where what is read of it begins. */
let turn: u32 = 0
let firstPair: usize = 0
let firstSpan: usize = 0
let firstAsked: usize = ASKED
/** The record whose id was hashed last. */
let turnOfId: u32 = 0

export function setMode(slot: u32, mode: u32): bool {
  if (slot >= MOST_SLOTS) return false
  store<u8>(MODES + slot, <u8>mode)
  store<i32>(LASTS + (<usize>slot << 2), -1)
  store<u32>(SEEN + (<usize>slot << 2), 0)
  store<u32>(MISSED + (<usize>slot << 2), 0)
  return true
}

/** Where the next text goes that does not stand in the log as it is meant: in the second half of a segment whose first half is the log. */
export let copyEnd: usize = 0

export function keepCopy(to: usize): void {
  copyEnd = to
}

export function openSegment(at: usize): void {
  segment = at
  copyEnd = at + SEGMENT_BYTES / 2 + SLACK
  records = 0
  pairs = 0
  spans = 0
}

export function recordCount(): u32 {
  return <u32>records
}

/** Is there no room for another record of so many slots? */
export function isFull(slots: usize): bool {
  // Values that are asked for become spans where there is no room to keep them.
  return records == RECORDS || pairs + slots > PAIRS || spans + slots + MOST_ASKED > SPANS
}

export function startLine(line: u32): void {
  lineNow = line
}

// @ts-ignore: decorator
@inline
export function addLines(count: u32): void {
  lineNow += count
}

/** Line of the place where the last scan stopped. */
export function line(): u32 {
  return lineNow
}

/** A record begins. Returns its turn, which no other record had. */
// @ts-ignore: decorator
@inline
export function beginRecord(): u32 {
  if (isAskedHalfFull()) answer()
  firstPair = pairs
  firstSpan = spans
  firstAsked = askedEnd
  return ++turn
}

/** Forgets what was read of the record at hand. */
export function dropRecord(): void {
  forgetAsked(firstAsked)
  pairs = firstPair
  spans = firstSpan
}

export function keepRecord(from: usize, to: usize): void {
  const record = segment + RECORDS_AT + records * RECORD_SIZE
  store<u32>(record, <u32>(from - segment))
  store<u32>(record, <u32>(to - from), 4)
  store<u32>(record, lineNow, 8)
  store<u32>(record, <u32>pairs, 12)
  records++
}

/** Was nothing read of the record at hand? */
export function isEmptyRecord(): bool {
  return pairs == firstPair
}

/** False where the slot was filled before in this record. */
// @ts-ignore: decorator
@inline
export function mark(slot: u32): bool {
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

// @ts-ignore: decorator
@inline
export function takePresence(slot: u32): void {
  pair(slot, PRESENT)
}

/** A span by its own, which some pair has to tell. */
function newSpan(from: usize, to: usize, kind: u32): usize {
  const at = segment + SPANS_AT + spans * SPAN_SIZE
  store<u32>(at, <u32>(from - segment))
  store<u32>(at, <u32>(to - segment), 4)
  store<u32>(at, kind, 8)
  spans++
  return at
}

function span(slot: u32, from: usize, to: usize, kind: u32): usize {
  pair(slot, FIRST_SPAN - <i32>spans)
  return newSpan(from, to, kind)
}

/** A plain value that is no word for nothing: those are short or begin oddly (formats/path.ts, formats/generic/nothing.ts). */
function isHashable(from: usize, to: usize): bool {
  if (to - from < 10 || to - from > 512) return false
  const first = load<u8>(from)
  if (first <= 32 || first > 126) return false
  return isAscii(from, to)
}

/** Of a slot of ids: what is so short is one that repeats, or no id at all but what another vendor calls `Id`. */
const LONGEST_NO_ID: usize = 4

// @ts-ignore: decorator
@inline
function isByNumber(mode: u32, length: usize): bool {
  return mode == REPEATING || (length <= LONGEST_NO_ID && mode != TIME && mode != UNIQUE)
}

/** A value of a slot is looked up: when there were enough, is it still one whose values repeat? What is asked at the moment is not counted as met. */
function noteValue(slot: u32): void {
  const offset = <usize>slot << 2
  const count = load<u32>(SEEN + offset) + 1
  store<u32>(SEEN + offset, count)
  if (count == JUDGE_AFTER && load<u32>(MISSED + offset) > JUDGE_AFTER - (JUDGE_AFTER >> 6)) store<u8>(MODES + slot, <u8>UNIQUE)
}

function noteNumber(slot: u32, ref: i32, isFirst: bool): void {
  const offset = <usize>slot << 2
  if (isFirst) store<u32>(MISSED + offset, load<u32>(MISSED + offset) + 1)
  store<i32>(LASTS + offset, ref)
}

/** Its number is asked for together with those of other values, also of other records. */
function takeRepeating(slot: u32, from: usize, to: usize, kind: u32): void {
  const length = <u32>(to - from)
  if (length > LONGEST_KEPT) {
    span(slot, from, to, kind)
    return
  }
  if (isAskedFull()) {
    answer()
    // Spans of earlier records may stand behind those of this one now: none of them are taken back.
    firstSpan = spans
    firstAsked = ASKED
  }
  noteValue(slot)
  askFor(slot, from, length, kind, <u32>pairs)
  pair(slot, PRESENT)
}

/** Settles what is asked: before anybody looks at the records. */
export function answer(): void {
  lookAhead()
  for (let at = ASKED; at < askedEnd; at += ASKED_SIZE) settle(at)
  forgetAsked(ASKED)
}

function settle(at: usize): void {
  const slot = load<u32>(at)
  const from: usize = load<u32>(at, FROM)
  const length = load<u32>(at, LENGTH)
  const kind = load<u32>(at, KIND)
  const last = load<i32>(at, NUMBER)
  const ref = last >= 0 ? last : valueAt(load<u32>(at, HASH), from, length, kind)
  noteNumber(slot, ref, last < 0 && isNew)
  const waiting = segment + PAIRS_AT + <usize>load<u32>(at, PAIR) * PAIR_SIZE
  if (ref >= 0) store<i32>(waiting, ref, 4)
  else {
    store<i32>(waiting, FIRST_SPAN - <i32>spans, 4)
    newSpan(from, from + length, kind)
  }
}

/** A value of which nothing but the hash is wanted: where to put it. */
export function takeHash(slot: u32): usize {
  return span(slot, segment, segment, WITH_HASH) + 16
}

/** A value as text of a kind, by number where its slot repeats. */
export function takeAs(slot: u32, from: usize, to: usize, kind: u32): void {
  if (isByNumber(load<u8>(MODES + slot), to - from)) takeRepeating(slot, from, to, kind)
  else span(slot, from, to, kind)
}

/** A time beside its text; `otherwise` is what the text is where it is none. */
function takeTime(slot: u32, from: usize, to: usize, otherwise: u32): void {
  const form = readTime(from, to)
  const at = span(slot, from, to, form == NO_TIME ? otherwise : form)
  store<f64>(at, microsRead, 16)
  store<i32>(at, offsetRead, 24)
}

/** At once: the next list is condensed to the same place. */
function numberOfCondensed(slot: u32, length: u32): i32 {
  noteValue(slot)
  const ref = valueAt(hashOf(CONDENSED, length), CONDENSED, length, JSON_TEXT)
  noteNumber(slot, ref, isNew)
  return ref
}

/** A value that is no plain text. What is wanted of it may lie, as so many bytes, at `CONDENSED`: less of it, which repeats more often. */
export function takeJson(slot: u32, from: usize, to: usize, condensed: usize): void {
  const isShort = condensed != 0 && load<u8>(MODES + slot) == REPEATING
  const ref = isShort ? numberOfCondensed(slot, <u32>condensed) : -1
  if (load<u8>(MODES + slot) == TIME) takeTime(slot, from, to, JSON_TEXT)
  else if (ref >= 0) pair(slot, ref)
  else if (isShort) span(slot, from, to, JSON_TEXT)
  else takeAs(slot, from, to, JSON_TEXT)
}

/** A value as plain text, in the way of its slot. */
export function takeText(slot: u32, from: usize, to: usize): void {
  const mode = <u32>load<u8>(MODES + slot)
  if (isByNumber(mode, to - from)) {
    takeRepeating(slot, from, to, PLAIN)
  } else if (mode == TIME) {
    takeTime(slot, from, to, PLAIN)
  } else if ((mode == HASHED || mode == ID || (mode == OTHER_ID && turnOfId != turn)) && isHashable(from, to)) {
    if (mode != HASHED) turnOfId = turn
    hash128(from, to, span(slot, from, to, WITH_HASH) + 16)
  } else {
    span(slot, from, to, PLAIN)
  }
}

/** Of a slot that nobody announced: where its first value is a time, so are the others. */
export function takeTimeOrText(slot: u32, from: usize, to: usize): void {
  if (load<u8>(MODES + slot) == REPEATING && load<u32>(SEEN + (<usize>slot << 2)) == 0 && isIsoForm(readTime(from, to)))
    store<u8>(MODES + slot, <u8>TIME)
  takeText(slot, from, to)
}
