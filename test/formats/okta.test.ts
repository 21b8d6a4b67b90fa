import { describe, expect, test } from 'vitest'
import { countryCode } from '../../src/formats/country-codes.ts'
import { format } from '../../src/formats/okta/index.ts'
import { riskOf } from '../../src/formats/okta/risk.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { corpusNote, hasCorpus, readCorpus } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

const fatesOf = (records: readonly RawRecord[]): Record<string, number> =>
  decodeRecords(format, records)
    .perRecord.map((text) => text.split('\n')[0] ?? '')
    .reduce<Record<string, number>>((counts, fate) => ({ ...counts, [fate]: (counts[fate] ?? 0) + 1 }), {})

describe('risk', () => {
  test('is the level, then what was new', () => {
    expect(riskOf('{level=LOW}', '{New Device=NEGATIVE, Velocity=NEGATIVE}', undefined, 'false')).toBe('LOW')
    expect(riskOf('{level=HIGH, reasons=Anomalous Device}', '{New Geo-Location=POSITIVE, New IP=POSITIVE}', undefined, 'false')).toBe(
      'HIGH: New Geo-Location, New IP',
    )
    expect(
      riskOf(undefined, undefined, '{"risk":{"level":"MEDIUM"},"behaviors":{"New Device":"POSITIVE","New IP":"NEGATIVE"}}', undefined),
    ).toBe('MEDIUM: New Device')
    expect(riskOf(undefined, undefined, undefined, 'true')).toBe('UNRATED: threat suspected')
    expect(riskOf(undefined, undefined, undefined, 'false')).toBeUndefined()
  })
})

describe('countries', () => {
  test('become codes, in newer and older spellings', () => {
    expect(
      ['Japan', 'United States', 'Hong Kong', 'Turkey', 'Türkiye', 'Czech Republic', 'Viet Nam', "Côte d'Ivoire"].map(countryCode),
    ).toEqual(['JP', 'US', 'HK', 'TR', 'TR', 'CZ', 'VN', 'CI'])
  })

  test('that are not known stay as they are; names of object members are no countries', () => {
    expect(['Wakanda', 'constructor', '__proto__', undefined].map(countryCode)).toEqual(['Wakanda', 'constructor', '__proto__', undefined])
  })
})

describe.skipIf(!hasCorpus)(`real samples${corpusNote}`, () => {
  test('rule tests: used, ignored, or rejected for a reason that holds', () => {
    const { records } = frame('x.ndjson', readCorpus('okta/panther-analysis/okta_rules/events.ndjson'))
    expect(fatesOf(records)).toEqual({
      used: 53,
      'ignored: other-event': 3, // an application was created or updated
      'rejected: ambiguous-value': 2, // a session start without any outcome
      'rejected: no-time': 4,
      'rejected: bad-time': 4, // `published` reads "redacted"
      'rejected: unknown-format': 34, // 26 rows of statistics, 8 fragments of nothing but an event type
    })
  })

  test('samples of the OCSF mapping are read, but for a group membership', () => {
    const folder = 'ocsf/ocsf-examples/mappings/markdown/Okta/v1.3.0/System Logs'
    const files = [
      'API Activity/samples/generic_api_activity.raw',
      'Account Change/samples/account_change.raw',
      'Authentication/samples/authentication.raw',
      'Detection Finding/samples/detection_finding.raw',
      'Entity Management/samples/entity_management.raw',
      'Group Management/samples/group_management.raw',
    ]
    expect(fatesOf(files.flatMap((file) => [...frame('x.json', readCorpus(`${folder}/${file}`)).records]))).toEqual({
      used: 5,
      'ignored: other-event': 1,
    })
  })

  test('the header that the console writes is recognised', () => {
    const header = readCorpus('okta/transcribed/okta-syslog-csv-header.csv').trim()
    const cells = header
      .split(',')
      .map((name) => ({ event_type: 'user.session.start', timestamp: '2026-11-01T00:00:00.000Z', 'outcome.result': 'SUCCESS' })[name] ?? '')
    expect(fatesOf(frame('x.csv', `${header}\n${cells.join(',')}\n`).records)).toEqual({ used: 1 })
  })
})
