import { expect, test } from 'vitest'
import { mergeActivity } from '../../src/casefolder/merge/activity.ts'

const hour = (at: number, successes: number, failures: number, attackAttempts: number) => ({
  hour: `2026-11-20T${String(at).padStart(2, '0')}:00:00.000Z`,
  successes,
  failures,
  attackAttempts,
})

test('hours of two sets of logs are added up, in time order', () => {
  expect(mergeActivity([hour(3, 1, 2, 1), hour(5, 4, 0, 0)], [hour(1, 9, 9, 9), hour(5, 1, 7, 3)], true)).toEqual([
    hour(1, 9, 9, 9),
    hour(3, 1, 2, 1),
    hour(5, 5, 7, 3),
  ])
})

test('what was read again is not counted twice', () => {
  expect(mergeActivity([hour(5, 4, 2, 0)], [hour(5, 1, 7, 3)], false)).toEqual([hour(5, 4, 7, 3)])
})
