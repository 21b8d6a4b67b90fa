import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { corpusPage, readCorpusFiles, reasonGaps, wrongFormats, type CorpusReading } from '../support/corpus-page.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'

const PAGE = fileURLToPath(new URL('../../docs/CORPUS.md', import.meta.url))

describe.skipIf(!hasCorpus)(`every file of the corpus${corpusNote}`, () => {
  let reading: CorpusReading
  beforeAll(async () => {
    reading = await readCorpusFiles()
  }, 600_000)

  test('records = used + ignored + rejected, and duplicates are among the used', () => {
    const all = [...reading.rows, ...reading.others]
    expect(all.length).toBeGreaterThan(1500)
    expect(all.filter(({ records, used, ignored, rejected }) => records !== used + ignored + rejected)).toEqual([])
    expect(all.filter(({ used, duplicates }) => duplicates > used)).toEqual([])
    expect(all.filter(({ used, events }) => events < used)).toEqual([])
  })

  test('reasons for ignoring add up to what was ignored', () => {
    const ofReasons = (reasons: Readonly<Record<string, number>>): number => Object.values(reasons).reduce((sum, count) => sum + count, 0)
    expect([...reading.rows, ...reading.others].filter(({ ignored, ignoredBy }) => ofReasons(ignoredBy) !== ignored)).toEqual([])
  })

  test('every sample is taken for what it is, and nothing else for one of ours', () => {
    expect(wrongFormats(reading)).toEqual([])
  })

  test('a file of no known system is refused as such, every record of it, those in an archive too, or named as empty', () => {
    const unknown = reading.others.filter(
      ({ formats, records, incomplete }) => formats.length === 0 && (records > 0 || incomplete !== undefined),
    )
    expect(unknown.length).toBeGreaterThan(100)
    expect(unknown.filter(({ records, rejected }) => rejected !== records)).toEqual([])
    expect([...new Set(unknown.map(({ incomplete }) => incomplete))].toSorted()).toEqual(['empty', 'unknown-format'])
  })

  test('whatever was ignored or rejected has been read, and its reason is written down', () => {
    expect(reasonGaps(reading)).toEqual({ missing: [], idle: [] })
  })

  test('docs/CORPUS.md holds these very numbers', () => {
    expect(corpusPage(reading)).toBe(readFileSync(PAGE, 'utf8'))
  })
})
