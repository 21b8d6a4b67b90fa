import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { loadMapping } from '../../src/formats/generic/load-mapping.ts'
import type { Format } from '../../src/formats/define-format.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import { corpusNote, corpusPath, hasCorpus } from '../support/corpus.ts'
import { invariantPart } from '../support/invariant.ts'
import { cutLog } from '../support/log-pieces.ts'
import { cutPoints, writeVariants } from '../support/log-variants.ts'
import { runOptions } from '../support/run-options.ts'

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url))

const root = mkdtempSync(join(tmpdir(), 'ashiato-exports-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

interface Log {
  readonly name: string
  readonly file: string
  readonly mapping: string | undefined
}

const LOG_FILE = /\.(?:log|txt|json|ndjson|jsonl|csv)$/

const logsIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter(
    (name) => LOG_FILE.test(name) && !/^(?:case|truth|expected)\./.test(name) && statSync(join(folder, name)).isFile(),
  )

const optional = (path: string): string | undefined => (existsSync(path) ? path : undefined)

/** Every log of every case: the cases are found when the tests run, so a new one is tested without a word here. */
const caseLogs = (): readonly Log[] =>
  readdirSync(`${FIXTURES}cases`).flatMap((name) =>
    logsIn(`${FIXTURES}cases/${name}`).map((log) => ({
      name: `${name}/${log}`,
      file: `${FIXTURES}cases/${name}/${log}`,
      mapping: optional(`${FIXTURES}verdicts/${name}/mapping.yaml`),
    })),
  )

/** The takeovers of the format fixtures: one of every system that has one. */
const takeovers = (): readonly Log[] =>
  readdirSync(`${FIXTURES}formats`).flatMap((format) => {
    const folder = `${FIXTURES}formats/${format}`
    if (!statSync(folder).isDirectory()) return []
    return readdirSync(folder)
      .filter((name) => name.includes('takeover'))
      .flatMap((name) =>
        logsIn(join(folder, name)).map((log) => ({ name: `${format}/${name}/${log}`, file: join(folder, name, log), mapping: undefined })),
      )
  })

const formatsOf = (mapping: string | undefined): readonly Format[] => {
  if (mapping === undefined) return []
  const loaded = loadMapping(readFileSync(mapping, 'utf8'), mapping)
  if ('errors' in loaded) throw new Error(`${mapping}: ${JSON.stringify(loaded.errors)}`)
  return [loaded.format]
}

/** Records carry ids, so that doubling the log must not change a thing. */
const carriesIds = async (file: string, ownFormats: readonly Format[]): Promise<boolean> => {
  const { inputs } = await analyze(runOptions([file], { ownFormats }))
  return inputs.inputs.every(({ counts, formats }) =>
    formats.every(({ format }) => !counts.formats.has(format.id) || format.repeats === 'never'),
  )
}

let folders = 0

/** Every way of exporting the log gives the same case. */
const expectSameCase = async ({ file, mapping }: Log): Promise<readonly string[]> => {
  const ownFormats = formatsOf(mapping)
  const { document } = await analyze(runOptions([file], { ownFormats }))
  expect(document.summary.events).toBeGreaterThan(0)
  const expected = invariantPart(document)
  const variants = writeVariants(file, join(root, String((folders += 1))), await carriesIds(file, ownFormats))
  for (const { name, input } of variants) {
    const again = await analyze(runOptions([input], { ownFormats }))
    expect(again.document.run.inputs.length, name).toBe(
      name.includes('ten-files') ? Math.min(10, cutLog(file, readFileSync(file, 'utf8')).records.length) : 1,
    )
    expect(invariantPart(again.document), name).toBe(expected)
  }
  return variants.map(({ name }) => name)
}

describe('the same log exported another way is the same case', () => {
  test('there are cases and takeovers to test', () => {
    expect(caseLogs().length).toBeGreaterThan(0)
    expect(takeovers().length).toBeGreaterThan(5)
  })

  test.each([...caseLogs(), ...takeovers()])(
    '$name',
    async (log) => {
      const variants = await expectSameCase(log)
      expect(variants).toEqual(expect.arrayContaining(['newest-first', 'shuffled', 'gzipped', 'in-ten-files', 'shuffled-in-ten-files']))
      expect(variants.includes('in-ten-files-one-header')).toBe(log.file.endsWith('.csv'))
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
      const variants = await expectSameCase({ name: path, file: corpusPath(path), mapping: undefined })
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
