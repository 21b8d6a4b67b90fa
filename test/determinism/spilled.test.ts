import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { analyze } from '../../src/pipeline/analyze.ts'
import { writeVariants } from '../support/log-variants.ts'
import { cases, formatsOf, takeovers } from '../support/logged-cases.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Room for a dozen rows: every log here becomes many runs on disk. */
const LITTLE = 2000

const root = tempFolder()
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Runs that follow one another, that lie within one another, that come backwards, and that hold the same. */
const VARIANTS: ReadonlySet<string> = new Set(['in-ten-files', 'newest-first', 'shuffled-in-ten-files', 'doubled'])

describe('a log that does not fit into memory gives the same document', () => {
  test.each(cases())(
    '$name',
    async ({ name, files, mapping }) => {
      const ownFormats = formatsOf(mapping)
      const variants = writeVariants(files, join(root, name), true).filter((variant) => VARIANTS.has(variant.name))
      expect(variants).toHaveLength(VARIANTS.size)
      for (const { folder, ...variant } of variants) {
        const inMemory = await analyze(runOptions([folder], { ownFormats }))
        const spilled = await analyze(runOptions([folder], { ownFormats, memoryBytes: LITTLE }))
        expect(JSON.stringify(spilled.document), variant.name).toBe(JSON.stringify(inMemory.document))
      }
    },
    60_000,
  )

  test.each(takeovers())('$name', async ({ files }) => {
    const inMemory = await analyze(runOptions(files))
    const spilled = await analyze(runOptions(files, { memoryBytes: LITTLE }))
    expect(JSON.stringify(spilled.document)).toBe(JSON.stringify(inMemory.document))
  })

  test('because it is written to disk, where there is a disk', async () => {
    for (const { files, mapping } of cases()) {
      const run = analyze(runOptions(files, { ownFormats: formatsOf(mapping), memoryBytes: LITTLE, tmp: join(root, 'missing') }))
      await expect(run).rejects.toMatchObject({ messageId: 'complaint.scratch', data: { detail: 'ENOENT' }, exitCode: 2 })
    }
  })
})
