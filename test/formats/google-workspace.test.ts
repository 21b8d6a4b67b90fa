import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/google-workspace/index.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS } from './decode-corpus.ts'

test("each event of an activity is one event, its id is the activity's with its index", () => {
  const value = {
    id: { time: '2026-03-02T08:00:00.000Z', uniqueQualifier: '-42', applicationName: 'login', customerId: 'C1' },
    actor: { email: 'hana.sato@example.com', profileId: '1' },
    events: [
      { name: 'login_challenge', type: 'login' },
      { name: 'login_success', type: 'login' },
    ],
  }
  const { events } = decodeRecords(format, [{ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 0 }])
  expect(events.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['-42#0', '-42#1'])
})

describe.skipIf(!hasCorpus)(`samples — ${NO_CORPUS}`, () => {
  test('flattened activities: hand-made ones without a time are rejected for that', () => {
    const { fates, kinds } = decodeCorpus(format, 'google-workspace/panther-analysis/gsuite_activityevent_rules/events.ndjson')
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(137)
    expect(fates).toMatchObject({ used: 14, 'rejected: no-time': 22, 'ignored: admin-setting': 28 })
    expect(kinds).toMatchObject({ 'consent-grant/success': 3, 'recovery-change/success': 2, 'data-export/success': 2 })
  })

  test('file activity is not a login', () => {
    const { fates } = decodeCorpus(format, 'google-workspace/panther-analysis/gsuite_reports_rules/events.ndjson')
    expect(fates).toEqual({ 'ignored: other-application': 20 })
  })
})
