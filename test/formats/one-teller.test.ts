import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepOneTeller } from '../../src/formats/one-teller.ts'
import type { FoldRecord } from '../../src/formats/define-format.ts'

const { fold } = keepOneTeller(['log', 'audit', 'throttle'], 1_000)

const record = (code: string, outcome: 'failure' | 'success' = 'failure'): FoldRecord => ({
  time: 0,
  action: 'login',
  outcome,
  reason: undefined,
  code,
  hasAccount: true,
})

test('three tellers of one try are one try, told by the first', () => {
  expect(fold([record('throttle/login'), record('audit/x'), record('log/x')])).toEqual([2])
})

test('equal lines of one teller are separate tries', () => {
  expect(fold([record('log/x'), record('throttle/login'), record('log/x'), record('throttle/login'), record('throttle/login')])).toEqual([
    1, 3, 4,
  ])
})

test('a success stays beside failures', () => {
  expect(fold([record('log/x'), record('audit/x'), record('audit/in', 'success')])).toEqual([0, 2])
})

test('folding never loses a kind, and is the same when applied twice', () => {
  const one = fc.record({
    code: fc.constantFrom('log/x', 'audit/x', 'throttle/login'),
    outcome: fc.constantFrom('failure' as const, 'success' as const),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (list) => {
      const records = list.map(({ code, outcome }) => record(code, outcome))
      const kept = fold(records)
      const outcomesOf = (rows: readonly FoldRecord[]): ReadonlySet<string> => new Set(rows.map(({ outcome }) => outcome))
      const left = kept.flatMap((row) => records[row] ?? [])
      expect(outcomesOf(left)).toEqual(outcomesOf(records))
      expect(fold(left)).toEqual(left.map((_, row) => row))
    }),
  )
})
