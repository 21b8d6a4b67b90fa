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
const MOST_VALUES = (1 << 20) - 1
/** A hostile log may aim at one cell: after this many steps a value counts as new and is not kept. */
const MOST_PROBES = 24
/** After this many values of a field it is judged: one that hardly ever repeats (ids, times) is not looked up any more. */
const JUDGE_AFTER = 1 << 15
const UNIQUE_SHARE = 0.99

/** Four bytes at a time: a third of the time of byte by byte. */
const hashOf = (view: DataView, from: number, to: number): number => {
  let hash = to - from
  let at = from
  for (; at + 4 <= to; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  for (; at < to; at += 1) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

const isSame = (one: DataView, start: number, other: DataView, from: number, length: number): boolean => {
  let at = 0
  for (; at + 4 <= length; at += 4) if (one.getInt32(start + at, true) !== other.getInt32(from + at, true)) return false
  for (; at < length; at += 1) if (one.getUint8(start + at) !== other.getUint8(from + at)) return false
  return true
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const grownTo = (numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(length)
  grown.set(numbers)
  return grown
}

/** A cell holds a value's number and the upper bits of its hash: four bytes, since every look is a cache miss and small tables miss less. */
const NUMBER_BITS = 20
const NUMBER_MASK = (1 << NUMBER_BITS) - 1
const FREE = -1

class OpenByteInterner implements ByteInterner {
  #cells = new Int32Array(FIRST_CELLS).fill(FREE)
  /** By number: where the value begins in the arena; it ends where the next one begins. */
  #starts = new Int32Array(FIRST_CELLS)
  #hashes = new Int32Array(FIRST_CELLS)
  #arena = Buffer.allocUnsafeSlow(FIRST_ARENA)
  #arenaView = viewOf(this.#arena)
  /** The bytes at hand: the same ones for thousands of values. */
  #bytes: Buffer = this.#arena
  #view = this.#arenaView
  #size = 0
  readonly #seen: Uint32Array
  readonly #missed: Uint32Array
  readonly #last: Int32Array
  /** The number found for the field before: first met together, two values of a record have numbers in a row. */
  #before = -1

  constructor(slots: number) {
    this.#seen = new Uint32Array(slots)
    this.#missed = new Uint32Array(slots)
    this.#last = new Int32Array(slots).fill(-1)
  }

  size(): number {
    return this.#size
  }

  text(id: number): string {
    return this.#arena.toString('utf8', this.#starts[id], this.#starts[id + 1])
  }

  find(bytes: Buffer, from: number, to: number, slot: number): number {
    const seen = (this.#seen[slot] as number) + 1
    if (seen > JUDGE_AFTER && (this.#missed[slot] as number) > JUDGE_AFTER * UNIQUE_SHARE) return -1
    this.#seen[slot] = seen
    if (bytes !== this.#bytes) {
      this.#bytes = bytes
      this.#view = viewOf(bytes)
    }
    const last = this.#last[slot] as number
    if (last >= 0 && this.#isAt(last, from, to)) return last
    const next = this.#before + 1
    const size = this.#size
    const found = next < size && this.#isAt(next, from, to) ? next : this.#lookUp(bytes, from, to)
    if (found === size && seen <= JUDGE_AFTER) this.#missed[slot] = (this.#missed[slot] as number) + 1
    this.#last[slot] = found
    this.#before = found
    return found
  }

  #isAt(id: number, from: number, to: number): boolean {
    const start = this.#starts[id] as number
    return (this.#starts[id + 1] as number) - start === to - from && isSame(this.#arenaView, start, this.#view, from, to - from)
  }

  #lookUp(bytes: Buffer, from: number, to: number): number {
    const hash = hashOf(this.#view, from, to)
    const cells = this.#cells
    const mask = cells.length - 1
    const tag = hash >>> NUMBER_BITS
    for (let cell = hash & mask, probes = 0; probes < MOST_PROBES; cell = (cell + 1) & mask, probes += 1) {
      const held = cells[cell] as number
      if (held === FREE) return this.#add(cell, hash, bytes, from, to)
      if (held >>> NUMBER_BITS === tag && this.#isAt(held & NUMBER_MASK, from, to)) return held & NUMBER_MASK
    }
    return -1
  }

  #add(cell: number, hash: number, bytes: Buffer, from: number, to: number): number {
    const id = this.#size
    const start = this.#starts[id] as number
    const end = start + to - from
    if (end > MOST_BYTES || id >= MOST_VALUES) return -1
    if (end > this.#arena.length) this.#growArena(end)
    bytes.copy(this.#arena, start, from, to)
    this.#cells[cell] = (hash & ~NUMBER_MASK) | id
    this.#hashes[id] = hash
    this.#starts[id + 1] = end
    this.#size += 1
    if (this.#size * 2 > this.#cells.length) this.#grow()
    return id
  }

  #growArena(wanted: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#arena.length * 2, wanted))
    this.#arena.copy(grown)
    this.#arena = grown
    this.#arenaView = viewOf(grown)
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2).fill(FREE)
    const mask = cells.length - 1
    for (let id = 0; id < this.#size; id += 1) {
      const hash = this.#hashes[id] as number
      let cell = hash & mask
      while (cells[cell] !== FREE) cell = (cell + 1) & mask
      cells[cell] = (hash & ~NUMBER_MASK) | id
    }
    this.#cells = cells
    this.#starts = grownTo(this.#starts, cells.length)
    this.#hashes = grownTo(this.#hashes, cells.length)
  }
}

/** @param slots how many fields are told apart when judging whether their values repeat */
export const createByteInterner = (slots: number): ByteInterner => new OpenByteInterner(slots)
