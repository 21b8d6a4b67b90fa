import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/snowflake/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { ruleTestLogs } from './rule-test-logs.ts'

const decode = (type: string): readonly string[] => decodeRecords(format, frame('x.ndjson', ruleTestLogs(type)).records).perRecord

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test('rule tests: every row of the login history is read', () => {
    const events = decode('Snowflake.LoginHistory').map((text) => JSON.parse(text.split('\n')[1] ?? '{}') as Record<string, unknown>)
    expect(events.map(({ action, outcome, reason }) => [action, outcome, reason].filter((part) => part !== undefined).join('/'))).toEqual([
      'login/success',
      'login/failure/other',
      'login/failure/token-invalid',
      'login/failure/rate-limited',
      'login/success',
      'login/failure/other',
      'login/failure/token-invalid',
      'login/failure/rate-limited',
      'login/success',
      'login/failure/other',
      'login/success',
      'login/success',
      'login/failure/other',
      'login/failure/other',
      'login/success',
      'login/failure/rate-limited',
      'login/failure/token-invalid',
      'logout/success',
    ])
    expect(events[0]).toMatchObject({
      time: '2024-10-08T14:38:46.061Z',
      username: 'ckent@dailyplanet.org',
      ip: '1.1.1.1',
      protocol: 'PASSWORD',
    })
    expect(events[10]).toMatchObject({ mfaMethod: 'OTP' })
  })

  test('rule tests: queries are not logins', () => {
    expect(new Set(decode('Snowflake.QueryHistory'))).toEqual(new Set(['rejected: unknown-format']))
  })
})
