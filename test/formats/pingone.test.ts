import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/pingone/index.ts'
import { corpusNote } from '../support/corpus.ts'
import { decodeCorpus, hasCorpus } from './decode-corpus.ts'

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test("three activities of two vendors' tests are read", () => {
    const { fates, events } = decodeCorpus(format, 'pingone/transcribed/elastic-and-datadog-audit.ndjson')
    expect(fates).toEqual({ used: 3 })
    expect(events.map(({ time, action, outcome, username, ip }) => [time, action, outcome, username, ip])).toEqual([
      ['2022-07-27T17:50:45.426Z', 'password-reset', 'success', 'example@gmail.com', undefined],
      ['2022-07-06T06:12:00.573Z', 'password-change', 'success', 'example@gmail.com', undefined],
      ['2024-07-01T09:28:18.229Z', 'login', 'success', 'saroy49757@mposhop.com', '185.64.148.0'],
    ])
  })
})
