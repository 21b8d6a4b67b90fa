import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { auth0 } from '../../bench/encoders/auth0.ts'
import { population } from '../../bench/population.ts'
import { analyze } from '../../src/pipeline/analyze.ts'
import type { AnalyzeOptions } from '../../src/pipeline/options.ts'
import { runOptions } from '../support/run-options.ts'
import { isWorthThread } from '../../src/pipeline/read-apart.ts'
import { expandInputs } from '../../src/input/expand.ts'
import { tempFolder } from '../support/temp-folder.ts'

const folder = tempFolder()

/** Above the size from which a thread reads, with everything in it that is no plain record. */
const content = (): string => {
  const lines = [...population(9000, 1500, 3)].map(auth0)
  const wide = (lines[10] ?? '').replace('Example Shop', '日本の店')
  lines.splice(20, 0, wide, '{"damaged": tru', '', '[1,2,3]', (lines[11] ?? '').replace('"type":"s"', '"type":"\\u0073"'))
  lines.splice(
    4000,
    0,
    '{"unknown":"to every format"}',
    (lines[12] ?? '').replace('{', '{"date":"2000-01-01T00:00:00Z",'),
    `{"detail-type":"x","detail":${lines[13]}}`,
    `{"logs":[${lines[14]},${lines[15]}]}`,
  )
  return `${lines.join('\n')}\n{"type":"s","date":"2026-10-31T00:00:00Z","log_`
}

const options = (path: string, more: Partial<AnalyzeOptions> = {}): AnalyzeOptions => runOptions([path], { cwd: folder, nowMs: 0, ...more })

describe('reading in a thread of its own', () => {
  beforeAll(() => {
    const text = content()
    writeFileSync(join(folder, 'log.ndjson'), text)
    writeFileSync(join(folder, 'log.ndjson.gz'), gzipSync(text, { level: 0 }))
    writeFileSync(join(folder, 'small.ndjson'), text.slice(0, 100_000))
  })

  it('is for large files that are scanned', async () => {
    const { sources } = await expandInputs(['log.ndjson', 'log.ndjson.gz', 'small.ndjson'], folder, { tmpDir: folder })
    expect(await Promise.all(sources.map((source) => isWorthThread(source, [])))).toEqual([true, true, false])
  })

  it.each(['log.ndjson', 'log.ndjson.gz'])(
    'gives the same document as reading here with JSON.parse: %s',
    { timeout: 60_000 },
    async (name) => {
      const apart = await analyze(options(name))
      const here = await analyze(options(name, { readWhole: true }))
      const [input] = apart.document.run.inputs
      expect(input?.records).toBeGreaterThan(9000)
      expect(input?.rejected).toBeGreaterThan(2)
      expect(input?.used).toBeGreaterThan(9000)
      expect(apart.document).toEqual(here.document)
      expect(apart.table.size).toBe(here.table.size)
    },
  )

  it('reports how far it is', async () => {
    const reports: number[] = []
    await analyze(options('log.ndjson'), ({ bytes }) => reports.push(bytes))
    expect(reports.length).toBeGreaterThan(5)
    expect(reports.toSorted((left, right) => left - right)).toEqual(reports)
  })
})
