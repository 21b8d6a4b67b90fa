import { describe, expect, it } from 'vitest'
import type { Network } from '../../src/model/event.ts'
import { operatorNames } from '../../src/order/operators.ts'

const namesOf = (...facts: readonly Partial<Network>[]): readonly (string | undefined)[] =>
  operatorNames({ size: () => facts.length, get: (key) => facts[key] as Network })

describe('an operator', () => {
  it('has one name for all the numbers that it announces its addresses under', () => {
    const [one, other, third] = namesOf(
      { asn: 64500, org: 'Example Mobile' },
      { asn: 64501, org: 'Example Mobile' },
      { asn: 64502, org: 'X' },
    )
    expect(one).toBe(other)
    expect(third).not.toBe(one)
  })
  it('is known by its number where a record of the log does not name it', () => {
    const [named, bare, unknown] = namesOf({ asn: 64500, org: 'Example Mobile' }, { asn: 64500 }, { asn: 64501 })
    expect(bare).toBe(named)
    expect(unknown).toBe('AS64501')
  })
  it('has the same name whatever was read first, where a log calls one number two names', () => {
    const forth = namesOf({ asn: 64500, org: 'B' }, { asn: 64500, org: 'A' })
    const back = namesOf({ asn: 64500, org: 'A' }, { asn: 64500, org: 'B' })
    expect(new Set([...forth, ...back]).size).toBe(1)
  })
})
