import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/duo/index.ts'
import { corpusNote } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { decodeCorpus, hasCorpus, readCorpus } from './decode-corpus.ts'

const FILE = 'duo/panther-analysis/duo_rules/events.ndjson'

interface RuleTest {
  readonly rule: string
  readonly expected: boolean
}

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test('rule tests: administrators are read; authentications have lost their times and are refused', () => {
    const { fates, kinds } = decodeCorpus(format, FILE)
    expect(fates).toEqual({
      used: 26,
      'ignored: other-event': 2, // an application was installed; `bypass_detele` is a slip of whoever wrote the test
      'rejected: no-time': 14,
    })
    expect(kinds).toMatchObject({
      'recovery-change/success': 3,
      'mfa/failure/mfa-fraud-reported': 1,
      'mfa-remove/success': 1,
      'login/success': 3,
    })
  })

  test('rule tests: with a time, authentications go the way that the rules expect', () => {
    const records = readCorpus(FILE)
      .trim()
      .split('\n')
      .slice(28)
      .map((line) => JSON.stringify({ ...JSON.parse(line), timestamp: 1_793_664_000 }))
    const cases = readCorpus('duo/panther-analysis/duo_rules/cases.ndjson')
      .trim()
      .split('\n')
      .slice(28)
      .map((line) => JSON.parse(line) as RuleTest)
    const { perRecord } = decodeRecords(format, frame('x.ndjson', records.join('\n')).records)
    const alerts = perRecord
      .map((text, index) => [cases[index]?.rule, JSON.parse(text.split('\n')[1] ?? '{}') as Record<string, unknown>] as const)
      .filter((_, index) => cases[index]?.expected === true)
      .map(([rule, { outcome, reason, mfaMethod }]) => `${rule}: ${String(outcome)} ${String(reason ?? mfaMethod)}`)
    expect(alerts).toEqual([
      'DUO.User.Action.Fraudulent: failure mfa-fraud-reported',
      'DUO.User.Denied.AnomalousPush: blocked mfa-denied',
      'DUO.User.BypassCode.Used: success none: bypass user',
      'DUO.User.Endpoint.Failure: blocked device-denied',
      'DUO.User.Endpoint.Failure: blocked device-denied',
      'DUO.User.Endpoint.Failure: blocked device-denied',
      'DUO.User.Endpoint.Failure: failure system-error',
      'DUO.User.Endpoint.Failure: blocked device-denied',
    ])
  })
})
