import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expandInputs } from '../../src/input/expand.ts'
import { readInput } from '../../src/input/read-input.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

test('what goes wrong in the receiver is a bug, not a fault of the file', async () => {
  writeFileSync(join(folder, 'a.ndjson'), '{"a":1}\n{"a":2}\n')
  const { sources } = await expandInputs([join(folder, 'a.ndjson')], folder)
  const [source] = sources
  if (source === undefined) throw new Error('no source')
  const broken = {
    record: () => {
      throw new TypeError('a bug')
    },
    reject: () => undefined,
  }
  await expect(readInput(source, broken)).rejects.toThrow('a bug')
})
