import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/nextcloud/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { alertedByCrowdsec, decodeCorpusLines, missingIn, parsedByCrowdsec } from './decode-lines.ts'

// CrowdSec alerts on requests for a host name that is not the server's, too: nobody logs in there, and these lines are ignored with that reason.
const HOST_PROBER = '172.18.0.200'

describe.skipIf(!hasCorpus)(`Nextcloud corpus${corpusNote}`, () => {
  test('nextcloud-bf', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'nextcloud/crowdsec-hub/nextcloud-bf/nextcloud-bf.log')
    expect(fates).toEqual({ used: 12, 'ignored: host-probe': 7 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 12 })
    const expected = alertedByCrowdsec('nextcloud/crowdsec-hub/nextcloud-bf/scenario.assert')
    expect(expected).toHaveLength(24)
    expect(missingIn(events, expected).filter(({ ip }) => ip !== HOST_PROBER)).toEqual([])
  })

  test('nextcloud-logs', () => {
    const { fates, kinds, events } = decodeCorpusLines(format, 'nextcloud/crowdsec-hub/nextcloud-logs/nextcloud-logs.log')
    expect(fates).toEqual({ used: 4, 'ignored: host-probe': 1 })
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 4 })
    const expected = parsedByCrowdsec('nextcloud/crowdsec-hub/nextcloud-logs/parser.assert')
    expect(expected).toHaveLength(5)
    expect(missingIn(events, expected).filter(({ ip }) => ip !== HOST_PROBER)).toEqual([])
  })
})
