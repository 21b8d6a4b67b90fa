import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/kernel/nearest.ts'
import { findMistyped, isSlip } from '../../src/cases/sources/mistyped-names.ts'

describe('a slip of the finger', () => {
  it.each([
    ['8023112533565', '8023112533565'],
    ['8023112533565', '8023112533556'],
    ['8023112533565', '802311253356'],
    ['8023112533565', '80231125335655'],
    ['sato@example.com', 'sato@exampel.com'],
  ])('%s and %s', (left, right) => expect(isSlip(left, right)).toBe(true))

  it.each([
    ['8023112533565', '8013112533566'],
    ['8023112533565', '80231125335'.slice(0, 9)],
    ['12345', '12346'],
    ['sato@example.com', 'suzuki@example.com'],
  ])('but not %s and %s', (left, right) => expect(isSlip(left, right)).toBe(false))

  it('is as good from either side, and never more than two edits', () => {
    const name = fc.stringMatching(/^[ab1]{6,12}$/)
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(isSlip(left, right)).toBe(isSlip(right, left))
        if (isSlip(left, right)) expect(editDistance(left, right)).toBeLessThanOrEqual(2)
      }),
    )
  })
})

interface Row {
  readonly minute: number
  readonly name: string
  readonly isLogin?: boolean
  readonly source?: number
  readonly userAgent?: number
}

const mistypedOf = (rows: readonly Row[]): readonly number[] => {
  const names = [...new Set(rows.map(({ name }) => name))]
  const at = (row: number): Row => rows[row] as Row
  const context = {
    table: {
      size: rows.length,
      name: { get: (row: number) => names.indexOf(at(row).name) },
      names: { get: (key: number) => names[key] },
      userAgent: { get: (row: number) => at(row).userAgent ?? 0 },
      places: { sources: { size: 1 + Math.max(...rows.map(({ source = 0 }) => source)) } },
    },
    read: {
      time: (row: number) => at(row).minute * 60e6,
      source: (row: number) => at(row).source ?? 0,
      isLogin: () => true,
      isSuccess: (row: number) => at(row).isLogin === true,
    },
  } as unknown as Parameters<typeof findMistyped>[1]
  const attempts = [...rows.keys()].filter((row) => at(row).isLogin !== true)
  return [...findMistyped(attempts, context)].toSorted((left, right) => left - right)
}

const LOGIN: Row = { minute: 10, name: '8023112533565', isLogin: true }

describe('names mistyped by whoever got in', () => {
  it('before the login, and the next morning', () => {
    const slips = [{ minute: 8, name: '8023112533556' }, { minute: 9, name: '802311253356' }, LOGIN, { minute: 900, name: '8023112533566' }]
    expect(mistypedOf(slips)).toEqual([0, 1, 3])
  })
  it.each([
    ['another name', { minute: 9, name: '8023199999999' }],
    ['another address', { minute: 9, name: '8023112533556', source: 1 }],
    ['another program', { minute: 9, name: '8023112533556', userAgent: 1 }],
    ['long before', { minute: -200, name: '8023112533556' }],
  ])('not %s', (_, attempt) => expect(mistypedOf([attempt, LOGIN])).toEqual([]))
  it('not a list that counts numbers up until one gets in', () => {
    const counted = Array.from({ length: 9 }, (_, at) => ({ minute: at, name: `802311253356${at}` })).filter(
      ({ name }) => name !== LOGIN.name,
    )
    expect(mistypedOf([...counted, LOGIN])).toEqual([])
  })
})
