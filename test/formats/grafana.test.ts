import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/grafana/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn, parsedByCrowdsec } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`Grafana corpus${corpusNote}`, () => {
  test('grafana-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'grafana/crowdsec-hub/grafana-bf/grafana-bf.log')
    expect(fates).toEqual({ used: 36 })
    expect(kinds).toEqual({ 'login/failure/unknown-account': 18, 'login/failure/bad-credentials': 12, 'login/failure/bad-password': 6 })
    const expected = alertedByCrowdsec('grafana/crowdsec-hub/grafana-bf/scenario.assert')
    expect(expected).toHaveLength(36)
    expect(missingIn(events, expected)).toEqual([])
  })

  test('grafana-logs', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'grafana/crowdsec-hub/grafana-logs/grafana-logs.log')
    expect(fates).toEqual({ used: 9 })
    expect(kinds).toEqual({
      'login/failure/unknown-account': 4,
      'login/failure/bad-credentials': 2,
      'login/failure/bad-password': 1,
      'login/success': 2,
    })
    const expected = parsedByCrowdsec('grafana/crowdsec-hub/grafana-logs/parser.assert')
    expect(expected).toHaveLength(7)
    expect(missingIn(events, expected)).toEqual([])
  })
})
