import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/zitadel/index.ts'
import { corpusNote } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { hasCorpus, readCorpus } from './decode-corpus.ts'

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test("the shape that an API client's test has is read", () => {
    const { events: page } = JSON.parse(readCorpus('zitadel/transcribed/eventsearch-shape.json')) as { readonly events: unknown }
    const { events, counts } = decodeRecords(format, frame('x.json', JSON.stringify(page)).records)
    expect(counts).toEqual({ records: 2, used: 2, ignored: 0, rejected: 0 })
    expect(events.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { time: '2026-06-01T10:00:00.000Z', action: 'login', outcome: 'failure', reason: 'bad-password', account: 'u1', username: 'alice@x' },
      { time: '2026-05-20T10:00:00.000Z', action: 'account-lock', account: 'u2' },
    ])
  })
})
