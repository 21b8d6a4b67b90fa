/** Bytes → the string that they spell, made once per distinct value: most fields of a log repeat. */
export interface ByteInterner {
  /** Number of the value in from..to, or −1 when it was not kept: then `fresh` makes the string. */
  readonly find: (bytes: Buffer, from: number, to: number, slot: number) => number
  readonly text: (id: number) => string
  readonly size: () => number
}

const FIRST_SLOTS = 1 << 12
const FIRST_ARENA = 1 << 16
/** Beyond this many bytes or values nothing new is kept. */
const MOST_BYTES = 64 << 20
const MOST_VALUES = 1 << 20
/** A hostile log may aim at one cell: after this many steps a value counts as new and is not kept. */
const MOST_PROBES = 24
/** After this many values of a field it is judged: one that hardly ever repeats (ids, times) is not looked up any more. */
const JUDGE_AFTER = 1 << 15
const UNIQUE_SHARE = 0.95

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

const longer = (numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(numbers.length * 2)
  grown.set(numbers)
  return grown
}

export const decodeSlice = (bytes: Buffer, from: number, to: number, isPure: boolean): string => bytes.toString(isPure ? 'latin1' : 'utf8', from, to)

class OpenByteInterner implements ByteInterner {
  #cells = new Int32Array(FIRST_SLOTS).fill(-1)
  #arena = Buffer.allocUnsafeSlow(FIRST_ARENA)
  #used = 0
  #starts = new Int32Array(FIRST_SLOTS)
  #ends = new Int32Array(FIRST_SLOTS)
  #hashes = new Int32Array(FIRST_SLOTS)
  readonly #texts: string[] = []
  readonly #seen: Uint32Array
  readonly #missed: Uint32Array
  readonly #last: Int32Array

  constructor(slots: number) {
    this.#seen = new Uint32Array(slots)
    this.#missed = new Uint32Array(slots)
    this.#last = new Int32Array(slots).fill(-1)
  }

  readonly size = (): number => this.#texts.length
  readonly text = (id: number): string => this.#texts[id] as string

  readonly find = (bytes: Buffer, from: number, to: number, slot: number): number => {
    const seen = this.#seen[slot]! + 1
    if (seen > JUDGE_AFTER && (this.#missed[slot] as number) > JUDGE_AFTER * UNIQUE_SHARE) return -1
    this.#seen[slot] = seen
    const last = this.#last[slot] as number
    if (last >= 0 && this.#isAt(last, bytes, from, to)) return last
    const found = this.#lookUp(bytes, from, to, seen <= JUDGE_AFTER ? slot : -1)
    this.#last[slot] = found
    return found
  }

  #isAt(id: number, bytes: Buffer, from: number, to: number): boolean {
    const start = this.#starts[id] as number
    const length = to - from
    if ((this.#ends[id] as number) - start !== length) return false
    const arena = this.#arena
    for (let at = 0; at < length; at += 1) if (arena[start + at] !== bytes[from + at]) return false
    return true
  }

  #lookUp(bytes: Buffer, from: number, to: number, slot: number): number {
    const hash = hashOf(bytes, from, to)
    const mask = this.#cells.length - 1
    for (let cell = hash & mask, probes = 0; probes < MOST_PROBES; cell = (cell + 1) & mask, probes += 1) {
      const id = this.#cells[cell] as number
      if (id < 0) {
        if (slot >= 0) this.#missed[slot]! += 1
        return this.#add(cell, hash, bytes, from, to)
      }
      if (this.#hashes[id] === hash && this.#isAt(id, bytes, from, to)) return id
    }
    return -1
  }

  #add(cell: number, hash: number, bytes: Buffer, from: number, to: number): number {
    const id = this.#texts.length
    if (this.#used + to - from > MOST_BYTES || id >= MOST_VALUES) return -1
    this.#reserve(to - from)
    bytes.copy(this.#arena, this.#used, from, to)
    this.#starts[id] = this.#used
    this.#used += to - from
    this.#ends[id] = this.#used
    this.#hashes[id] = hash
    this.#texts.push(bytes.toString('utf8', from, to))
    this.#cells[cell] = id
    if ((id + 1) * 2 > this.#cells.length) this.#grow()
    return id
  }

  #reserve(count: number): void {
    if (this.#used + count <= this.#arena.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#arena.length * 2, this.#used + count))
    this.#arena.copy(grown, 0, 0, this.#used)
    this.#arena = grown
  }

  #grow(): void {
    const cells = new Int32Array(this.#cells.length * 2).fill(-1)
    const mask = cells.length - 1
    for (let id = 0; id < this.#texts.length; id += 1) {
      let cell = (this.#hashes[id] as number) & mask
      while ((cells[cell] as number) >= 0) cell = (cell + 1) & mask
      cells[cell] = id
    }
    this.#cells = cells
    this.#starts = longer(this.#starts)
    this.#ends = longer(this.#ends)
    this.#hashes = longer(this.#hashes)
  }
}

/** @param slots how many fields are told apart when judging whether their values repeat */
export const createByteInterner = (slots: number): ByteInterner => new OpenByteInterner(slots)
