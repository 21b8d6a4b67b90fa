import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../src/input/envelopes.ts'
import { createWrappings } from '../../src/input/wrappings.ts'

const envelopes = (count: number): readonly Envelope[] =>
  Array.from({ length: count }, (_, at) => ({ key: `wrap${at}`, beside: [`beside${at}`], holds: ['text'] }))

describe('what a key tells of envelopes', () => {
  const wrappingsOf = createWrappings(envelopes(62))
  it.each([0, 31, 32, 33, 61])('envelope %i has a bit of its own', (at) => {
    const bit = 1n << BigInt(at)
    expect(wrappingsOf(`wrap${at}`)).toEqual([bit, bit, 0n, 0n])
    expect(wrappingsOf(`beside${at}`)).toEqual([bit, 0n, 0n, 0n])
  })
  it('pages have theirs behind those of 62 envelopes', () => {
    expect(wrappingsOf('records')).toEqual([1n << 62n, 0n, 1n << 62n, 0n])
    expect(wrappingsOf('hits')).toEqual([1n << 63n, 0n, 0n, 1n << 63n])
    expect(wrappingsOf('count')).toEqual([3n << 62n, 0n, 0n, 0n])
  })
  it('one more is refused, and told where the limit is', () => {
    expect(() => createWrappings(envelopes(63))).toThrow('63 envelopes: the scanner (assembly/tree.ts) has room for 62 beside pages')
  })
})
