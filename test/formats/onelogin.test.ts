import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/onelogin/index.ts'
import { corpusNote } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { decodeCorpus, hasCorpus, readCorpus } from './decode-corpus.ts'

const FILE = 'onelogin/panther-analysis/onelogin_rules/events.ndjson'

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test('rule tests have no times and are refused for that alone', () => {
    expect(decodeCorpus(format, FILE).fates).toEqual({ 'rejected: no-time': 26 })
    const dated = readCorpus(FILE)
      .trim()
      .split('\n')
      .map((line) => JSON.stringify({ ...JSON.parse(line), created_at: '2026-11-03T00:00:00Z' }))
    const { events } = decodeRecords(format, frame('x.ndjson', dated.join('\n')).records)
    const byOthers = events.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ actor }) => actor === '654321')
    expect(events).toHaveLength(26)
    expect(byOthers.map(({ action }) => action)).toEqual([
      'data-export',
      'password-change',
      'password-reset',
      'account-enable',
      'account-delete',
      'account-enable',
      'password-change',
      'account-lock',
      'account-disable',
      'password-change',
      'impersonation',
    ])
  })

  test('a type that OneLogin does not have is left out, not guessed', () => {
    expect(decodeCorpus(format, 'sigma/tests/rsigma/schema-events/onelogin_events/test_event.json').fates).toEqual({
      'ignored: other-event': 1,
    })
  })
})
