import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, decodeBlock, encodeBlock, shapeOf } from '../../../src/order/paged/block-codec.ts'
import type { Numbers } from '../../../src/order/table-column.ts'

const ROUND_TRIP = new Uint8Array(8 * 1024)

const thereAndBack = (numbers: Numbers): { readonly back: number[]; readonly bytes: number } => {
  const shape = shapeOf(numbers, numbers.length)
  const bytes = ROUND_TRIP.subarray(0, bytesOf(shape, numbers.length))
  encodeBlock(numbers, numbers.length, shape, bytes)
  const back = numbers.slice().fill(77)
  decodeBlock(bytes, numbers.length, shape, back)
  return { back: [...back], bytes: bytes.length }
}

const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { minLength: 1, maxLength: 300 })
/** Numbers that lie close together somewhere: what a block mostly holds. */
const close = (most: number): fc.Arbitrary<number[]> =>
  fc
    .tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: 0, max: 45 }))
    .chain(([base, bits]) => some(fc.integer({ min: 0, max: 2 ** bits }).map((above) => base + above)))

describe('a block of numbers', () => {
  it.each([
    ['floats', fc.oneof(close(2 ** 50), some(fc.double({ noNaN: true }))).map((list) => Float64Array.from(list))],
    ['keys', fc.oneof(close(2 ** 31), some(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))).map((list) => Int32Array.from(list))],
    ['counts', fc.oneof(close(2 ** 31), some(fc.nat({ max: 2 ** 32 - 1 }))).map((list) => Uint32Array.from(list))],
    ['small counts', some(fc.nat({ max: 65_535 })).map((list) => Uint16Array.from(list))],
  ])('comes back as it was: %s', (_what, list: fc.Arbitrary<Numbers>) => {
    fc.assert(
      fc.property(list, (numbers) => {
        // A negative zero is a zero.
        expect(thereAndBack(numbers).back.map((number) => number + 0)).toEqual(Array.from(numbers, (number) => number + 0))
      }),
    )
  })

  it('takes as few bytes as its numbers lie apart', () => {
    const minute = (count: number): Float64Array => Float64Array.from({ length: count }, (_, at) => 1.79e15 + at * 60e6)
    const widths = [1, 4, 8, 72, 1024].map((count) => thereAndBack(minute(count)).bytes / Math.ceil(count / 8) / 8)
    expect(widths).toEqual([0, 4, 4, 4, 5])
    expect(thereAndBack(new Int32Array(800).fill(-1)).bytes).toBe(0)
    expect(thereAndBack(Int32Array.from({ length: 800 }, (_, at) => at - 1)).bytes).toBe(1600)
  })
})
