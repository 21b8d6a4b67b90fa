import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)

it('holds a million events in at most 150 bytes each', { timeout: 100_000 }, async () => {
  const { stdout } = await run(process.execPath, ['--expose-gc', join(import.meta.dirname, 'support', 'fill-store.ts')])
  const { events, appended, ordered } = JSON.parse(stdout) as { events: number; appended: number; ordered: number }
  expect(events).toBe(1_000_000)
  expect(ordered).toBeGreaterThan(30)
  expect(ordered).toBeLessThanOrEqual(150)
  // While it is being filled it also holds what finding duplicates and known values needs.
  expect(appended).toBeLessThanOrEqual(200)
})
