import { QUOTE, plainEnd } from './bytes'
import { TREE, TREE_END } from './memory'

// The wanted keys, object by object. A key: its bytes (a quote behind them, padded), length, what to do with its value.

export const SKIP: u32 = 0
export const TAKE: u32 = 1
export const ENTER: u32 = 2
/** A list here is read in full: something is wanted that lists have as well. */
export const ENTER_NO_LIST: u32 = 3
/** The same where whatever is no object is wanted as well, and of an object that it is there. */
export const TAKE_OR_ENTER: u32 = 4
export const TAKE_OR_ENTER_NO_LIST: u32 = 5
/** Of a list, elements are wanted by their numbers. */
export const ENTER_ANY: u32 = 6

/** Layout of a key. */
export const LENGTH: usize = 4
export const USE: usize = 8
export const SLOT: usize = 12
export const PRESENCE: usize = 16
export const INSIDE: usize = 20
const ORDER: usize = 24
const NEXT_PRESET: usize = 28
/** Envelopes and pages in which the key may stand; of keys at the top also those that it opens by any value, a list, an object. */
export const BESIDE: usize = 32
export const OPENS: usize = 40
export const OPENS_LIST: usize = 48
export const OPENS_OBJECT: usize = 56
const KEY_SIZE: usize = 64
/** In any of them; in those of records of any width. */
export const ANYWHERE: u64 = 0xffffffffffffffff
export const WIDE: u64 = 1 << 63
/** Told by a key without which no record of any width is an envelope. */
export const NEEDED: u64 = 1 << 60

/** Envelopes and pages as bits, one set for each of the four, of a key by its bytes; src/input/wrappings.ts knows. */
// @ts-ignore: decorator
@external("env", "wrappings")
declare function wrappings(which: u32, from: usize, length: u32): u64

/** Layout of an object: the keys met in it in the order of meeting, those announced, and the record that it was last met in. */
const MET_COUNT: usize = 4
const PRESETS: usize = 8
export const STAMP: usize = 12
const NODE_SIZE: usize = 16

/** Logs with generated key names must not grow this. */
const MOST_KEYS: u32 = 400

let top: usize = TREE
/** The first object that is announced: the record itself. */
let record: usize = 0

// @ts-ignore: decorator
@inline
export function isRecord(node: usize): bool {
  return node == record
}
/** Takes the place of a key that there is no room for. */
let overflow: usize = 0

function room(size: usize): usize {
  const at = top
  top += (size + 15) & ~15
  return top > TREE_END ? 0 : at
}

export function forgetTree(): void {
  top = TREE
  record = 0
  overflow = 0
}

export function addNode(): usize {
  const node = room(NODE_SIZE)
  const met = room(MOST_KEYS * 4)
  if (met == 0) return 0
  if (record == 0) record = node
  store<u32>(node, <u32>met)
  store<u32>(node, 0, MET_COUNT)
  store<u32>(node, 0, PRESETS)
  store<u32>(node, 0, STAMP)
  return node
}

function newKey(node: usize, from: usize, length: u32): usize {
  const key = room(KEY_SIZE)
  const bytes = room(length + 17)
  if (bytes == 0) return 0
  memory.copy(bytes, from, length)
  store<u8>(bytes + length, <u8>QUOTE)
  store<u32>(key, <u32>bytes)
  store<u32>(key, length, LENGTH)
  store<u8>(key, <u8>SKIP, USE)
  store<i32>(key, -1, SLOT)
  store<i32>(key, -1, PRESENCE)
  store<u32>(key, 0, INSIDE)
  store<u64>(key, ANYWHERE, BESIDE)
  if (isRecord(node)) for (let which: u32 = 0; which < 4; which++) store<u64>(key + (which << 3), wrappings(which, from, length), BESIDE)
  return key
}

/** Announces a key of an object before any record is read; `beside` are the envelopes in which one below the top may stand. */
export function addKey(node: usize, from: usize, length: u32, use: u32, slot: i32, presence: i32, inside: usize, beside: u64): bool {
  const key = newKey(node, from, length)
  if (key == 0) return false
  if (!isRecord(node)) store<u64>(key, beside, BESIDE)
  store<u8>(key, <u8>use, USE)
  store<i32>(key, slot, SLOT)
  store<i32>(key, presence, PRESENCE)
  store<u32>(key, <u32>inside, INSIDE)
  store<u32>(key, load<u32>(node, PRESETS), NEXT_PRESET)
  store<u32>(node, <u32>key, PRESETS)
  return true
}

// @ts-ignore: decorator
@inline
function isKeyAt(key: usize, at: usize): bool {
  let bytes: usize = load<u32>(key)
  let left = load<u32>(key, LENGTH) + 1
  while (left > 16) {
    if (!i8x16.all_true(i8x16.eq(v128.load(bytes), v128.load(at)))) return false
    bytes += 16
    at += 16
    left -= 16
  }
  const wanted = (<u32>1 << left) - 1
  return (i8x16.bitmask(i8x16.eq(v128.load(bytes), v128.load(at))) & wanted) == wanted
}

function meet(node: usize, key: usize): usize {
  const count = load<u32>(node, MET_COUNT)
  store<u32>(load<u32>(node) + count * 4, <u32>key)
  store<u32>(key, count, ORDER)
  store<u32>(node, count + 1, MET_COUNT)
  return key
}

function findKey(node: usize, at: usize, expected: u32): usize {
  const end = plainEnd(at)
  if (load<u8>(end) != QUOTE) return 0
  const met: usize = load<u32>(node)
  const count = load<u32>(node, MET_COUNT)
  for (let step: u32 = 1; step <= count; step++) {
    let order = expected + step
    if (order >= count) order -= count
    if (order >= count) order = 0
    const key: usize = load<u32>(met + (order << 2))
    if (isKeyAt(key, at)) return key
  }
  for (let key: usize = load<u32>(node, PRESETS); key != 0; key = load<u32>(key, NEXT_PRESET)) {
    if (isKeyAt(key, at)) return count < MOST_KEYS ? meet(node, key) : key
  }
  const length = <u32>(end - at)
  const added = count < MOST_KEYS && length < 256 ? newKey(node, at, length) : 0
  if (added != 0) return meet(node, added)
  if (overflow == 0) overflow = newKey(0, at, 0)
  if (overflow == 0) return 0
  // What opens an envelope is announced, so this does not; what it may stand beside is not known.
  store<u64>(overflow, ANYWHERE, BESIDE)
  store<u64>(overflow, 0, OPENS)
  store<u64>(overflow, 0, OPENS_LIST)
  store<u64>(overflow, 0, OPENS_OBJECT)
  store<u32>(overflow, length, LENGTH)
  store<u32>(overflow, expected - 1, ORDER)
  return overflow
}

/** The key at `at`, which is mostly the one that came next last time; 0 where there is none that can be read by its bytes. */
// @ts-ignore: decorator
@inline
export function keyAt(node: usize, at: usize, expected: u32): usize {
  if (expected < load<u32>(node, MET_COUNT)) {
    const key: usize = load<u32>(load<u32>(node) + (expected << 2))
    if (isKeyAt(key, at)) return key
  }
  return findKey(node, at, expected)
}

/** What comes next in the order in which keys were met. */
// @ts-ignore: decorator
@inline
export function orderBehind(key: usize): u32 {
  return load<u32>(key, ORDER) + 1
}
