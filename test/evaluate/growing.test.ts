import { expect, it } from 'vitest'
import { growingExports } from '../../bench/evaluate/growing.ts'

/** A floor: docs/EVALUATION.md has the figures. That nobody is dropped again is the point. */
it.each([42, 44, 61])('what the export of the third day flags, those of days 4 to 14 still flag (seed %i)', async (seed) => {
  const days = await growingExports(seed, 700)
  expect(days.map(({ day }) => day)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14])
  for (const { day, victims, flagged, dropped } of days.slice(1)) {
    expect(flagged / victims, `day ${day}`).toBeGreaterThan(0.5)
    expect(dropped, `day ${day}`).toBe(0)
  }
})
