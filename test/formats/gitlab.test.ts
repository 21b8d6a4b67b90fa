import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/gitlab/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn, parsedByCrowdsec } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`GitLab corpus${corpusNote}`, () => {
  test('gitlab-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'gitlab/crowdsec-hub/gitlab-bf/gitlab-bf.log')
    expect(fates).toEqual({ used: 18 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 16, 'mfa/failure/mfa-failed': 2 })
    const expected = alertedByCrowdsec('gitlab/crowdsec-hub/gitlab-bf/scenario.assert')
    expect(expected).toHaveLength(18)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('gitlab-logs', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'gitlab/crowdsec-hub/gitlab-logs/gitlab-logs.log')
    expect(fates).toEqual({ used: 3 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 2, 'mfa/failure/mfa-failed': 1 })
    const expected = parsedByCrowdsec('gitlab/crowdsec-hub/gitlab-logs/parser.assert')
    expect(expected).toHaveLength(3)
    expect(missingIn(events, expected)).toEqual([])
  })

  // Fragments of parameters for one rule: no time, no controller, no address.
  test('fragments of records are refused', () => {
    expect(decodeCorpusLines(format, 'gitlab/panther-analysis/gitlab_rules/events.ndjson').fates).toEqual({ 'rejected: unknown-format': 6 })
  })
})
