import { expect, test } from 'vitest'
import { measureOtherWorld } from '../../bench/evaluate/other-world/measure.ts'

/** Floors, as in quick.test.ts. */
test('in a world that the simulator knows nothing of victims are found, and few others', async () => {
  for (const { victims, falseAlarms } of await measureOtherWorld(3, 1)) {
    const found = victims.filter(({ verdict }) => verdict !== undefined).length
    expect(found / victims.length).toBeGreaterThan(0.85)
    expect(found / (found + falseAlarms.length)).toBeGreaterThan(0.75)
  }
}, 900_000)
