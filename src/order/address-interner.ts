import { dottedV4, parseV4 } from '../kernel/ip-parse.ts'
import { hash128, lanes, mix } from '../kernel/hash.ts'
import { doubled } from './int-array.ts'
import { ownCopy, type Interner } from './interner.ts'

const FIRST_CELLS = 1 << 11
/** A cell that no key is in. */
const FREE = -1

const spread = (value: number): number => Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) ^ (value >>> 12)

export interface AddressDictionary extends Interner {
  /** A version 4 address as an unsigned number; −1 for any other and for none. */
  readonly v4Of: (key: number) => number
  /** No more values come: lets go of what only meeting them needs. `intern` and `find` must not be called any more. */
  readonly settle: () => void
}

/** Addresses → dense ids. Version 4, nearly all of them, are numbers and take 20 bytes each; the rest are texts. */
class AddressInterner implements AddressDictionary {
  /** (address as a number, key) pairs. */
  #cells = new Int32Array(2 * FIRST_CELLS).fill(FREE)
  #numbers = new Int32Array(1024)
  #size = 0
  #v4Count = 0
  readonly #texts = new Map<number, string>()
  readonly #textKeys = new Map<string, number>()

  get size(): number {
    return this.#size
  }

  intern(text: string | undefined): number {
    if (text === undefined) return -1
    const value = parseV4(text)
    if (value === undefined) return this.#textKeys.get(text) ?? this.#addText(text)
    const cell = this.#cellOf(value | 0)
    const key = this.#cells[cell + 1] as number
    return key === FREE ? this.#addNumber(cell, value | 0) : key
  }

  find(text: string): number {
    const value = parseV4(text)
    return value === undefined ? (this.#textKeys.get(text) ?? -1) : (this.#cells[this.#cellOf(value | 0) + 1] as number)
  }

  get(key: number): string | undefined {
    if (key < 0 || key >= this.#size) return undefined
    return this.#texts.get(key) ?? dottedV4((this.#numbers[key] as number) >>> 0)
  }

  v4Of(key: number): number {
    return key < 0 || key >= this.#size || this.#texts.has(key) ? -1 : (this.#numbers[key] as number) >>> 0
  }

  hashOf(key: number): number {
    if (key < 0) return 0
    const text = this.#texts.get(key)
    if (text === undefined) return mix(0x243f6a88, this.#numbers[key] as number)
    hash128(text)
    return lanes[0] as number
  }

  settle(): void {
    this.#cells = new Int32Array(0)
    this.#numbers = this.#numbers.slice(0, this.#size)
  }

  #cellOf(value: number): number {
    const mask = this.#cells.length - 2
    let cell = (spread(value) << 1) & mask
    while (this.#cells[cell + 1] !== FREE && this.#cells[cell] !== value) cell = (cell + 2) & mask
    return cell
  }

  #nextKey(number: number): number {
    if (this.#size === this.#numbers.length) this.#numbers = doubled(this.#numbers)
    this.#numbers[this.#size] = number
    return this.#size++
  }

  #addNumber(cell: number, value: number): number {
    const key = this.#nextKey(value)
    this.#cells[cell] = value
    this.#cells[cell + 1] = key
    this.#v4Count += 1
    if (this.#v4Count * 4 > this.#cells.length) this.#rehash()
    return key
  }

  #addText(text: string): number {
    const own = ownCopy(text)
    const key = this.#nextKey(0)
    this.#texts.set(key, own)
    this.#textKeys.set(own, key)
    return key
  }

  #rehash(): void {
    const old = this.#cells
    this.#cells = new Int32Array(old.length * 2).fill(FREE)
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === FREE) continue
      const cell = this.#cellOf(old[from] as number)
      this.#cells[cell] = old[from] as number
      this.#cells[cell + 1] = old[from + 1] as number
    }
  }
}

export const createAddressInterner = (): AddressDictionary => new AddressInterner()
