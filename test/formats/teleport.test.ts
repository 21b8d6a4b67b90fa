import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/teleport/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`Teleport corpus${corpusNote}`, () => {
  // All six carry one uid: each line is a try here, and the event store counts copies of one event once.
  test('teleport-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'teleport/crowdsec-hub/teleport-bf/teleport-bf.log')
    expect(fates).toEqual({ used: 6 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 6 })
    const expected = alertedByCrowdsec('teleport/crowdsec-hub/teleport-bf/scenario.assert')
    expect(expected).toHaveLength(6)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('two logins whose code and success disagree are logins', () => {
    const { kinds, events } = decodeCorpusLines(format, 'crowdsec-auth-tests/teleport-impossible-travel/teleport-bf.log')
    expect(kinds).toEqual({ 'login/success': 2 })
    expect(events.map(({ ip }) => ip)).toEqual(['1.2.3.4', '9.8.8.8'])
  })

  test('rule tests: one time is none (23:00:000)', () => {
    const { fates, kinds } = decodeCorpusLines(format, 'teleport/panther-analysis/gravitational_teleport_rules/events.ndjson')
    expect(fates).toEqual({ used: 10, 'ignored: session-detail': 13, 'ignored: certificate-issued': 2, 'rejected: bad-time': 1 })
    expect(kinds).toEqual({
      'session-use/failure/policy-denied': 1,
      'session-use/success': 1,
      'login/success': 6,
      'account-lock/info/locked': 1,
      'identity-provider-change/success': 1,
    })
  })
})
