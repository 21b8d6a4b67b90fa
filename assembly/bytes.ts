export const QUOTE: u32 = 34
export const PLUS: u32 = 43
export const COMMA: u32 = 44
export const MINUS: u32 = 45
export const POINT: u32 = 46
export const COLON: u32 = 58
export const OPEN_ARRAY: u32 = 91
export const BACKSLASH: u32 = 92
export const CLOSE_ARRAY: u32 = 93
export const OPEN_OBJECT: u32 = 123
export const CLOSE_OBJECT: u32 = 125

// @ts-ignore: decorator
@inline
export function isDigit(byte: u32): bool {
  return byte - 48 < 10
}

// @ts-ignore: decorator
@inline
export function isLetter(byte: u32): bool {
  return (byte | 32) - 97 < 26
}

/** Past blanks on one line: a record here ends where its line ends. */
// @ts-ignore: decorator
@inline
export function pastBlanks(at: usize): usize {
  let byte = <u32>load<u8>(at)
  while (byte == 32 || byte == 9 || byte == 13) byte = load<u8>(++at)
  return at
}

/** First of the next bytes that is a quote, a backslash or a control character; sixteen at a time. */
// @ts-ignore: decorator
@inline
export function plainEnd(at: usize): usize {
  while (true) {
    const block = v128.load(at)
    const special = v128.or(
      v128.or(i8x16.eq(block, i8x16.splat(34)), i8x16.eq(block, i8x16.splat(92))),
      i8x16.lt_u(block, i8x16.splat(32)),
    )
    const mask = i8x16.bitmask(special)
    if (mask != 0) return at + ctz(mask)
    at += 16
  }
}

export function isAscii(from: usize, to: usize): bool {
  let at = from
  for (; at + 8 <= to; at += 8) if ((load<u64>(at) & 0x8080808080808080) != 0) return false
  for (; at < to; at++) if (load<u8>(at) > 127) return false
  return true
}

export function isLiteral(bytes: usize, length: usize, at: usize): bool {
  for (let index: usize = 0; index < length; index++) if (load<u8>(bytes + index) != load<u8>(at + index)) return false
  return true
}
