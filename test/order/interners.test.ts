import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAddressInterner } from '../../src/order/address-interner.ts'
import { createHashInterner } from '../../src/order/hash-interner.ts'
import { createInterner } from '../../src/order/interner.ts'
import { createScopedInterner } from '../../src/order/scoped-interner.ts'

const address = fc.oneof(
  fc.ipV4(),
  fc.constantFrom('0.0.0.1', '255.255.255.254', '2001:db8::1', '2001:db8:0:1::1', 'not an address', '192.0.2.01'),
)

describe('interners', () => {
  it.each([
    ['texts', createInterner, fc.string()],
    ['addresses', createAddressInterner, address],
  ])('give equal %s equal keys, in the order of first sight, and the way back', (_what, create, values) => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 3000 }), (list) => {
        const interner = create()
        const keys = list.map((text) => interner.intern(text))
        const distinct = [...new Set(list)]
        expect(interner.size).toBe(distinct.length)
        expect(keys).toEqual(list.map((text) => distinct.indexOf(text)))
        expect(distinct.map((_, key) => interner.get(key))).toEqual(distinct)
        expect(distinct.map((text) => interner.find(text))).toEqual(distinct.map((_, key) => key))
      }),
      { numRuns: 40 },
    )
  })

  it('keep growing tables whole: 70,000 addresses come back as they were', () => {
    const interner = createAddressInterner()
    const addresses = Array.from({ length: 70_000 }, (_, index) =>
      `198.51.${(index >>> 8) & 255}.${index & 255}`.replace('198', `${1 + (index >>> 16)}`),
    )
    const keys = addresses.map((text) => interner.intern(text))
    expect(keys.map((key) => interner.get(key))).toEqual(addresses)
    expect(addresses.map((text) => interner.intern(text))).toEqual(keys)
    interner.settle()
    expect(interner.get(keys[69_999] ?? -1)).toBe(addresses[69_999])
  })

  it('hash content, not position', () => {
    for (const create of [createInterner, createAddressInterner]) {
      const [one, other] = [create(), create()]
      other.intern('203.0.113.9')
      expect(one.hashOf(one.intern('192.0.2.1'))).toBe(other.hashOf(other.intern('192.0.2.1')))
      expect(one.hashOf(-1)).toBe(0)
    }
  })

  it('are −1 for nothing', () => {
    expect(createInterner().intern(undefined)).toBe(-1)
    expect(createHashInterner().intern(undefined)).toBe(-1)
    expect(createAddressInterner().intern(undefined)).toBe(-1)
    expect(createAddressInterner().find('192.0.2.1')).toBe(-1)
  })
})

describe('the hash interner', () => {
  it('tells 20,000 texts apart and keeps only what it is told to keep', () => {
    const interner = createHashInterner()
    const keys = Array.from({ length: 20_000 }, (_, index) => interner.intern(`leak${index}@example.net`))
    expect(new Set(keys).size).toBe(20_000)
    expect(interner.get(keys[7] ?? -1)).toBeUndefined()
    interner.keepText(keys[7] ?? -1, 'Leak7@example.net')
    interner.keepText(keys[7] ?? -1, 'leak7@example.net')
    expect(interner.get(keys[7] ?? -1)).toBe('Leak7@example.net')
    expect(interner.find('leak7@example.net')).toBe(keys[7])
  })

  it('keeps the smallest spelling, whichever came first', () => {
    const kept = (spellings: readonly string[]): string | undefined => {
      const interner = createHashInterner()
      const key = interner.intern('bob')
      for (const spelling of spellings) interner.keepText(key, spelling)
      return interner.get(key)
    }
    expect(kept(['bob', 'BOB', 'Bob'])).toBe('BOB')
    expect(kept(['Bob', 'BOB', 'bob'])).toBe('BOB')
  })

  it('keeps equal texts of two scopes apart', () => {
    const interner = createHashInterner()
    expect(interner.intern('session-1', 11)).not.toBe(interner.intern('session-1', 12))
    expect(interner.intern('session-1', 11)).toBe(0)
  })
})

describe('the scoped interner', () => {
  it('keeps equal ids of two scopes apart and finds each again', () => {
    const interner = createScopedInterner()
    const [one, other] = [interner.intern(0, 'id'), interner.intern(3, 'id')]
    expect([one, other]).toEqual([0, 1])
    expect([interner.scopeOf(one), interner.scopeOf(other)]).toEqual([0, 3])
    expect(interner.get(other)).toBe('id')
    expect(interner.find(3, 'id')).toBe(other)
    expect(interner.find(1, 'id')).toBe(-1)
    expect(interner.hashOf(one)).toBe(interner.hashOf(other))
  })

  it('takes __proto__ for an id like any other', () => {
    const interner = createScopedInterner()
    expect(interner.find(0, '__proto__')).toBe(-1)
    expect(interner.intern(0, '__proto__')).toBe(0)
    expect(interner.get(0)).toBe('__proto__')
  })
})
