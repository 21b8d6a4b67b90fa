import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/cas/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn, parsedByCrowdsec } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`CAS corpus${corpusNote}`, () => {
  test('apereo-cas-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'cas/crowdsec-hub/apereo-cas-bf/apereo-cas-bf.log')
    expect(fates).toEqual({ used: 17 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 17 })
    const expected = alertedByCrowdsec('cas/crowdsec-hub/apereo-cas-bf/scenario.assert')
    expect(expected).toHaveLength(18)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('apereo-cas-slow-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'cas/crowdsec-hub/apereo-cas-slow-bf/apereo-cas-slow-bf.log')
    expect(fates).toEqual({ used: 22 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 22 })
    const expected = alertedByCrowdsec('cas/crowdsec-hub/apereo-cas-slow-bf/scenario.assert')
    expect(expected).toHaveLength(22)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('apereo-cas-audit-logs', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'cas/crowdsec-hub/apereo-cas-audit-logs/apereo-cas-audit-logs.log')
    expect(fates).toEqual({ used: 1 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 1 })
    const expected = parsedByCrowdsec('cas/crowdsec-hub/apereo-cas-audit-logs/parser.assert')
    expect(expected).toHaveLength(1)
    expect(missingIn(events, expected)).toEqual([])
  })
})
