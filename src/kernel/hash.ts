/**
 * 128-bit non-cryptographic string hash (four murmur-style lanes over UTF-16 code units), for values that are only
 * compared. Fixed seeds: equal text gives equal numbers in every run and thread.
 */
const SEEDS = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x2545f491] as const

/** The four lanes of the last `hash128` call: read them before the next call. */
export const lanes = new Uint32Array(4)

export const hash128 = (text: string): void => {
  let a: number = SEEDS[0]
  let b: number = SEEDS[1]
  let c: number = SEEDS[2]
  let d: number = SEEDS[3]
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    a = b ^ Math.imul(a ^ unit, 0x239b961b)
    b = c ^ Math.imul(b ^ unit, 0xab0e9789)
    c = d ^ Math.imul(c ^ unit, 0x38b34ae5)
    d = a ^ Math.imul(d ^ unit, 0xa1e38b93)
  }
  a = Math.imul(c ^ (a >>> 18), 0x239b961b)
  b = Math.imul(d ^ (b >>> 22), 0xab0e9789)
  c = Math.imul(a ^ (c >>> 17), 0x38b34ae5)
  d = Math.imul(b ^ (d >>> 19), 0xa1e38b93)
  a ^= b ^ c ^ d ^ text.length
  lanes[0] = a
  lanes[1] = b ^ a
  lanes[2] = c ^ a
  lanes[3] = d ^ a
}

/** 32 hex digits: a printable id made of text. */
export const hashHex = (text: string): string => {
  hash128(text)
  return Array.from(lanes, (lane) => lane.toString(16).padStart(8, '0')).join('')
}

/** Mixes one more 32-bit value into a running digest lane. */
export const mix = (digest: number, value: number): number => {
  const mixed = Math.imul(digest ^ value, 0x85ebca6b)
  return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ (mixed << 7)
}
