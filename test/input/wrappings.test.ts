import { describe, expect, it } from 'vitest'
import type { Envelope } from '../../src/input/envelope.ts'
import { createWrappings } from '../../src/input/wrappings.ts'

const [NEEDED, PAGE, NEST, WIDE] = [1n << 60n, 1n << 61n, 1n << 62n, 1n << 63n]

const envelopes = (count: number): readonly Envelope[] =>
  Array.from({ length: count }, (_, at) => ({ key: `wrap${at}`, beside: [`beside${at}`], holds: ['text'] }))

describe('what a key tells of envelopes', () => {
  const wrappingsOf = createWrappings([...envelopes(60), { key: 'wide', isMark: (key) => key.endsWith('_x'), needs: ['Made'], holds: [] }])
  it.each([0, 31, 32, 33, 59])('envelope %i has a bit of its own', (at) => {
    const bit = 1n << BigInt(at)
    expect(wrappingsOf(`wrap${at}`)).toEqual([bit | WIDE, bit, 0n, 0n])
    expect(wrappingsOf(`beside${at}`)).toEqual([bit | WIDE, 0n, 0n, 0n])
  })
  it('pages have theirs behind those of 60 envelopes, and envelopes of any width share the last', () => {
    expect(wrappingsOf('records')).toEqual([PAGE | WIDE, 0n, PAGE, 0n])
    expect(wrappingsOf('hits')).toEqual([NEST | WIDE, 0n, 0n, NEST])
    expect(wrappingsOf('count')).toEqual([PAGE | NEST | WIDE, 0n, 0n, 0n])
    expect(wrappingsOf('a_x')).toEqual([WIDE, WIDE, 0n, 0n])
    expect(wrappingsOf('Made')).toEqual([WIDE, NEEDED, 0n, 0n])
  })
  it('one more is refused, and told where the limit is', () => {
    expect(() => createWrappings(envelopes(61))).toThrow('61 envelopes: the scanner (assembly/tree.ts) has room for 60 beside pages')
  })
})
