import type { Column } from '../columns.ts'
import { numbersOf, type DraftColumn, type Numbers, type TableColumn } from '../table-column.ts'
import { BLOCK_ROWS, PagedColumn, type Pages } from './paged-column.ts'

/** The rows of a column in an order of their own, left where they are. */
class PermutedColumn implements TableColumn {
  readonly length: number
  readonly #column: Pick<Column, 'get'>
  readonly #permutation: Uint32Array

  constructor(column: Pick<Column, 'get'>, permutation: Uint32Array) {
    this.length = permutation.length
    this.#column = column
    this.#permutation = permutation
  }

  get(row: number): number {
    return this.#column.get(this.#permutation[row] as number)
  }

  [Symbol.iterator](): Iterator<number> {
    return numbersOf(this)
  }
}

/**
 * A column of which few rows are ever asked for again: the first to leave memory when room is short, as it was read. It then stays on disk
 * in that order, and is looked at through the numbers of the rows.
 */
export class ShedColumn implements Column {
  readonly kind: Column['kind']
  /** Rows that were shed. */
  #head: PagedColumn | undefined
  /** The rest, in memory. */
  readonly #tail: Column

  constructor(tail: Column) {
    this.kind = tail.kind
    this.#tail = tail
  }

  set(row: number, value: number): void {
    this.#tail.set(row - this.#shed(), value)
  }

  setAll(first: number, values: Numbers, those: { readonly from: number; readonly to: number }): void {
    this.#tail.setAll(first - this.#shed(), values, those)
  }

  get(row: number): number {
    const at = row - this.#shed()
    return at < 0 ? (this.#head as PagedColumn).get(row) : this.#tail.get(at)
  }

  bytesOf(rows: number): number {
    return this.#tail.bytesOf(rows - this.#shed())
  }

  /** Writes the first rows to disk, in whole blocks. */
  shed(rows: number, pages: Pages): void {
    const shed = this.#shed()
    const head = (this.#head ??= new PagedColumn(this.kind, pages))
    const numbers = new this.kind(BLOCK_ROWS)
    const end = rows - shed
    let from = 0
    for (; from + BLOCK_ROWS <= end; from += BLOCK_ROWS) {
      for (let at = 0; at < BLOCK_ROWS; at += 1) numbers[at] = this.#tail.get(from + at)
      head.append(numbers, BLOCK_ROWS)
    }
    const rest = Array.from({ length: end - from }, (_, at) => this.#tail.get(from + at))
    this.#tail.forget()
    rest.forEach((value, at) => this.#tail.set(at, value))
  }

  take(permutation: Uint32Array): TableColumn {
    return this.#head === undefined ? this.#tail.take(permutation) : new PermutedColumn(this, permutation)
  }

  takeDraft(permutation: Uint32Array): DraftColumn {
    if (this.#head !== undefined) throw new Error('a column that was shed is not changed any more')
    return this.#tail.takeDraft(permutation)
  }

  forget(): void {
    this.#head?.forget()
    this.#head = undefined
    this.#tail.forget()
  }

  #shed(): number {
    return this.#head?.length ?? 0
  }
}
