import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/authentik/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn, parsedByCrowdsec } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`authentik corpus${corpusNote}`, () => {
  test('authentik-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'authentik/crowdsec-hub/authentik-bf/authentik-bf.log')
    expect(fates).toEqual({ used: 24 })
    expect(kinds).toEqual({ 'login/failure/unknown-account': 12, 'login/failure/bad-credentials': 12 })
    const expected = alertedByCrowdsec('authentik/crowdsec-hub/authentik-bf/scenario.assert')
    expect(expected).toHaveLength(36)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('authentik-logs', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'authentik/crowdsec-hub/authentik-logs/authentik-logs.log')
    expect(fates).toEqual({ used: 3 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 1, 'login/failure/unknown-account': 1, 'login/success': 1 })
    const expected = parsedByCrowdsec('authentik/crowdsec-hub/authentik-logs/parser.assert')
    expect(expected).toHaveLength(2)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('events of the API', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'authentik/transcribed/elastic-test-event-subset.ndjson')
    expect(fates).toEqual({ used: 6 })
    expect(kinds).toEqual({
      'login/failure/bad-password': 1,
      'login/success': 1,
      'logout/info': 1,
      'impersonation/success': 1,
      'mfa-remove/success': 1,
      'password-change/success': 1,
    })
    const impersonation = events.find(({ action }) => action === 'impersonation')
    expect(impersonation).toMatchObject({ account: '2108', username: 'service_guest', actor: 'testuser' })
  })
})
