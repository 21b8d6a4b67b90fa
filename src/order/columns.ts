import { letGo } from './let-go.ts'
import { constantColumn, flatColumn, type DraftColumn, type Numbers, type NumbersKind, type TableColumn } from './table-column.ts'

/**
 * Growable typed columns in segments of 65,536 rows: growing copies nothing, and a segment whose rows all have the default,
 * or all one value (a log's only tenant), costs nothing.
 */
const SEGMENT_BITS = 16
const SEGMENT_ROWS = 1 << SEGMENT_BITS
const SEGMENT_MASK = SEGMENT_ROWS - 1
/** The first segment begins with so many rows, because most logs are small: thirty whole ones are 8 MB. */
const FIRST_ROWS = 1 << 10

/**
 * Segments of large logs, from row one million on, are cut from slabs: of what is freed, glibc surely gives back only what is larger than
 * 32 MB (M_MMAP_THRESHOLD in mallopt(3)); of ten million events in segments of their own, a quarter of a gigabyte stayed with the process.
 * What is not written to takes no memory.
 */
const SLAB_BYTES = 34 << 20
const FIRST_IN_SLAB = 16

/** The least power of two. */
const rowsFor = (rows: number): number => Math.max(FIRST_ROWS, 2 ** Math.ceil(Math.log2(rows)))

interface NumbersOf<T extends Numbers> extends NumbersKind {
  new (from: number | SharedArrayBuffer): T
  new (slab: ArrayBuffer, offset: number, length: number): T
}

/** A column of the log, in memory or not, as the passes between reading and the table see it. */
export interface StoredColumn {
  readonly get: (row: number) => number
  /** The column in the order of `permutation` (row numbers); what was held for reading is forgotten. */
  readonly take: (permutation: Uint32Array) => TableColumn
  /** As `take`, for one that is still to be changed. */
  readonly takeDraft: (permutation: Uint32Array) => DraftColumn
  readonly forget: () => void
}

export interface Column extends StoredColumn {
  readonly kind: NumbersKind
  readonly set: (row: number, value: number) => void
  /** Sets the rows from `first` on to these of the values. */
  readonly setAll: (first: number, values: Numbers, those: { readonly from: number; readonly to: number }) => void
  /** What so many rows take in memory: nothing as long as there is but one value. */
  readonly bytesOf: (rows: number) => number
}

class SegmentedColumn<T extends Numbers> implements Column {
  readonly #segments: (T | undefined)[] = []
  /** Of segments without an array: how many rows from the first on have this value. */
  readonly #counts: number[] = []
  readonly #values: number[] = []
  #slab: ArrayBuffer | undefined
  #slabUsed = 0
  readonly kind: NumbersOf<T>
  readonly #initial: number

  constructor(kind: NumbersOf<T>, initial: number) {
    this.kind = kind
    this.#initial = initial
  }

  set(row: number, value: number): void {
    const offset = row & SEGMENT_MASK
    const segment = this.#segments[row >>> SEGMENT_BITS]
    if (segment === undefined) this.#setFirst(row >>> SEGMENT_BITS, offset, value)
    else if (offset < segment.length) segment[offset] = value
    else this.#lengthen(segment, offset + 1)[offset] = value
  }

  setAll(first: number, values: Numbers, { from, to }: { readonly from: number; readonly to: number }): void {
    let row = first
    for (let at = from; at < to;) {
      const offset = row & SEGMENT_MASK
      const segment = this.#segments[row >>> SEGMENT_BITS]
      const end = segment === undefined ? at + 1 : Math.min(to, at + SEGMENT_ROWS - offset)
      if (segment === undefined) this.#setFirst(row >>> SEGMENT_BITS, offset, values[at] as number)
      else this.#lengthen(segment, offset + end - at).set(values.subarray(at, end), offset)
      row += end - at
      at = end
    }
  }

  get(row: number): number {
    const number = row >>> SEGMENT_BITS
    const segment = this.#segments[number]
    if (segment !== undefined) return segment[row & SEGMENT_MASK] ?? this.#initial
    return (row & SEGMENT_MASK) < (this.#counts[number] ?? 0) ? (this.#values[number] as number) : this.#initial
  }

  take(permutation: Uint32Array): TableColumn {
    const only = this.get(permutation[0] ?? 0)
    // No `some`: a call for each row of a column of which most logs have but one value.
    for (let index = 0; index < permutation.length; index += 1)
      if (this.get(permutation[index] as number) !== only) return this.takeDraft(permutation)
    this.forget()
    return constantColumn(permutation.length, only)
  }

  takeDraft(permutation: Uint32Array): DraftColumn {
    const flat = new this.kind(new SharedArrayBuffer(permutation.length * this.kind.BYTES_PER_ELEMENT))
    for (let index = 0; index < permutation.length; index += 1) flat[index] = this.get(permutation[index] as number)
    this.forget()
    return flatColumn(flat)
  }

  bytesOf(rows: number): number {
    return this.#segments.length === 0 ? 0 : rows * this.kind.BYTES_PER_ELEMENT
  }

  forget(): void {
    const bytes = this.bytesOf(this.#segments.length * SEGMENT_ROWS)
    this.#segments.length = 0
    this.#counts.length = 0
    this.#values.length = 0
    this.#slab = undefined
    letGo(bytes)
  }

  /** In a segment without an array. */
  #setFirst(number: number, offset: number, value: number): void {
    const count = this.#counts[number] ?? 0
    if (count === 0 && value === this.#initial) return
    if (count === 0 && offset === 0) this.#values[number] = value
    if (offset > count || value !== this.#values[number]) this.#begin(number, count, offset + 1)[offset] = value
    else if (offset === count) this.#counts[number] = count + 1
  }

  /** The array of a segment, for so many rows at least. */
  #begin(number: number, count: number, rows: number): T {
    const segment = number === 0 ? new this.kind(rowsFor(rows)) : number < FIRST_IN_SLAB ? new this.kind(SEGMENT_ROWS) : this.#cut()
    if (this.#initial !== 0) segment.fill(this.#initial as never, count)
    if (count > 0) segment.fill(this.#values[number] as never, 0, count)
    this.#segments[number] = segment
    return segment
  }

  /** The segment itself where it has so many rows; otherwise it is the first one, and one twice as long stands in its place. */
  #lengthen(segment: T, rows: number): T {
    if (rows <= segment.length) return segment
    const longer = new this.kind(rowsFor(rows))
    longer.set(segment)
    if (this.#initial !== 0) longer.fill(this.#initial as never, segment.length)
    this.#segments[0] = longer
    return longer
  }

  #cut(): T {
    const length = SEGMENT_ROWS * this.kind.BYTES_PER_ELEMENT
    if (this.#slab === undefined || this.#slabUsed + length > SLAB_BYTES) {
      this.#slab = new ArrayBuffer(SLAB_BYTES)
      this.#slabUsed = 0
    }
    const offset = this.#slabUsed
    this.#slabUsed += length
    return new this.kind(this.#slab, offset, SEGMENT_ROWS)
  }
}

export const float64Column = (): Column => new SegmentedColumn(Float64Array, 0)
/** Dense ids; missing is −1. */
export const keyColumn = (): Column => new SegmentedColumn(Int32Array, -1)
export const uint32Column = (): Column => new SegmentedColumn(Uint32Array, 0)
export const uint16Column = (): Column => new SegmentedColumn(Uint16Array, 0)
