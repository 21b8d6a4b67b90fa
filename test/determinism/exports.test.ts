import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Format } from '../../src/formats/define-format.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { createEventLog } from '../../src/order/event-log.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { corpusNote, corpusPath, hasCorpus } from '../support/corpus.ts'
import { cases, formatsOf, takeovers, type LoggedCase } from '../support/logged-cases.ts'
import { invariantPart } from '../support/invariant.ts'
import { cutLog } from '../support/log-pieces.ts'
import { cutPoints, writeVariants } from '../support/log-variants.ts'
import { runOptions } from '../support/run-options.ts'
import { tempFolder } from '../support/temp-folder.ts'

const root = tempFolder()

/** Every event carries an id, so that doubling the log must not change a thing. */
const carriesIds = async (files: readonly string[], ownFormats: readonly Format[]): Promise<boolean> => {
  const log = createEventLog()
  await readInputs(runOptions(files, { ownFormats }), log, () => undefined)
  return Array.from({ length: log.size }, (_, row) => log.columns.id1.get(row)).every((id) => id !== 0)
}

let folders = 0
const HARDEST: ReadonlySet<string> = new Set(['shuffled-in-ten-files', 'in-ten-files-one-header', 'doubled'])

/** These ways of exporting the logs give the same case; all of them unless told otherwise. */
const expectSameCase = async ({ files, mapping }: LoggedCase, ways?: ReadonlySet<string>): Promise<readonly string[]> => {
  const ownFormats = formatsOf(mapping)
  const original = await analyze(runOptions(files, { ownFormats }))
  expect(original.document.summary.events).toBeGreaterThan(0)
  const expected = invariantPart(original.document)
  const written = writeVariants(files, join(root, String((folders += 1))), await carriesIds(files, ownFormats))
  const variants = written.filter(({ name }) => ways?.has(name) ?? true)
  for (const { name, folder, files: count } of variants) {
    const { document } = await analyze(runOptions([folder], { ownFormats }))
    expect(document.run.inputs.length, name).toBe(count)
    expect(invariantPart(document), name).toBe(expected)
  }
  return variants.map(({ name }) => name)
}

describe('the same log exported another way is the same case', () => {
  test('there are cases and takeovers to test', () => {
    expect(cases().length).toBeGreaterThan(0)
    expect(cases().filter(({ files }) => files.length === 0)).toEqual([])
    expect(takeovers().length).toBeGreaterThan(5)
  })

  test.each(cases())(
    '$name',
    async (one) => {
      const variants = await expectSameCase(one)
      expect(variants).toEqual(expect.arrayContaining(['newest-first', 'shuffled', 'gzipped', 'in-ten-files', 'shuffled-in-ten-files']))
      expect(variants.includes('in-ten-files-one-header')).toBe(one.files.some((file) => file.endsWith('.csv')))
    },
    60_000,
  )

  // How files are ordered, packed and split is the same for all systems; what hangs on the system is how its records are told apart.
  test.each(takeovers())(
    '$name',
    async (one) => {
      const variants = await expectSameCase(one, HARDEST)
      expect(variants).toContain('shuffled-in-ten-files')
      expect(variants.includes('in-ten-files-one-header')).toBe(one.files.some((file) => file.endsWith('.csv')))
    },
    60_000,
  )
})

/** The three largest logs of the corpus that are read; the second has no record ids. */
const LARGEST = [
  'm365-ual/invictus-o365_dataset/search-unifiedauditlog_aad.csv',
  'sshd/loghub/OpenSSH_2k.log',
  'm365-ual/invictus-o365_dataset/aad_auditdata.ndjson',
]

describe.skipIf(!hasCorpus)(`corpus: the largest logs exported another way${corpusNote}`, () => {
  test.each(LARGEST)(
    '%s',
    async (path) => {
      const variants = await expectSameCase({ name: path, files: [corpusPath(path)], mapping: undefined })
      expect(variants.includes('doubled')).toBe(path.startsWith('m365'))
    },
    120_000,
  )

  test('the one without ids is also split inside a second', () => {
    const { records } = cutLog('ssh.log', readFileSync(corpusPath('sshd/loghub/OpenSSH_2k.log'), 'utf8'))
    const second = (record: string | undefined): string => record?.slice(0, 15) ?? ''
    const inside = cutPoints(records.length).filter((start) => start > 0 && second(records[start - 1]) === second(records[start]))
    expect(inside.length).toBeGreaterThan(0)
  })
})
