import { ASKED, ASKED_SIZE, LASTS, MOST_ASKED } from './memory'
import { bytesOf, candidateOf, hashOf, isAt } from './values'

// Values whose numbers are asked for together. The cell of a value, the place that it tells and the bytes there are three looks into memory
// that have to wait for each other, but not for those of other values: one step is done for all before the next step.

/** What is asked: the slot, the bytes, their kind, the pair that waits for the number. What is found: the number, or the hash. */
export const FROM: usize = 4
export const LENGTH: usize = 8
export const KIND: usize = 12
export const PAIR: usize = 16
export const NUMBER: usize = 20
export const HASH: usize = 24
const CANDIDATE: usize = 28

/** Behind the last one. */
export let askedEnd: usize = ASKED

export function isAskedFull(): bool {
  return askedEnd == ASKED + MOST_ASKED * ASKED_SIZE
}

/** Is there little room left for what another record asks? */
// @ts-ignore: decorator
@inline
export function isAskedHalfFull(): bool {
  return askedEnd >= ASKED + (MOST_ASKED >> 1) * ASKED_SIZE
}

/** Forgets what is asked from here on. */
export function forgetAsked(from: usize): void {
  askedEnd = from
}

export function askFor(slot: u32, from: usize, length: u32, kind: u32, pair: u32): void {
  store<u32>(askedEnd, slot)
  store<u32>(askedEnd, <u32>from, FROM)
  store<u32>(askedEnd, length, LENGTH)
  store<u32>(askedEnd, kind, KIND)
  store<u32>(askedEnd, pair, PAIR)
  askedEnd += ASKED_SIZE
}

/** Of bytes that are looked at for nothing but to have them near: kept, so that the look is not left out. */
let near: u32 = 0

/** Gives those that say what their slot said last its number, the others their hash, and has what they will be compared with near. */
export function lookAhead(): void {
  for (let at = ASKED; at < askedEnd; at += ASKED_SIZE) {
    const from: usize = load<u32>(at, FROM)
    const last = load<i32>(LASTS + (<usize>load<u32>(at) << 2))
    const isLast = last >= 0 && isAt(last, from, load<u32>(at, LENGTH), load<u32>(at, KIND))
    store<i32>(at, isLast ? last : -1, NUMBER)
    if (!isLast) store<u32>(at, hashOf(from, load<u32>(at, LENGTH)), HASH)
  }
  for (let at = ASKED; at < askedEnd; at += ASKED_SIZE)
    store<u32>(at, load<i32>(at, NUMBER) < 0 ? candidateOf(load<u32>(at, HASH)) : 0, CANDIDATE)
  for (let at = ASKED; at < askedEnd; at += ASKED_SIZE) {
    const candidate = load<u32>(at, CANDIDATE)
    if (candidate != 0) store<u32>(at, <u32>bytesOf(candidate - 1), CANDIDATE)
  }
  for (let at = ASKED; at < askedEnd; at += ASKED_SIZE) near ^= load<u8>(load<u32>(at, CANDIDATE))
}
