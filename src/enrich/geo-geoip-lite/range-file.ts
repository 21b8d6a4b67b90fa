import { openRecordFile } from './record-file.ts'

/** How the records of one of geoip-lite's files lie: first address, last address (big-endian, inclusive), and what is known of both. */
export interface RangeLayout {
  readonly recordBytes: number
  readonly addressBytes: number
  /** How many 32-bit words of an address are compared. */
  readonly comparedWords: number
}

/** A file of ranges in ascending order. */
export interface RangeFile {
  /** What stands after the two addresses of the range that holds this one, which is given as the words that are compared. */
  readonly find: (address: readonly number[]) => Buffer | undefined
  readonly close: () => void
}

/** The first twelve steps of a search jump all over the file: what they meet is kept side by side, in the order of the tree of all searches. */
const KEPT_KNOTS = 4096

const compareAt = (words: Uint32Array, at: number, address: readonly number[]): number => {
  for (let word = 0; word < address.length; word += 1) {
    const difference = (address[word] as number) - (words[at + word] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** Is the address below the range (negative), inside (0) or above it? The range: first and last address. */
const sideOf = (range: Uint32Array, at: number, address: readonly number[]): number => {
  const fromFirst = compareAt(range, at, address)
  return fromFirst < 0 ? fromFirst : Math.max(compareAt(range, at + address.length, address), 0)
}

/** Opens a file of ranges; of its bytes only those are read that a question leads to. Throws when it cannot be opened. */
export const openRangeFile = (path: string, { recordBytes, addressBytes, comparedWords }: RangeLayout): RangeFile => {
  const { count, pageOf, offsetOf, close } = openRecordFile(path, recordBytes)
  const rangeWords = comparedWords * 2

  const readRange = (record: number, into: Uint32Array, at: number): void => {
    const [page, offset] = [pageOf(record), offsetOf(record)]
    for (let word = 0; word < comparedWords; word += 1) {
      into[at + word] = page.readUInt32BE(offset + word * 4)
      into[at + comparedWords + word] = page.readUInt32BE(offset + addressBytes + word * 4)
    }
  }

  const kept = new Uint32Array(KEPT_KNOTS * rangeWords)
  const isKept = new Uint8Array(KEPT_KNOTS)
  const passing = new Uint32Array(rangeWords)
  const sideOfRecord = (record: number, knot: number, address: readonly number[]): number => {
    const isNear = knot < KEPT_KNOTS
    const [range, at] = isNear ? [kept, knot * rangeWords] : [passing, 0]
    if (!isNear || isKept[knot] === 0) readRange(record, range, at)
    if (isNear) isKept[knot] = 1
    return sideOf(range, at, address)
  }

  const factsOf = (record: number): Buffer => {
    const offset = offsetOf(record)
    return pageOf(record).subarray(offset + 2 * addressBytes, offset + recordBytes)
  }

  return {
    // The steps of geoip-lite's own bisection, its last ones included: where several ranges seem to hold an address (of IPv6 the library
    // compares the first half only, and its file is in order by nothing else) the same one is met.
    find: (address) => {
      let [low, high, knot] = [0, count - 1, 1]
      while (low <= high) {
        const middle = (low + high) >>> 1
        const side = sideOfRecord(middle, knot, address)
        if (side === 0) return factsOf(middle)
        const isLower = side < 0 && high - low > 1
        if (isLower) high = middle
        else low = high - low > 1 ? middle : middle + 1
        knot = knot * 2 + (isLower ? 0 : 1)
      }
      return undefined
    },
    close,
  }
}
