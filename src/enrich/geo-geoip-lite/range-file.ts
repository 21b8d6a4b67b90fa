import { openRecordFile } from './record-file.ts'

/** How the records of one of geoip-lite's files lie: first address, last address (big-endian, inclusive), and what is known of both. */
export interface RangeLayout {
  readonly recordBytes: number
  readonly addressBytes: number
}

/** A file of ranges in ascending order. */
export interface RangeFile {
  /** Number of the range that holds this address; −1 where none does. Of an address of more than 32 bits, the next 32 are compared too. */
  readonly find: (high: number, low: number) => number
  /** The number at this byte behind the two addresses of a range. */
  readonly factAt: (range: number, byte: number) => number
  readonly close: () => void
}

/** The first fourteen steps of a search jump all over the file: what they meet is kept side by side, in the order of the tree of all searches. */
const KEPT_KNOTS = 1 << 14
/** First address, last address: two words each. */
const KNOT = 4

const compareAt = (words: Uint32Array, at: number, high: number, low: number): number =>
  high - (words[at] as number) || low - (words[at + 1] as number)

/** Is the address below the range (negative), inside (0) or above it? */
const sideOf = (words: Uint32Array, at: number, high: number, low: number): number => {
  const fromFirst = compareAt(words, at, high, low)
  return fromFirst < 0 ? fromFirst : Math.max(compareAt(words, at + 2, high, low), 0)
}

/** Opens a file of ranges; of its bytes only those are read that a question leads to. Throws when it cannot be opened. */
export const openRangeFile = (path: string, { recordBytes, addressBytes }: RangeLayout): RangeFile => {
  const { count, wordAt, close } = openRecordFile(path, recordBytes)
  const hasLow = addressBytes > 4
  const readRange = (range: number, into: Uint32Array, at: number): void => {
    into[at] = wordAt(range, 0)
    into[at + 2] = wordAt(range, addressBytes)
    if (!hasLow) return
    into[at + 1] = wordAt(range, 4)
    into[at + 3] = wordAt(range, addressBytes + 4)
  }

  const kept = new Uint32Array(KEPT_KNOTS * KNOT)
  const isKept = new Uint8Array(KEPT_KNOTS)
  const passing = new Uint32Array(KNOT)
  const sideOfKept = (range: number, knot: number, high: number, low: number): number => {
    if (isKept[knot] === 0) {
      readRange(range, kept, knot * KNOT)
      isKept[knot] = 1
    }
    return sideOf(kept, knot * KNOT, high, low)
  }
  const sideOfPassing = (range: number, high: number, low: number): number => {
    readRange(range, passing, 0)
    return sideOf(passing, 0, high, low)
  }

  return {
    // The steps of geoip-lite's own bisection, its last ones included: where several ranges seem to hold an address (of IPv6 the library
    // compares the first half only, and its file is in order by nothing else) the same one is met.
    find: (high, low) => {
      let [first, last, knot] = [0, count - 1, 1]
      while (first <= last) {
        const middle = (first + last) >>> 1
        const side = knot < KEPT_KNOTS ? sideOfKept(middle, knot, high, low) : sideOfPassing(middle, high, low)
        if (side === 0) return middle
        const isLower = side < 0 && last - first > 1
        if (isLower) last = middle
        else first = last - first > 1 ? middle : middle + 1
        knot = knot * 2 + (isLower ? 0 : 1)
      }
      return -1
    },
    factAt: (range, byte) => wordAt(range, 2 * addressBytes + byte),
    close,
  }
}
