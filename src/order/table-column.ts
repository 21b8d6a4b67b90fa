/** Numbers by row; the rows asked for exist. */
export interface TableColumn extends Iterable<number> {
  readonly length: number
  readonly get: (row: number) => number
}

/** A column of the table that a pass still changes. */
export interface DraftColumn extends TableColumn {
  readonly set: (row: number, value: number) => void
  /** No more changes come. What must be written is written now: a full disk is then met before anything is told. */
  readonly settle: () => void
}

export type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array
export interface NumbersKind {
  readonly BYTES_PER_ELEMENT: number
  new (length: number): Numbers
}

/** A column as another thread may be handed it: its numbers lie in shared memory, nothing is copied. */
export type SharedColumn = { readonly numbers: Numbers } | { readonly length: number; readonly value: number }

/** The numbers of a column, row by row. */
export function* numbersOf(column: Omit<TableColumn, typeof Symbol.iterator>): Generator<number, undefined> {
  for (let row = 0; row < column.length; row += 1) yield column.get(row)
}

/**
 * A column that lies in memory as one array. Each kind of array has a class of its own with a `get` of its own: one for all would see
 * arrays of four kinds, and every look at a row would ask first which (measured: a fifth slower).
 */
abstract class FlatColumn<T extends Numbers> implements DraftColumn {
  readonly length: number
  protected readonly numbers: T

  constructor(numbers: T) {
    this.length = numbers.length
    this.numbers = numbers
  }

  abstract get(row: number): number

  share(): SharedColumn {
    return { numbers: this.numbers }
  }

  set(row: number, value: number): void {
    this.numbers[row] = value
  }

  // In memory nothing need be written.
  settle(): void {}

  [Symbol.iterator](): Iterator<number> {
    return numbersOf(this)
  }
}

class FlatFloat64 extends FlatColumn<Float64Array> {
  get(row: number): number {
    return this.numbers[row] as number
  }
}

class FlatInt32 extends FlatColumn<Int32Array> {
  get(row: number): number {
    return this.numbers[row] as number
  }
}

class FlatUint32 extends FlatColumn<Uint32Array> {
  get(row: number): number {
    return this.numbers[row] as number
  }
}

class FlatUint16 extends FlatColumn<Uint16Array> {
  get(row: number): number {
    return this.numbers[row] as number
  }
}

/** A column whose rows all say the same: a log's only tenant, and whatever no event carries. */
class ConstantColumn implements TableColumn {
  readonly length: number
  readonly #value: number

  constructor(length: number, value: number) {
    this.length = length
    this.#value = value
  }

  get(): number {
    return this.#value
  }

  share(): SharedColumn {
    return { length: this.length, value: this.#value }
  }

  [Symbol.iterator](): Iterator<number> {
    return numbersOf(this)
  }
}

export const flatColumn = (numbers: Numbers): DraftColumn => {
  if (numbers instanceof Float64Array) return new FlatFloat64(numbers)
  if (numbers instanceof Int32Array) return new FlatInt32(numbers)
  return numbers instanceof Uint32Array ? new FlatUint32(numbers) : new FlatUint16(numbers)
}
/** undefined for a column that lies on disk. */
export const shareColumn = (column: TableColumn): SharedColumn | undefined =>
  column instanceof FlatColumn || column instanceof ConstantColumn ? column.share() : undefined
export const openColumn = (shared: SharedColumn): TableColumn =>
  'numbers' in shared ? flatColumn(shared.numbers) : constantColumn(shared.length, shared.value)
export const constantColumn = (length: number, value: number): TableColumn => new ConstantColumn(length, value)
