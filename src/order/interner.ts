import { hash128, lanes } from '../kernel/hash.ts'
import { doubled } from './int-array.ts'

/** Text → dense id, with the way back and a content hash per value (so that digests do not depend on dense ids). */
export interface Interner {
  /** @param isOwn the text is no slice of a longer one */
  readonly intern: (text: string | undefined, isOwn?: boolean) => number
  readonly find: (text: string) => number
  readonly get: (key: number) => string | undefined
  /** 32-bit content hash of a value; 0 for −1. */
  readonly hashOf: (key: number) => number
  readonly size: number
}

/** A copy of its own: a slice of a record's text would keep the whole record alive. */
export const ownCopy = (text: string): string => (text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le'))

class TextInterner implements Interner {
  readonly #keys = new Map<string, number>()
  readonly #texts: string[] = []
  #hashes = new Int32Array(1024)

  get size(): number {
    return this.#texts.length
  }

  intern(text: string | undefined, isOwn = false): number {
    if (text === undefined) return -1
    const known = this.#keys.get(text)
    return known === undefined ? this.#add(isOwn ? text : ownCopy(text)) : known
  }

  find(text: string): number {
    return this.#keys.get(text) ?? -1
  }

  get(key: number): string | undefined {
    return this.#texts[key]
  }

  hashOf(key: number): number {
    return key < 0 ? 0 : (this.#hashes[key] as number)
  }

  #add(own: string): number {
    const key = this.#texts.length
    if (key === this.#hashes.length) this.#hashes = doubled(this.#hashes)
    hash128(own)
    this.#hashes[key] = lanes[0] as number
    this.#texts.push(own)
    this.#keys.set(own, key)
    return key
  }
}

export const createInterner = (): Interner => new TextInterner()
