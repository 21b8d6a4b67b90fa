import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/jumpcloud/index.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

const decode = (part: Record<string, unknown>): Record<string, unknown> => {
  const record = {
    event_type: 'user_login_attempt',
    service: 'directory',
    organization: 'o',
    '@version': '1',
    timestamp: '2026-11-03T00:00:00Z',
    ...part,
  }
  return JSON.parse(decodeRecords(format, frame('x.ndjson', JSON.stringify(record)).records).events[0] ?? '{}') as Record<string, unknown>
}

// There is no sample of this log in the corpus.
describe('messages', () => {
  test.each([
    ['mschap: MS-CHAP2-Response is incorrect', 'bad-credentials'],
    ['not authorized', 'not-assigned'],
    ['application unreachable', 'system-error'],
    ['user account is locked, password correct', 'locked'],
    ['TOTP code is invalid', 'mfa-failed'],
    ['', 'other'],
  ])('%s: %s', (message, reason) => {
    expect(decode({ success: false, error_message: message })).toMatchObject({ outcome: 'failure', reason })
  })

  test('never make a success a failure, or a failure a success', () => {
    expect(decode({ success: true, error_message: 'not authorized' })).toMatchObject({ outcome: 'success' })
    expect(decode({ error_message: 'not authorized' })).toEqual({})
  })
})
