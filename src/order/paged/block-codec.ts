import type { Numbers } from '../table-column.ts'

/** How a block of numbers is written: as so many bytes each above the smallest of them; 0: all are the smallest. */
export interface BlockShape {
  readonly base: number
  readonly width: number
}

/** As they are: fractions, and spans that six bytes do not hold. */
const RAW = 8
const MOST_PACKED = 2 ** 48

/** Numbers of a width are written one part after the other, each part in one go: parts in bytes. */
const PARTS: readonly (readonly number[])[] = [[], [1], [2], [2, 1], [4], [4, 1], [4, 2]]
/** Parts begin where an array of them may begin. */
const ALIGNED = 8

const padded = (count: number): number => Math.ceil(count / ALIGNED) * ALIGNED

export const bytesOf = ({ width }: BlockShape, count: number): number => padded(count) * width

const widthOf = (span: number): number => {
  let width = 0
  for (let most = 1; most <= span; most *= 256) width += 1
  return width
}

export const shapeOf = (numbers: Numbers, count: number): BlockShape => {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let isWhole = true
  for (let at = 0; at < count; at += 1) {
    const number = numbers[at] as number
    if (number < least) least = number
    if (number > most) most = number
    if (!Number.isSafeInteger(number)) isWhole = false
  }
  if (least === most) return { base: least, width: 0 }
  if (!isWhole || most - least >= MOST_PACKED) return { base: 0, width: RAW }
  const width = widthOf(most - least)
  // Numbers that are written as they are, are read in one stroke.
  return least >= 0 && widthOf(most) === width ? { base: 0, width } : { base: least, width }
}

const partsIn = (bytes: Uint8Array, offset: number, size: number, count: number): Uint8Array | Uint16Array | Uint32Array => {
  const at = bytes.byteOffset + offset
  if (size === 1) return new Uint8Array(bytes.buffer, at, count)
  return size === 2 ? new Uint16Array(bytes.buffer, at, count) : new Uint32Array(bytes.buffer, at, count)
}

/** @param bytes where they are written; begins at a multiple of eight */
export const encodeBlock = (numbers: Numbers, count: number, { base, width }: BlockShape, bytes: Uint8Array): void => {
  if (width === RAW) return new Float64Array(bytes.buffer, bytes.byteOffset, count).set(numbers.subarray(0, count))
  let offset = 0
  let unit = 1
  for (const size of PARTS[width] ?? []) {
    const parts = partsIn(bytes, offset, size, count)
    // What does not fit into a part is cut off where it is stored.
    if (unit === 1 && base === 0) parts.set(numbers.subarray(0, count))
    else for (let at = 0; at < count; at += 1) parts[at] = Math.floor(((numbers[at] as number) - base) / unit)
    offset += size * padded(count)
    unit *= 256 ** size
  }
}

/** The first part is copied by the engine, which is several times as fast as a loop over arrays of many kinds. */
export const decodeBlock = (bytes: Uint8Array, count: number, { base, width }: BlockShape, into: Numbers): void => {
  if (width === RAW) return into.set(new Float64Array(bytes.buffer, bytes.byteOffset, count))
  if (width === 0) return void into.fill(base, 0, count)
  let offset = 0
  let unit = 1
  for (const size of PARTS[width] ?? []) {
    const parts = partsIn(bytes, offset, size, count)
    if (unit === 1) into.set(parts)
    else for (let at = 0; at < count; at += 1) into[at] = (into[at] as number) + (parts[at] as number) * unit
    offset += size * padded(count)
    unit *= 256 ** size
  }
  if (base !== 0) for (let at = 0; at < count; at += 1) into[at] = (into[at] as number) + base
}
