import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/lemonldap/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn } from './decode-lines.ts'

describe.skipIf(!hasCorpus)(`LemonLDAP::NG corpus${corpusNote}`, () => {
  test('lemonldap-ng-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'lemonldap/crowdsec-hub/lemonldap-ng-bf/lemonldap-ng-bf.log')
    expect(fates).toEqual({ used: 7 })
    expect(kinds).toEqual({ 'login/failure/unknown-account': 2, 'login/failure/bad-password': 5 })
    const expected = alertedByCrowdsec('lemonldap/crowdsec-hub/lemonldap-ng-bf/scenario.assert')
    expect(expected).toHaveLength(12)
    expect(missingIn(events, expected)).toEqual([])
  })
})
