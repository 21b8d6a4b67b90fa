import { constantColumn, numbersOf, type DraftColumn, type Numbers, type NumbersKind, type TableColumn } from '../table-column.ts'
import { bytesOf, decodeBlock, encodeBlock, shapeOf, type BlockShape } from './block-codec.ts'
import type { BlockCache, CachedBlock } from './block-cache.ts'
import type { Slots } from './slots.ts'

const BLOCK_BITS = 12
/** Few enough that a single row of a block is not dear, many enough that reading them in order costs nothing. */
export const BLOCK_ROWS = 1 << BLOCK_BITS
const BLOCK_MASK = BLOCK_ROWS - 1

/** Where columns lie that do not lie in memory. */
export interface Pages {
  readonly slots: Slots
  readonly cache: BlockCache
  /** What goes to the file and comes from there passes through this, block by block. */
  readonly bytes: Uint8Array
}

interface StoredBlock {
  readonly shape: BlockShape
  readonly offset: number
  readonly count: number
}

interface LoadedBlock extends CachedBlock {
  readonly index: number
  readonly numbers: Numbers
  isChanged: boolean
}

const NOTHING: Numbers = new Uint16Array(0)
const NOWHERE = -2 * BLOCK_ROWS

/** A column in blocks on disk, some of which lie in memory as well. Written block by block; may be changed row by row afterwards. */
export class PagedColumn implements DraftColumn {
  readonly kind: NumbersKind
  readonly #pages: Pages
  readonly #stored: (StoredBlock | undefined)[] = []
  readonly #loaded: (LoadedBlock | undefined)[] = []
  #length = 0
  /** The block that was looked at last: the next row is mostly in it. */
  #last: LoadedBlock | undefined
  #numbers: Numbers = NOTHING
  #first = NOWHERE

  constructor(kind: NumbersKind, pages: Pages) {
    this.kind = kind
    this.#pages = pages
  }

  get length(): number {
    return this.#length
  }

  get(row: number): number {
    const at = row - this.#first
    if (at >= 0 && at < this.#numbers.length) return this.#numbers[at] as number
    return this.#open(row).numbers[row & BLOCK_MASK] as number
  }

  set(row: number, value: number): void {
    const block = row >>> BLOCK_BITS === this.#last?.index ? this.#last : this.#open(row)
    block.isChanged = true
    block.numbers[row & BLOCK_MASK] = value
  }

  settle(): void {
    for (const block of this.#loaded) if (block !== undefined) this.#save(block)
  }

  /** Only the last block of a column may be short. */
  append(numbers: Numbers, count: number): void {
    this.#stored.push(this.#store(numbers, count))
    this.#length += count
  }

  /** The one number of all rows, where they have but one. */
  only(): number | undefined {
    const base = this.#stored[0]?.shape.base
    const isOnly = this.#stored.every((block) => block?.shape.width === 0 && block.shape.base === base)
    return isOnly && !this.#loaded.some((block) => block?.isChanged === true) ? base : undefined
  }

  /** The rows before this one are not asked for any more. */
  forgetBefore(row: number): void {
    for (let index = (row >>> BLOCK_BITS) - 1; index >= 0 && this.#stored[index] !== undefined; index -= 1) this.#forget(index)
  }

  forget(): void {
    for (let index = 0; index < this.#stored.length; index += 1) this.#forget(index)
    this.#length = 0
  }

  /** As columns in memory: those of these rows, ascending. All rows: the column itself. */
  take(rows: Uint32Array): TableColumn {
    const only = this.only()
    if (only === undefined) return this.takeDraft(rows)
    this.forget()
    return constantColumn(rows.length, only)
  }

  takeDraft(rows: Uint32Array): DraftColumn {
    if (rows.length === this.length) return this
    const taken = new PagedColumn(this.kind, this.#pages)
    const numbers = new this.kind(BLOCK_ROWS)
    for (let from = 0; from < rows.length; from += BLOCK_ROWS) {
      const count = Math.min(BLOCK_ROWS, rows.length - from)
      for (let at = 0; at < count; at += 1) numbers[at] = this.get(rows[from + at] as number)
      taken.append(numbers, count)
    }
    this.forget()
    return taken
  }

  [Symbol.iterator](): Iterator<number> {
    return numbersOf(this)
  }

  #open(row: number): LoadedBlock {
    const index = row >>> BLOCK_BITS
    const loaded = this.#loaded[index]
    if (loaded !== undefined) loaded.isRecent = true
    const block = loaded ?? this.#load(index)
    this.#last = block
    this.#numbers = block.numbers
    this.#first = index * BLOCK_ROWS
    return block
  }

  #load(index: number): LoadedBlock {
    const stored = this.#stored[index]
    if (stored === undefined) throw new RangeError('no such row')
    const numbers = new this.kind(stored.count)
    const bytes = this.#pages.bytes.subarray(0, bytesOf(stored.shape, stored.count))
    if (bytes.length > 0) this.#pages.slots.file.readInto(stored.offset, bytes)
    decodeBlock(bytes, stored.count, stored.shape, numbers)
    const block: LoadedBlock = {
      index,
      numbers,
      bytes: numbers.byteLength,
      isRecent: false,
      isChanged: false,
      at: 0,
      evicted: () => this.#evicted(block),
    }
    this.#pages.cache.add(block)
    this.#loaded[index] = block
    return block
  }

  #evicted(block: LoadedBlock): void {
    this.#loaded[block.index] = undefined
    this.#leave(block)
    this.#save(block)
  }

  #save(block: LoadedBlock): void {
    if (!block.isChanged) return
    this.#release(block.index)
    this.#stored[block.index] = this.#store(block.numbers, block.numbers.length)
    block.isChanged = false
  }

  #leave(block: LoadedBlock): void {
    if (this.#last !== block) return
    this.#last = undefined
    this.#numbers = NOTHING
    this.#first = NOWHERE
  }

  #store(numbers: Numbers, count: number): StoredBlock {
    const shape = shapeOf(numbers, count)
    const length = bytesOf(shape, count)
    if (length === 0) return { shape, offset: 0, count }
    const { slots, bytes } = this.#pages
    const offset = slots.take(length)
    encodeBlock(numbers, count, shape, bytes)
    slots.file.write(offset, bytes.subarray(0, length))
    return { shape, offset, count }
  }

  #release(index: number): void {
    const stored = this.#stored[index]
    const length = stored === undefined ? 0 : bytesOf(stored.shape, stored.count)
    if (stored !== undefined && length > 0) this.#pages.slots.giveBack(stored.offset, length)
    this.#stored[index] = undefined
  }

  #forget(index: number): void {
    const block = this.#loaded[index]
    if (block !== undefined) {
      this.#pages.cache.remove(block)
      this.#loaded[index] = undefined
      this.#leave(block)
    }
    this.#release(index)
  }
}
