import { ARENA, ARENA_BYTES, CELLS, MOST_CELLS, MOST_VALUES, STARTS, START_BITS, START_MASK } from './memory'

// Bytes → the number of the value that they spell: most fields of a log repeat, and each value crosses to the store once.

/** A hostile log may aim at one cell: after this many steps a value counts as new and is not kept. */
const MOST_PROBES: u32 = 24
const FIRST_CELLS: u32 = 1 << 12
/** A cell holds a value's number plus one, and above it eight bits of its hash. */
const NUMBER_MASK: u32 = 0xffffff

let cells: u32 = FIRST_CELLS
let count: u32 = 0

export function valueCount(): u32 {
  return count
}

export function forgetValues(): void {
  memory.fill(CELLS, 0, <usize>cells * 4)
  cells = FIRST_CELLS
  count = 0
  store<u32>(STARTS, 0)
}

// @ts-ignore: decorator
@inline
export function hashOf(from: usize, length: u32): u32 {
  let hash = length
  let at = from
  const end = from + length
  for (; at + 8 <= end; at += 8) {
    const word = load<u64>(at)
    hash = (hash ^ <u32>word) * 0x9e3779b1
    hash ^= hash >> 15
    hash = (hash ^ <u32>(word >> 32)) * 0x85ebca77
    hash ^= hash >> 13
  }
  // Bytes behind the value are cut off: they are not its own.
  const left = <u64>(end - at) * 8
  if (left > 0) {
    const word = load<u64>(at) & ((<u64>1 << left) - 1)
    hash = (hash ^ <u32>word) * 0x9e3779b1
    hash ^= hash >> 15
    hash = (hash ^ <u32>(word >> 32)) * 0x85ebca77
  }
  hash = (hash ^ (hash >> 16)) * 0x85ebca6b
  hash = (hash ^ (hash >> 13)) * 0xc2b2ae35
  return hash ^ (hash >> 16)
}

// @ts-ignore: decorator
@inline
function isSame(one: usize, other: usize, length: u32): bool {
  let left = length
  while (left >= 16) {
    if (!i8x16.all_true(i8x16.eq(v128.load(one), v128.load(other)))) return false
    one += 16
    other += 16
    left -= 16
  }
  if (left == 0) return true
  const wanted = (<u32>1 << left) - 1
  return (i8x16.bitmask(i8x16.eq(v128.load(one), v128.load(other))) & wanted) == wanted
}

// @ts-ignore: decorator
@inline
export function isAt(value: u32, from: usize, length: u32, kind: u32): bool {
  const starts = STARTS + (<usize>value << 2)
  const held = load<u32>(starts)
  const start = held & START_MASK
  return held >> START_BITS == kind && (load<u32>(starts, 4) & START_MASK) - start == length && isSame(ARENA + start, from, length)
}

function hashOfValue(value: u32): u32 {
  const starts = STARTS + (<usize>value << 2)
  const start = load<u32>(starts) & START_MASK
  return hashOf(ARENA + start, (load<u32>(starts, 4) & START_MASK) - start)
}

function grow(): void {
  const more = cells * 2
  memory.fill(CELLS, 0, <usize>more * 4)
  cells = more
  const mask = more - 1
  for (let value: u32 = 0; value < count; value++) {
    const hash = hashOfValue(value)
    let cell = hash & mask
    while (load<u32>(CELLS + (<usize>cell << 2)) != 0) cell = (cell + 1) & mask
    store<u32>(CELLS + (<usize>cell << 2), (hash & ~NUMBER_MASK) | (value + 1))
  }
}

function add(cell: u32, hash: u32, from: usize, length: u32, kind: u32): i32 {
  const value = count
  const starts = STARTS + (<usize>value << 2)
  const start = load<u32>(starts) & START_MASK
  // Sixteen bytes behind the last value are compared with it.
  if (start + length + 16 > ARENA_BYTES || value >= MOST_VALUES) return -1
  memory.copy(ARENA + start, from, length)
  store<u32>(starts, start | (kind << START_BITS))
  store<u32>(starts, start + length, 4)
  store<u32>(CELLS + (<usize>cell << 2), (hash & ~NUMBER_MASK) | (value + 1))
  count = value + 1
  if (count * 2 > cells && cells < MOST_CELLS) grow()
  return value
}

/** The value that probably has this hash, plus one; 0: none. */
// @ts-ignore: decorator
@inline
export function candidateOf(hash: u32): u32 {
  const held = load<u32>(CELLS + (<usize>(hash & (cells - 1)) << 2))
  return ((held ^ hash) & ~NUMBER_MASK) == 0 ? held & NUMBER_MASK : 0
}

/** Where the bytes of a value begin. */
// @ts-ignore: decorator
@inline
export function bytesOf(value: u32): usize {
  return ARENA + (load<u32>(STARTS + (<usize>value << 2)) & START_MASK)
}

/** Was the value of the last `valueAt` met for the first time? */
export let isNew: bool = false

/** The number of these bytes, which have this hash; −1 when there is no room for them. */
export function valueAt(hash: u32, from: usize, length: u32, kind: u32): i32 {
  isNew = false
  const mask = cells - 1
  let cell = hash & mask
  for (let probes: u32 = 0; probes < MOST_PROBES; probes++) {
    const held = load<u32>(CELLS + (<usize>cell << 2))
    if (held == 0) {
      isNew = true
      return add(cell, hash, from, length, kind)
    }
    const value = (held & NUMBER_MASK) - 1
    if (((held ^ hash) & ~NUMBER_MASK) == 0 && isAt(value, from, length, kind)) return value
    cell = (cell + 1) & mask
  }
  return -1
}
