import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/vaultwarden/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn, parsedByCrowdsec } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`Vaultwarden corpus${corpusNote}`, () => {
  test('vaultwarden-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'vaultwarden/crowdsec-hub/vaultwarden-bf/vaultwarden-bf.log')
    expect(fates).toEqual({ used: 28 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 10, 'login/failure/bad-password': 6, 'mfa/failure/mfa-failed': 12 })
    const expected = alertedByCrowdsec('vaultwarden/crowdsec-hub/vaultwarden-bf/scenario.assert')
    expect(expected).toHaveLength(24)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('vaultwarden-logs', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'vaultwarden/crowdsec-hub/vaultwarden-logs/vaultwarden-logs.log')
    expect(fates).toEqual({ used: 32 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 12, 'login/failure/bad-password': 7, 'mfa/failure/mfa-failed': 13 })
    const expected = parsedByCrowdsec('vaultwarden/crowdsec-hub/vaultwarden-logs/parser.assert')
    expect(expected).toHaveLength(32)
    expect(missingIn(events, expected)).toEqual([])
  })
})
