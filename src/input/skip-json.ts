import { MAX_JSON_DEPTH } from './json-scan.ts'

const QUOTE = 34
const PLUS = 43
const COMMA = 44
const MINUS = 45
const POINT = 46
const ZERO = 48
const NINE = 57
const COLON = 58
const OPEN_ARRAY = 91
const BACKSLASH = 92
const SMALL_U = 117
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

/** 1: plain inside a string. */
export const PLAIN = new Uint8Array(256).fill(1, 32)
PLAIN[QUOTE] = 0
PLAIN[BACKSLASH] = 0

/** 1: may follow a backslash (but for `u`). */
const ESCAPED = new Uint8Array(256)
for (const byte of Buffer.from('"\\/bfnrt')) ESCAPED[byte] = 1

const HEX = new Uint8Array(256)
for (const byte of Buffer.from('0123456789abcdefABCDEF')) HEX[byte] = 1

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE

/** Past blanks on one line: a record here ends where its line ends. */
export const pastBlanks = (bytes: Buffer, from: number): number => {
  let at = from
  for (let byte = bytes[at]; byte === 32 || byte === 9 || byte === 13; byte = bytes[at]) at += 1
  return at
}

const pastEscape = (bytes: Buffer, at: number): number => {
  const sign = bytes[at + 1] as number
  if (sign !== SMALL_U) return ESCAPED[sign] === 1 ? at + 2 : -1
  for (let digit = at + 2; digit < at + 6; digit += 1) if (HEX[bytes[digit] as number] !== 1) return -1
  return at + 6
}

/** From behind the opening quote to behind the closing one; −1 when it is no string of JSON. */
export const skipString = (bytes: Buffer, from: number): number => {
  let at = from
  for (;;) {
    while (PLAIN[bytes[at] as number] === 1) at += 1
    if (bytes[at] === QUOTE) return at + 1
    if (bytes[at] !== BACKSLASH) return -1
    at = pastEscape(bytes, at)
    if (at < 0) return -1
  }
}

const pastDigits = (bytes: Buffer, from: number): number => {
  let at = from
  while (isDigit(bytes[at])) at += 1
  return at > from ? at : -1
}

const skipFraction = (bytes: Buffer, from: number): number => {
  let at = from
  if (bytes[at] === POINT) at = pastDigits(bytes, at + 1)
  if (at < 0 || (bytes[at] !== 69 && bytes[at] !== 101)) return at
  const sign = bytes[at + 1]
  return pastDigits(bytes, sign === PLUS || sign === MINUS ? at + 2 : at + 1)
}

const skipNumber = (bytes: Buffer, from: number): number => {
  const at = bytes[from] === MINUS ? from + 1 : from
  return skipFraction(bytes, bytes[at] === ZERO ? at + 1 : pastDigits(bytes, at))
}

const skipWord = (bytes: Buffer, from: number, word: string): number => {
  for (let at = 0; at < word.length; at += 1) if (bytes[from + at] !== word.charCodeAt(at)) return -1
  return from + word.length
}

const WORDS: Readonly<Record<number, string>> = { 102: 'false', 110: 'null', 116: 'true' }

/** Past a number or a word; −1 when it is neither. */
export const skipBare = (bytes: Buffer, at: number): number => {
  const first = bytes[at] as number
  if (first === MINUS || isDigit(first)) return skipNumber(bytes, at)
  const word = WORDS[first]
  return word === undefined ? -1 : skipWord(bytes, at, word)
}

const skipKey = (bytes: Buffer, at: number): number => {
  const end = bytes[at] === QUOTE ? skipString(bytes, at + 1) : -1
  if (end < 0) return -1
  const colon = pastBlanks(bytes, end)
  return bytes[colon] === COLON ? pastBlanks(bytes, colon + 1) : -1
}

const stack = new Uint8Array(MAX_JSON_DEPTH + 1)

const skipContainer = (bytes: Buffer, from: number): number => {
  let depth = 0
  let at = from
  for (;;) {
    // A value begins here.
    const byte = bytes[at] as number
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (depth === MAX_JSON_DEPTH) return -1
      const close = byte + 2
      stack[depth++] = close
      at = pastBlanks(bytes, at + 1)
      if (bytes[at] !== close) {
        if (byte === OPEN_OBJECT) at = skipKey(bytes, at)
        if (at < 0) return -1
        continue
      }
    } else {
      at = byte === QUOTE ? skipString(bytes, at + 1) : skipBare(bytes, at)
      if (at < 0) return -1
      at = pastBlanks(bytes, at)
    }
    while (depth > 0 && bytes[at] === stack[depth - 1]) {
      depth -= 1
      if (depth === 0) return at + 1
      at = pastBlanks(bytes, at + 1)
    }
    if (bytes[at] !== COMMA) return -1
    at = pastBlanks(bytes, at + 1)
    if (stack[depth - 1] === CLOSE_OBJECT) at = skipKey(bytes, at)
    if (at < 0) return -1
  }
}

/** Past any value, checked as strictly as JSON.parse does; −1 when it is none, spans lines, or nests too deep. */
export const skipValue = (bytes: Buffer, at: number): number => {
  const byte = bytes[at]
  if (byte === QUOTE) return skipString(bytes, at + 1)
  return byte === OPEN_OBJECT || byte === OPEN_ARRAY ? skipContainer(bytes, at) : skipBare(bytes, at)
}

export const isContainerStart = (byte: number | undefined): boolean => byte === OPEN_OBJECT || byte === OPEN_ARRAY
