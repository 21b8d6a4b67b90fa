import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRandom } from '../../src/kernel/random.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { allCases } from '../support/format-fixtures.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

const isObject = (line: string): boolean => line.startsWith('{') && line.endsWith('}')

/** Every record that is one line of JSON in any format's fixtures, several times over, in no order. */
const content = (): string => {
  const lines = allCases().flatMap(({ input }) =>
    input
      .split('\n')
      .map((line) => line.trim())
      .filter(isObject),
  )
  const random = createRandom(5)
  const picked = Array.from({ length: 2 * lines.length }, () => lines[random.int(lines.length)])
  return `${picked.join('\n')}\n`
}

it('records of all formats mixed give the same document read by the batch and by JSON.parse', { timeout: 120_000 }, async () => {
  writeFileSync(join(folder, 'mixed.ndjson'), content())
  const options = runOptions(['mixed.ndjson'], { cwd: folder, nowMs: 0 })
  const batched = await analyze(options)
  const whole = await analyze({ ...options, readWhole: true })
  const [input] = batched.document.run.inputs
  expect(input?.format?.split('+').length).toBeGreaterThan(20)
  expect(input?.records).toBeGreaterThan(2000)
  expect(batched.document).toEqual(whole.document)
})
