import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { expandInputs } from '../../src/input/expand.ts'
import { readSource } from './support.ts'

const CORPUS = process.env['ASHIATO_CORPUS'] ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
const isThere = existsSync(CORPUS)

/** Records per file, as they are counted by hand or by the publisher. */
const COUNTS: Readonly<Record<string, number>> = {
  'auth0/elastic-package/_extracted_api_array.json': 109,
  'auth0/elastic-package/_extracted_stream.ndjson': 109,
  'auth0/elastic-package/test-login-success.json': 22,
  'auth0/elastic-package/test-login-success.json-expected.json': 22,
  'zitadel/transcribed/eventsearch-shape.json': 2,
  'sshd/loghub/OpenSSH_2k.log': 2000,
  'sshd/loghub/OpenSSH_2k.log_structured.csv': 2000,
  'forgerock/transcribed/authentication.audit.csv': 3,
}

describe.skipIf(!isThere)(`corpus${isThere ? '' : ' (absent: set ASHIATO_CORPUS)'}`, () => {
  it('is read without a crash, in order, without overlap, and never beyond the file', async () => {
    const { sources, errors } = await expandInputs([CORPUS], '/')
    expect(errors).toEqual([])
    expect(sources.length).toBeGreaterThan(100)
    const failed: string[] = []
    for (const source of sources) {
      const { records, rejects, result } = await readSource(source)
      if (result.error !== undefined) failed.push(`${source.path.slice(CORPUS.length + 1)}: ${result.error.id} ${result.error.detail}`)
      const spans = [...records, ...rejects].toSorted((a, b) => a.offset - b.offset)
      const sum = spans.reduce((total, { length }) => total + length, 0)
      const isOrdered = spans.every(
        ({ offset, length }, index) => offset + length <= (spans[index + 1]?.offset ?? Number.POSITIVE_INFINITY),
      )
      if (result.contentSha256 === result.sha256 && sum > result.bytes) failed.push(`${source.path}: ${sum} of ${result.bytes} bytes`)
      if (!isOrdered) failed.push(`${source.path}: records overlap`)
    }
    expect(failed.filter((line) => !/: (?:empty|is-binary)\b/.test(line))).toEqual([])
  }, 120_000)

  it.each(Object.entries(COUNTS))('finds the records of %s', async (path, count) => {
    const { sources } = await expandInputs([path], CORPUS)
    const [source] = sources
    if (source === undefined) throw new Error(`${path} is not there`)
    const { records, rejects } = await readSource(source)
    expect([records.length, rejects.length]).toEqual([count, 0])
  })
})
