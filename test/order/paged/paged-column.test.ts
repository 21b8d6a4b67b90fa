import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSpool } from '../../../src/input/spool.ts'
import { openPages } from '../../../src/order/paged/pages.ts'
import { BLOCK_ROWS, PagedColumn, type Pages } from '../../../src/order/paged/paged-column.ts'

const little = (): Pages => openPages({ bytes: 1, open: () => createSpool() })

const BLOCKS = 100
/** More blocks than a cache holds that may hold none. */
const columnOf = (pages: Pages): { readonly column: PagedColumn; readonly model: Int32Array } => {
  const column = new PagedColumn(Int32Array, pages)
  const model = Int32Array.from({ length: BLOCKS * BLOCK_ROWS - 5 }, (_, row) => (row % 977) - 1)
  for (let from = 0; from < model.length; from += BLOCK_ROWS) {
    const numbers = model.subarray(from, from + BLOCK_ROWS)
    column.append(numbers, numbers.length)
  }
  return { column, model }
}

const anyRow = fc.nat({ max: BLOCKS * BLOCK_ROWS - 6 })

describe('a column on disk', () => {
  it('says what a column in memory says, however it is asked and changed', () => {
    const { column, model } = columnOf(little())
    fc.assert(
      fc.property(fc.array(fc.tuple(anyRow, fc.option(fc.integer({ min: -1, max: 2 ** 30 }), { nil: undefined }))), (steps) => {
        for (const [row, value] of steps) {
          if (value !== undefined) {
            column.set(row, value)
            model[row] = value
          }
          expect(column.get(row)).toBe(model[row])
        }
      }),
    )
    expect(Buffer.compare(Buffer.from(Int32Array.from(column).buffer), Buffer.from(model.buffer))).toBe(0)
  })

  it('gives some of its rows in order, or itself where all are wanted', () => {
    const { column, model } = columnOf(little())
    expect(column.take(Uint32Array.from({ length: model.length }, (_, row) => row))).toBe(column)
    const odd = Uint32Array.from({ length: model.length >> 1 }, (_, index) => 2 * index + 1)
    expect([...column.take(odd)]).toEqual(Array.from(odd, (row) => model[row]))
  })

  it('of one number only says so, and takes no room', () => {
    const pages = little()
    const column = new PagedColumn(Uint16Array, pages)
    for (let block = 0; block < 3; block += 1) column.append(new Uint16Array(BLOCK_ROWS).fill(9), BLOCK_ROWS)
    expect([column.only(), pages.slots.file.size()]).toEqual([9, 0])
    column.set(5, 8)
    column.settle()
    expect(pages.slots.file.size()).toBe(BLOCK_ROWS)
    expect([column.only(), column.get(5), column.get(6)]).toEqual([undefined, 8, 9])
  })

  it('leaves its room to others when it is forgotten, or read up to a row', () => {
    const pages = little()
    const { column } = columnOf(pages)
    const full = pages.slots.file.size()
    column.forgetBefore(50 * BLOCK_ROWS)
    const other = new PagedColumn(Int32Array, pages)
    const numbers = Int32Array.from({ length: BLOCK_ROWS }, (_, row) => (row % 977) - 1)
    for (let block = 0; block < 50; block += 1) other.append(numbers, BLOCK_ROWS)
    expect(pages.slots.file.size()).toBe(full)
    expect([column.get(50 * BLOCK_ROWS), other.get(976)]).toEqual([((50 * BLOCK_ROWS) % 977) - 1, 975])
    column.forget()
    for (let block = 0; block < 49; block += 1) other.append(numbers, BLOCK_ROWS)
    expect(pages.slots.file.size()).toBe(full)
  })
})
