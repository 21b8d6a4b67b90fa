import { hash128, lanes } from '../kernel/hash.ts'
import { doubled } from './int-array.ts'
import { ownCopy } from './interner.ts'

/** (Scope, id) → dense number: equal ids of two providers or tenants stay apart. */
export interface ScopedInterner {
  /** @param isOwn the text is no slice of a longer one */
  readonly intern: (scope: number, id: string, isOwn?: boolean) => number
  /** −1 where it was never met. */
  readonly find: (scope: number, id: string) => number
  /** The id as it was written. */
  readonly get: (key: number) => string | undefined
  readonly scopeOf: (key: number) => number
  /** 32-bit content hash of the id alone; 0 for −1. */
  readonly hashOf: (key: number) => number
  /** No more values come: lets go of what only meeting them needs. `intern` and `find` must not be called any more. */
  readonly settle: () => void
  readonly size: number
}

const FREE = -1

/** A table of its own instead of a `Map`: half of the memory, and a text is hashed once for the table and the digest. */
class OpenScopedInterner implements ScopedInterner {
  #slots = new Int32Array(2048).fill(FREE)
  #scopes = new Int32Array(1024)
  #hashes = new Int32Array(1024)
  readonly #texts: string[] = []

  get size(): number {
    return this.#texts.length
  }

  intern(scope: number, id: string, isOwn = false): number {
    hash128(id)
    const hash = (lanes[0] as number) | 0
    const slot = this.#slotOf(scope, id, hash)
    const key = this.#slots[slot] as number
    return key === FREE ? this.#add(slot, scope, isOwn ? id : ownCopy(id), hash) : key
  }

  find(scope: number, id: string): number {
    hash128(id)
    return this.#slots[this.#slotOf(scope, id, (lanes[0] as number) | 0)] as number
  }

  get(key: number): string | undefined {
    return this.#texts[key]
  }

  scopeOf(key: number): number {
    return key < 0 || key >= this.#texts.length ? -1 : (this.#scopes[key] as number)
  }

  hashOf(key: number): number {
    return key < 0 ? 0 : (this.#hashes[key] as number)
  }

  settle(): void {
    this.#slots = new Int32Array(0)
  }

  /** The slot of this id: its own, or the free one where it belongs. */
  #slotOf(scope: number, id: string, hash: number): number {
    const mask = this.#slots.length - 1
    let slot = startOf(scope, hash) & mask
    for (;;) {
      const key = this.#slots[slot] as number
      if (key === FREE || (this.#hashes[key] === hash && this.#scopes[key] === scope && this.#texts[key] === id)) return slot
      slot = (slot + 1) & mask
    }
  }

  #add(slot: number, scope: number, own: string, hash: number): number {
    const key = this.#texts.length
    if (key === this.#scopes.length) {
      this.#scopes = doubled(this.#scopes)
      this.#hashes = doubled(this.#hashes)
    }
    this.#hashes[key] = hash
    this.#scopes[key] = scope
    this.#texts.push(own)
    this.#slots[slot] = key
    if (this.#texts.length * 2 > this.#slots.length) this.#rehash()
    return key
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(FREE)
    const mask = slots.length - 1
    for (let key = 0; key < this.#texts.length; key += 1) {
      let slot = startOf(this.#scopes[key] as number, this.#hashes[key] as number) & mask
      while (slots[slot] !== FREE) slot = (slot + 1) & mask
      slots[slot] = key
    }
    this.#slots = slots
  }
}

const startOf = (scope: number, hash: number): number => hash ^ Math.imul(scope, 0x9e3779b1)

export const createScopedInterner = (): ScopedInterner => new OpenScopedInterner()
