import { BACKSLASH, CLOSE_OBJECT, COLON, COMMA, MINUS, OPEN_ARRAY, OPEN_OBJECT, PLUS, POINT, QUOTE, isDigit, pastBlanks, plainEnd } from './bytes'

// All of these return 0 where the bytes are no JSON: as strict as JSON.parse.

/** As src/input/json-scan.ts. */
const MAX_DEPTH: u32 = 1000

function isHex(byte: u32): bool {
  return isDigit(byte) || (byte | 32) - 97 < 6
}

function pastEscape(at: usize): usize {
  const sign = <u32>load<u8>(at + 1)
  if (sign == 117) {
    for (let digit: usize = 2; digit < 6; digit++) if (!isHex(load<u8>(at + digit))) return 0
    return at + 6
  }
  const isKnown = sign == QUOTE || sign == BACKSLASH || sign == 47 || sign == 98 || sign == 102 || sign == 110 || sign == 114 || sign == 116
  return isKnown ? at + 2 : 0
}

/** From behind the opening quote to behind the closing one. */
export function skipString(from: usize): usize {
  let at = from
  while (true) {
    at = plainEnd(at)
    const byte = <u32>load<u8>(at)
    if (byte == QUOTE) return at + 1
    if (byte != BACKSLASH) return 0
    at = pastEscape(at)
    if (at == 0) return 0
  }
}

function pastDigits(from: usize): usize {
  let at = from
  while (isDigit(load<u8>(at))) at++
  return at > from ? at : 0
}

function skipNumber(from: usize): usize {
  let at = load<u8>(from) == MINUS ? from + 1 : from
  at = load<u8>(at) == 48 ? at + 1 : pastDigits(at)
  if (at == 0) return 0
  if (load<u8>(at) == POINT) at = pastDigits(at + 1)
  if (at == 0) return 0
  if ((<u32>load<u8>(at) | 32) != 101) return at
  const sign = <u32>load<u8>(at + 1)
  return pastDigits(sign == PLUS || sign == MINUS ? at + 2 : at + 1)
}

/** Past a number or a word. */
export function skipBare(at: usize): usize {
  const first = <u32>load<u8>(at)
  if (first == MINUS || isDigit(first)) return skipNumber(at)
  const word = load<u32>(at)
  if (word == 0x65757274 || word == 0x6c6c756e) return at + 4
  return word == 0x736c6166 && load<u8>(at + 4) == 101 ? at + 5 : 0
}

function skipKey(at: usize): usize {
  const end = load<u8>(at) == QUOTE ? skipString(at + 1) : 0
  if (end == 0) return 0
  const colon = pastBlanks(end)
  return load<u8>(colon) == COLON ? pastBlanks(colon + 1) : 0
}

/** What closes the containers that are open. */
const open = memory.data(<i32>MAX_DEPTH)

function skipContainer(from: usize): usize {
  let depth: usize = 0
  let at = from
  while (true) {
    const byte = <u32>load<u8>(at)
    if (byte == OPEN_OBJECT || byte == OPEN_ARRAY) {
      if (depth == MAX_DEPTH) return 0
      store<u8>(open + depth++, <u8>(byte + 2))
      at = pastBlanks(at + 1)
      if (load<u8>(at) != byte + 2) {
        if (byte == OPEN_OBJECT) at = skipKey(at)
        if (at == 0) return 0
        continue
      }
    } else {
      at = byte == QUOTE ? skipString(at + 1) : skipBare(at)
      if (at == 0) return 0
      at = pastBlanks(at)
    }
    while (depth > 0 && load<u8>(at) == load<u8>(open + depth - 1)) {
      if (--depth == 0) return at + 1
      at = pastBlanks(at + 1)
    }
    if (load<u8>(at) != COMMA) return 0
    at = pastBlanks(at + 1)
    if (load<u8>(open + depth - 1) == CLOSE_OBJECT) at = skipKey(at)
    if (at == 0) return 0
  }
}

/** Past any value on this line. */
export function skipValue(at: usize): usize {
  const byte = <u32>load<u8>(at)
  if (byte == QUOTE) return skipString(at + 1)
  return byte == OPEN_OBJECT || byte == OPEN_ARRAY ? skipContainer(at) : skipBare(at)
}
