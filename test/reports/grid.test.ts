import { expect, test } from 'vitest'
import { grid, type Column } from '../../src/reports/table/grid.ts'
import { createPalette } from '../../src/reports/table/paint.ts'
import { cpuMs } from '../support/cpu-ms.ts'

const COLUMNS: readonly Column[] = [
  { title: 'Account', min: 8 },
  { title: 'From', min: 8 },
]
const rowsOf = (count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, at) => [`account-${at}`, `203.0.113.${at % 250}\n2001:db8::${at}`])
const plain = createPalette(false)

test('a table of many rows is one table: the same columns and no seam', () => {
  const whole = grid(COLUMNS, rowsOf(1300), 80, plain)
  expect(whole).toHaveLength(2 + 2 * 1300)
  expect(new Set(whole.filter((_, at) => at > 1 && at % 2 === 0).map((line) => line.indexOf('203.0.113.'))).size).toBe(1)
  const last = grid(COLUMNS, rowsOf(1300).slice(-1), 80, plain)
  expect(whole.slice(-2).map((line) => line.trim().replaceAll(/ +/g, ' '))).toEqual(
    last.slice(-2).map((line) => line.trim().replaceAll(/ +/g, ' ')),
  )
})

test('thirty thousand rows take seconds, not minutes', () => {
  expect(cpuMs(() => grid(COLUMNS, rowsOf(30_000), 80, plain))).toBeLessThan(20_000)
})
