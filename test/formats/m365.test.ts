import { describe, expect, test } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import type { EventDraft } from '../../src/model/event.ts'
import { format } from '../../src/formats/m365/index.ts'
import { allCases, decodeCase } from '../support/format-fixtures.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS } from './decode-corpus.ts'

const fixture = (name: string) => {
  const found = allCases().find((one) => one.format === 'm365' && one.name === name)
  if (found === undefined) throw new Error(`no fixture ${name}`)
  return decodeCase(format, found)
}

test('the CSV export and the bare records give the same events', () => {
  const csv = fixture('takeover-csv').events
  const bare = fixture('takeover').events
  expect(csv.slice(0, bare.length)).toEqual(bare)
  expect(csv.slice(bare.length)).toEqual([bare[1]])
})

test('a failed login stays failed whatever ResultStatus says', () => {
  const failed = fixture('error-codes').events.filter((line) => line.includes('UserLoginFailed'))
  expect(failed.filter((line) => line.includes('"outcome":"success"'))).toEqual([])
})

describe.skipIf(!hasCorpus)(`real tenant export — ${NO_CORPUS}`, () => {
  const bare = hasCorpus ? decodeCorpus(format, 'm365-ual/invictus-o365_dataset/aad_auditdata.ndjson') : undefined

  test('both shapes give the same events, record by record', () => {
    const csv = decodeCorpus(format, 'm365-ual/invictus-o365_dataset/search-unifiedauditlog_aad.csv')
    expect(csv.fates).toEqual(bare?.fates)
    expect(csv.events).toEqual(bare?.events)
    // Acts in the directory that are no identity action (379), and changes of nobody's account (14), are `other` acts of whoever did them.
    expect(bare?.fates).toEqual({ used: 1621 })
  })

  test('logins end as their operation says', () => {
    const logins = bare?.events.filter(({ action }) => action === 'login') ?? []
    const failed = logins.filter(({ code }) => String(code).startsWith('UserLoginFailed'))
    expect([logins.length - failed.length, failed.length]).toEqual([583, 368])
    expect(failed.filter(({ outcome }) => outcome === 'success')).toEqual([])
    expect(bare?.kinds).toMatchObject({
      'login/success': 583,
      'login/failure/bad-credentials': 215,
      'login/blocked/locked': 34,
      'login/failure/consent-denied': 41,
      'login/challenge/mfa-required': 13,
      'login/challenge/interrupted': 29,
      'role-grant/success': 37,
      'password-reset/success': 6,
    })
    expect(logins.every(({ account, ip }) => account !== undefined && ip !== undefined)).toBe(true)
  })

  test('ids repeat 635 times', () => {
    const ids = bare?.events.map(({ id }) => id) ?? []
    expect(ids.length - new Set(ids).size).toBe(635)
  })

  test('a directory operation that threw is a failure', () => {
    expect(bare?.kinds).toMatchObject({
      'consent-grant/failure/other': 26,
      'token-revoke/failure/other': 4,
      'profile-change/failure/other': 2,
    })
  })

  test('mailbox forwarding in folded keys is read; alerts and endpoint records are not this log', () => {
    const { fates, kinds } = decodeCorpus(format, 'm365-ual/panther-analysis/microsoft_rules/events.ndjson')
    expect(fates).toEqual({ used: 14, 'ignored: file-activity': 5, 'rejected: unknown-format': 6 })
    expect(kinds).toMatchObject({ 'forwarding-change/success': 10, 'mfa-enroll/success': 1, 'mfa-remove/success': 1 })
  })
})

test('times without an offset are UTC by documentation, whatever zone local logs are read in', () => {
  const drafts: EventDraft[] = []
  const { decode } = compileFormat(format, { time: { zone: 'Asia/Tokyo', year: () => Number.NaN } })
  const value = {
    Workload: 'AzureActiveDirectory',
    Operation: 'UserLoggedIn',
    RecordType: 15,
    CreationTime: '2026-03-02T08:00:00',
    UserId: 'a@example.com',
    OrganizationId: 'example',
    Id: 'x',
  }
  decode({ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 1 }, (draft) => drafts.push(draft))
  expect(drafts.map(({ time }) => time)).toEqual([Date.UTC(2026, 2, 2, 8) * 1000])
})
