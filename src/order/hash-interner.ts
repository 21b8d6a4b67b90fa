import { hash128, lanes } from '../kernel/hash.ts'
import { ownCopy } from './interner.ts'
import { letGo } from './let-go.ts'

/**
 * Text → dense id by 128-bit hash, without keeping the text: for values of high cardinality that are only compared
 * (sessions, typed names). 22 to 28 bytes per distinct value. Texts that are worth keeping are kept beside it.
 */
export interface HashInterner {
  /** `scope` keeps equal texts of two scopes apart: a content hash of what they belong to. */
  readonly intern: (text: string | undefined, scope?: number) => number
  /** As `intern`, for texts whose hashes are known, four numbers each; `scopes` and `keys` one number each. */
  readonly internAll: (hashes: Uint32Array, scopes: Int32Array, count: number, keys: Int32Array) => void
  readonly find: (text: string) => number
  /** @param isOwn the text is no slice of a longer one */
  readonly keepText: (key: number, text: string, isOwn?: boolean) => void
  /** The kept text, if it was kept. */
  readonly get: (key: number) => string | undefined
  /** One bit about a text, for what must be known of it where the text itself must not be kept. */
  readonly mark: (key: number) => void
  readonly isMarked: (key: number) => boolean
  readonly hashOf: (key: number) => number
  /** What a text that was interned under `scope` is without it: equal for equal texts of any scope. */
  readonly withoutScope: (key: number, scope: number) => string
  /** No more values come: lets go of what only meeting them needs. `intern` and `find` must not be called any more. */
  readonly settle: () => void
  /** Nor are hashes asked for any more, only texts and marks. */
  readonly forgetHashes: () => void
  readonly size: number
}

/** 67 million values: more hashes than that do not fit into memory. */
const NUMBER_BITS = 26
const NUMBER_MASK = (1 << NUMBER_BITS) - 1
const FREE = -1

/** Four lanes for each value, in chunks: an array that doubled would for a while lie there twice. The first begins small. */
const CHUNK_BITS = 20
const CHUNK_MASK = (1 << CHUNK_BITS) - 1
const FIRST_ROOM = 1024
/** Of slots in use. Most that do not belong are told by their tag, in the line of memory that is being looked at. */
const FULL = 0.7

class OpenHashInterner implements HashInterner {
  /** Number of a value and bits of its hash: most values that do not belong in a slot are told without looking them up. */
  #slots = new Int32Array(2048).fill(-1)
  #chunks = [new Uint32Array(4 * FIRST_ROOM)]
  #size = 0
  // oxlint-disable-next-line no-unused-private-class-members -- what was looked at only to have it near: kept, or the looks would be optimised away
  #touched = 0
  /** Of those that are worth it; sessions have none. */
  readonly #texts: (string | undefined)[] = []
  readonly #marked = new Set<number>()

  get size(): number {
    return this.#size
  }

  intern(text: string | undefined, scope = 0): number {
    if (text === undefined) return -1
    hash128(text)
    return this.#internLanes(scope)
  }

  internAll(hashes: Uint32Array, scopes: Int32Array, count: number, keys: Int32Array): void {
    // Every slot is looked at once before any is used: these looks wait for memory together, the later ones each for itself (half of the time).
    const mask = this.#slots.length - 1
    for (let index = 0; index < count; index += 1) {
      this.#touched ^= this.#slots[(((hashes[4 * index] as number) ^ (scopes[index] as number)) >>> 0) & mask] as number
    }
    for (let index = 0; index < count; index += 1) {
      for (let lane = 0; lane < 4; lane += 1) lanes[lane] = hashes[4 * index + lane] as number
      keys[index] = this.#internLanes(scopes[index] as number)
    }
  }

