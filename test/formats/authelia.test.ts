import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/authelia/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn, parsedByCrowdsec } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`Authelia corpus${corpusNote}`, () => {
  test('authelia-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'authelia/crowdsec-hub/authelia-bf/authelia-bf.log')
    expect(fates).toEqual({ used: 144 })
    expect(kinds).toEqual({
      'login/failure/unknown-account': 48,
      'login/failure/bad-password': 24,
      'mfa/failure/mfa-denied': 36,
      'mfa/failure/mfa-failed': 36,
    })
    const expected = alertedByCrowdsec('authelia/crowdsec-hub/authelia-bf/scenario.assert')
    expect(expected).toHaveLength(168)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('authelia-logs', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'authelia/crowdsec-hub/authelia-logs/authelia-logs.log')
    expect(fates).toEqual({ used: 30 })
    expect(kinds).toEqual({
      'login/failure/unknown-account': 8,
      'login/failure/bad-password': 4,
      'login/success': 2,
      'mfa/failure/mfa-denied': 6,
      'mfa/success': 4,
      'mfa/failure/mfa-failed': 6,
    })
    const expected = parsedByCrowdsec('authelia/crowdsec-hub/authelia-logs/parser.assert')
    expect(expected).toHaveLength(30)
    expect(missingIn(events, expected)).toEqual([])
  })
})
