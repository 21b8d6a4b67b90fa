import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/cloudtrail/index.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS } from './decode-corpus.ts'

const decode = (value: unknown) => decodeRecords(format, [{ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 0 }])

const record = (more: object) => ({
  eventVersion: '1.11',
  eventSource: 'signin.amazonaws.com',
  eventName: 'ConsoleLogin',
  eventTime: '2026-03-02T08:00:00Z',
  awsRegion: 'us-east-1',
  ...more,
})

test("a typed name that AWS masks is nobody's name", () => {
  const userIdentity = { type: 'IAMUser', accountId: '111122223333', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' }
  const { events } = decode(
    record({ userIdentity, responseElements: { ConsoleLogin: 'Failure' }, errorMessage: 'No username found in supplied account' }),
  )
  expect(JSON.parse(events[0] ?? '')).toMatchObject({ outcome: 'failure', reason: 'unknown-account', accountKnown: false })
  expect(events[0]).not.toContain('HIDDEN')
})

test('a sign-in without its result is rejected, not guessed', () => {
  expect(decode(record({ responseElements: null })).perRecord).toEqual(['rejected: unknown-code'])
})

test("a user pool's events belong to format cognito", () => {
  expect(decode(record({ eventSource: 'cognito-idp.amazonaws.com' })).perRecord).toEqual(['rejected: unknown-format'])
})

test('users who are still signing in to Identity Center share no id, only the root user is the account', () => {
  const signingIn = (UserName: string) =>
    record({
      eventName: 'CredentialVerification',
      userIdentity: { type: 'Unknown', principalId: '111122223333', accountId: '111122223333' },
      additionalEventData: { UserName, CredentialType: 'PASSWORD' },
      serviceEventDetails: { CredentialVerification: 'Failure' },
    })
  const parsed = ['mio', 'aoi'].map((name) => JSON.parse(decode(signingIn(name)).events[0] ?? '') as { account?: string; username: string })
  expect(parsed.map(({ account, username }) => [account, username])).toEqual([
    [undefined, 'mio'],
    [undefined, 'aoi'],
  ])
  const root = decode(
    record({
      userIdentity: { type: 'Root', principalId: '111122223333', accountId: '111122223333' },
      responseElements: { ConsoleLogin: 'Success' },
    }),
  )
  expect(JSON.parse(root.events[0] ?? '')).toMatchObject({ account: '111122223333', username: 'root' })
})

describe.skipIf(!hasCorpus)(`samples — ${NO_CORPUS}`, () => {
  test('brute force: six failures from the address that is blamed for it', () => {
    const { kinds, events } = decodeCorpus(format, 'cloudtrail/crowdsec-hub/aws-bf/aws-bf.log', 'ndjson')
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 6 })
    expect(new Set(events.map(({ ip }) => ip))).toEqual(new Set(['1.2.3.4']))
  })

  test('rule samples: every record has a fate with a reason', () => {
    const { fates, kinds } = decodeCorpus(format, 'cloudtrail/panther-analysis/aws_cloudtrail_rules/events.ndjson')
    expect(Object.values(fates).reduce((sum, count) => sum + count, 0)).toBe(49)
    expect(fates).toMatchObject({ used: 40, 'rejected: bad-time': 1 })
    expect(fates['rejected: unknown-format']).toBeUndefined()
    expect(kinds).toMatchObject({ 'login/failure/bad-credentials': 1, 'password-reset/success': 5, 'token-create/failure/other': 1 })
  })
})