  /** The text whose hash is in `lanes`. */
  #internLanes(scope: number): number {
    lanes[0] = (lanes[0] as number) ^ scope
    lanes[1] = (lanes[1] as number) ^ Math.imul(scope, 0x9e3779b1)
    const slot = this.#slotOf()
    const held = this.#slots[slot] as number
    return held === FREE ? this.#add(slot) : held & NUMBER_MASK
  }

  find(text: string): number {
    hash128(text)
    const held = this.#slots[this.#slotOf()] as number
    return held === FREE ? -1 : held & NUMBER_MASK
  }

  keepText(key: number, text: string, isOwn = false): void {
    const kept = this.#texts[key]
    if (kept === text) return
    // The smallest spelling wins, so that the choice does not depend on the order of the input.
    if (kept === undefined || text < kept) this.#texts[key] = isOwn ? text : ownCopy(text)
  }

  get(key: number): string | undefined {
    return this.#texts[key]
  }

  mark(key: number): void {
    this.#marked.add(key)
  }

  isMarked(key: number): boolean {
    return this.#marked.has(key)
  }

  hashOf(key: number): number {
    return key < 0 ? 0 : this.#lane(key, 0) | 0
  }

  withoutScope(key: number, scope: number): string {
    const [first = 0, second = 0, third = 0, fourth = 0] = [0, 1, 2, 3].map((lane) => this.#lane(key, lane))
    return `${(first ^ scope) >>> 0} ${(second ^ Math.imul(scope, 0x9e3779b1)) >>> 0} ${third} ${fourth}`
  }

  #lane(key: number, lane: number): number {
    return (this.#chunks[key >>> CHUNK_BITS] as Uint32Array)[(key & CHUNK_MASK) * 4 + lane] as number
  }

  #isAt(key: number): boolean {
    const hashes = this.#chunks[key >>> CHUNK_BITS] as Uint32Array
    const base = (key & CHUNK_MASK) * 4
    return hashes[base] === lanes[0] && hashes[base + 1] === lanes[1] && hashes[base + 2] === lanes[2] && hashes[base + 3] === lanes[3]
  }

  /** The slot of the value whose hash is in `lanes`: its own, or the free one where it belongs. */
  #slotOf(): number {
    const slots = this.#slots
    const mask = slots.length - 1
    const tag = (lanes[1] as number) >>> NUMBER_BITS
    let slot = (lanes[0] as number) & mask
    for (;;) {
      const held = slots[slot] as number
      if (held === FREE) return slot
      if (held >>> NUMBER_BITS === tag && this.#isAt(held & NUMBER_MASK)) return slot
      slot = (slot + 1) & mask
    }
  }

  #add(slot: number): number {
    const key = this.#size
    const chunk = this.#roomFor(key)
    chunk.set(lanes, (key & CHUNK_MASK) * 4)
    this.#slots[slot] = ((lanes[1] as number) & ~NUMBER_MASK) | key
    this.#size += 1
    if (this.#size > FULL * this.#slots.length) this.#rehash()
    return key
  }

  settle(): void {
    const { byteLength } = this.#slots
    this.#slots = new Int32Array(0)
    letGo(byteLength)
  }

  forgetHashes(): void {
    const bytes = this.#chunks.reduce((sum, { byteLength }) => sum + byteLength, 0)
    this.#chunks = []
    letGo(bytes)
  }

  /** The chunk in which the value's lanes stand. */
  #roomFor(key: number): Uint32Array {
    const number = key >>> CHUNK_BITS
    const at = (key & CHUNK_MASK) * 4
    const chunk = this.#chunks[number]
    if (chunk !== undefined && at < chunk.length) return chunk
    const grown = new Uint32Array(number > 0 ? 4 << CHUNK_BITS : at * 2)
    if (chunk !== undefined) grown.set(chunk)
    this.#chunks[number] = grown
    return grown
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = slots.length - 1
    for (let key = 0; key < this.#size; key += 1) {
      let slot = this.#lane(key, 0) & mask
      while (slots[slot] !== FREE) slot = (slot + 1) & mask
      slots[slot] = (this.#lane(key, 1) & ~NUMBER_MASK) | key
    }
    const { byteLength } = this.#slots
    this.#slots = slots
    letGo(byteLength)
  }
}

export const createHashInterner = (): HashInterner => new OpenHashInterner()
