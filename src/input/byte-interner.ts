/** Bytes → the number of the value that they spell: most fields of a log repeat, so most strings need not be made again. */
export interface ByteInterner {
  /** Number of the value in from..to, or −1 when it is not kept. */
  readonly find: (bytes: Buffer, from: number, to: number, slot: number) => number
  /** A new string each time. */
  readonly text: (id: number) => string
  readonly size: () => number
}

const FIRST_CELLS = 1 << 12
const FIRST_ARENA = 1 << 16
/** Beyond this many bytes or values nothing new is kept. */
const MOST_BYTES = 64 << 20
const MOST_VALUES = 1 << 20
/** A hostile log may aim at one cell: after this many steps a value counts as new and is not kept. */
const MOST_PROBES = 24
/** After this many values of a field it is judged: one that hardly ever repeats (ids, times) is not looked up any more. */
const JUDGE_AFTER = 1 << 15
const UNIQUE_SHARE = 0.99

const hashOf = (bytes: Buffer, from: number, to: number): number => {
  let hash = to - from
  // Long values (user agents) differ at their ends often enough: equality is checked on all bytes.
  const head = to - from > 48 ? from + 16 : to
  for (let at = from; at < head; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  for (let at = to - 32; at >= head && at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

const emptyCells = (count: number): Int32Array<ArrayBuffer> => new Int32Array(4 * count).fill(-1)

class OpenByteInterner implements ByteInterner {
  /** (number, hash, start, length): what is looked at together lies together, since every look is a cache miss. */
  #cells = emptyCells(FIRST_CELLS)
  /** (start, length) by number. */
  #spans = new Int32Array(2 * FIRST_CELLS)
  #arena = Buffer.allocUnsafeSlow(FIRST_ARENA)
  #used = 0
  #size = 0
  readonly #seen: Uint32Array
  readonly #missed: Uint32Array
  readonly #last: Int32Array

  constructor(slots: number) {
    this.#seen = new Uint32Array(slots)
    this.#missed = new Uint32Array(slots)
    this.#last = new Int32Array(slots).fill(-1)
  }

  size(): number {
    return this.#size
  }

  text(id: number): string {
    const start = this.#spans[2 * id] as number
    return this.#arena.toString('utf8', start, start + (this.#spans[2 * id + 1] as number))
  }

  find(bytes: Buffer, from: number, to: number, slot: number): number {
    const seen = (this.#seen[slot] as number) + 1
    if (seen > JUDGE_AFTER && (this.#missed[slot] as number) > JUDGE_AFTER * UNIQUE_SHARE) return -1
    this.#seen[slot] = seen
    const last = this.#last[slot] as number
    if (last >= 0 && this.#isAt(last, bytes, from, to)) return last
    const before = this.#size
    const found = this.#lookUp(bytes, from, to)
    if (found === before && seen <= JUDGE_AFTER) this.#missed[slot] = (this.#missed[slot] as number) + 1
    this.#last[slot] = found
    return found
  }

  #isAt(id: number, bytes: Buffer, from: number, to: number): boolean {
    return this.#spans[2 * id + 1] === to - from && this.#isSame(this.#spans[2 * id] as number, bytes, from, to - from)
  }

  #isSame(start: number, bytes: Buffer, from: number, length: number): boolean {
    const arena = this.#arena
    for (let at = 0; at < length; at += 1) if (arena[start + at] !== bytes[from + at]) return false
    return true
  }

  #lookUp(bytes: Buffer, from: number, to: number): number {
    const hash = hashOf(bytes, from, to)
    const cells = this.#cells
    const mask = cells.length - 4
    const length = to - from
    for (let cell = (hash << 2) & mask, probes = 0; probes < MOST_PROBES; cell = (cell + 4) & mask, probes += 1) {
      const id = cells[cell] as number
      if (id < 0) return this.#add(cell, hash, bytes, from, to)
      if (cells[cell + 1] === hash && cells[cell + 3] === length && this.#isSame(cells[cell + 2] as number, bytes, from, length)) return id
    }
    return -1
  }

  #add(cell: number, hash: number, bytes: Buffer, from: number, to: number): number {
    const id = this.#size
    if (this.#used + to - from > MOST_BYTES || id >= MOST_VALUES) return -1
    this.#reserve(to - from)
    bytes.copy(this.#arena, this.#used, from, to)
    this.#spans[2 * id] = this.#used
    this.#spans[2 * id + 1] = to - from
    this.#cells[cell] = id
    this.#cells[cell + 1] = hash
    this.#cells[cell + 2] = this.#used
    this.#cells[cell + 3] = to - from
    this.#used += to - from
    this.#size += 1
    if (this.#size * 8 > this.#cells.length) this.#grow()
    return id
  }

  #reserve(count: number): void {
    if (this.#used + count <= this.#arena.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#arena.length * 2, this.#used + count))
    this.#arena.copy(grown, 0, 0, this.#used)
    this.#arena = grown
  }

  #grow(): void {
    const old = this.#cells
    const cells = emptyCells(old.length / 2)
    const mask = cells.length - 4
    for (let from = 0; from < old.length; from += 4) {
      if ((old[from] as number) < 0) continue
      let cell = ((old[from + 1] as number) << 2) & mask
      while ((cells[cell] as number) >= 0) cell = (cell + 4) & mask
      cells.set(old.subarray(from, from + 4), cell)
    }
    this.#cells = cells
    const spans = new Int32Array(this.#spans.length * 2)
    spans.set(this.#spans)
    this.#spans = spans
  }
}

/** @param slots how many fields are told apart when judging whether their values repeat */
export const createByteInterner = (slots: number): ByteInterner => new OpenByteInterner(slots)
