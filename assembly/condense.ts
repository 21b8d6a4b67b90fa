import { CLOSE_ARRAY, CLOSE_OBJECT, COMMA, OPEN_ARRAY, OPEN_OBJECT, pastBlanks } from './bytes'
import { CONDENSED, CONDENSED_BYTES } from './memory'
import { skipValue } from './skip'
import { LENGTH, TAKE, USE, keyAt, orderBehind } from './tree'

// Writes a list again without those members of its objects that nobody looks at: times and ids of the members make each list a new one.

const LAST: usize = CONDENSED + CONDENSED_BYTES

let to: usize = 0

// @ts-ignore: decorator
@inline
function put(byte: u32): void {
  store<u8>(to++, <u8>byte)
}

/** False where there is no room. */
function copy(from: usize, end: usize): bool {
  // What closes the object and the list, and a comma, must still fit.
  if (to + (end - from) + 4 > LAST) return false
  memory.copy(to, from, end - from)
  to += end - from
  return true
}

/** The members of an object that are taken; to behind it, 0 where all of the list has to be taken. */
function condenseObject(inside: usize, from: usize): usize {
  let at = pastBlanks(from + 1)
  let next: u32 = 0
  put(OPEN_OBJECT)
  const first = to
  while (load<u8>(at) != CLOSE_OBJECT) {
    if (load<u8>(at) == COMMA) at = pastBlanks(at + 1)
    const key = keyAt(inside, at + 1, next)
    if (key == 0) return 0
    next = orderBehind(key)
    const colon = pastBlanks(at + load<u32>(key, LENGTH) + 2)
    const end = skipValue(pastBlanks(colon + 1))
    if (load<u8>(key, USE) == TAKE) {
      if (to != first) put(COMMA)
      if (!copy(at, end)) return 0
    }
    at = pastBlanks(end)
  }
  put(CLOSE_OBJECT)
  return at + 1
}

/** The same list at `CONDENSED`; its length, 0 where all of it has to be taken. The list is known to be valid. */
export function condense(inside: usize, from: usize): usize {
  to = CONDENSED
  put(OPEN_ARRAY)
  let at = pastBlanks(from + 1)
  while (load<u8>(at) != CLOSE_ARRAY) {
    if (load<u8>(at) == COMMA) {
      at = pastBlanks(at + 1)
      put(COMMA)
    }
    if (to + 4 > LAST) return 0
    const end = load<u8>(at) == OPEN_OBJECT ? condenseObject(inside, at) : skipValue(at)
    if (end == 0 || (load<u8>(at) != OPEN_OBJECT && !copy(at, end))) return 0
    at = pastBlanks(end)
  }
  put(CLOSE_ARRAY)
  return to - CONDENSED
}
