import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { float64Column, keyColumn, uint16Column, uint32Column } from '../../src/order/columns.ts'

describe('columns', () => {
  it.each([
    ['float64', float64Column, 0, fc.double({ noNaN: true }).map((value) => value + 0)],
    ['key', keyColumn, -1, fc.integer()],
    ['uint32', uint32Column, 0, fc.nat({ max: 0xffff_ffff })],
    ['uint16', uint16Column, 0, fc.nat({ max: 0xffff })],
  ])('%s: give back what was set, the default elsewhere, and any order of rows', (_kind, create, initial, value) => {
    fc.assert(
      fc.property(fc.dictionary(fc.nat({ max: 200_000 }).map(String), value, { maxKeys: 30 }), (cells) => {
        const column = create()
        for (const [row, cell] of Object.entries(cells)) column.set(Number(row), cell)
        const rows = Uint32Array.from([...Object.keys(cells).map(Number), 199_999, 0]).reverse()
        const expected = Array.from(rows, (row) => cells[String(row)] ?? initial)
        expect(Array.from(rows, (row) => column.get(row))).toEqual(expected)
        expect([...column.take(rows)]).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('give back runs of one value, whatever comes behind them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -1, max: 2 }), fc.nat({ max: 5 })), { maxLength: 8 }), (runs) => {
        const column = keyColumn()
        const values = runs.flatMap(([value, times]) => Array.from({ length: times * 15_000 }, () => value))
        values.forEach((value, row) => column.set(row, value))
        const rows = Uint32Array.from({ length: values.length + 3 }, (_, row) => row)
        expect([...column.take(rows)]).toEqual([...values, -1, -1, -1])
      }),
      { numRuns: 8 },
    )
  })

  it('cost nothing while only the default is set, and nothing after they were taken', () => {
    const column = keyColumn()
    column.set(70_000, -1)
    expect(column.bytesOf(10)).toBe(0)
    column.set(70_000, 4)
    expect(column.bytesOf(10)).toBe(40)
    expect([...column.take(Uint32Array.of(70_000, 1))]).toEqual([4, -1])
    expect(column.bytesOf(10)).toBe(0)
  })
})
