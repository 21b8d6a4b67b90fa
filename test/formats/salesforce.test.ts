import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/salesforce/index.ts'
import { corpusNote } from '../support/corpus.ts'
import { decodeCorpus, hasCorpus } from './decode-corpus.ts'

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test('rule tests: logins, an impersonation, alerts and exports; the rest is use of apps', () => {
    const { fates, kinds, events } = decodeCorpus(format, 'salesforce/panther-analysis/salesforce_rules/events.ndjson')
    expect(fates).toEqual({ used: 13, 'ignored: other-event': 8 })
    expect(kinds).toEqual({ 'login/success': 5, 'impersonation/success': 1, 'provider-alert/info': 3, 'data-export/success': 4 })
    expect(events.find(({ action }) => action === 'impersonation')).toMatchObject({ account: 'fdokawnjf', actor: '0054x000001L78aAAC' })
  })

  test('event log file and login events', () => {
    const file = decodeCorpus(format, 'salesforce/transcribed/elastic-test-login-eventlogfile.ndjson')
    expect(file.events).toMatchObject([
      { time: '2022-09-13T05:22:43.429Z', outcome: 'success', username: 'user@elastic.co', ip: '175.16.199.0' },
    ])
    const object = decodeCorpus(format, 'salesforce/transcribed/elastic-test-login-object.ndjson')
    expect(object.fates).toEqual({ used: 2 })
    expect(object.events).toMatchObject([
      { time: '2021-10-19T11:47:22.000Z', outcome: 'success', ip: '89.160.20.112', geo: { country: 'IN', city: 'Surat' } },
      { time: '2024-07-08T07:26:18.239Z', outcome: 'failure', reason: 'client-misconfigured', username: 'salesforceinstance@devtest.in' },
    ])
  })
})
