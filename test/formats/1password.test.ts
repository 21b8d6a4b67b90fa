import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/1password/index.ts'
import { corpusNote, hasCorpus } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { ruleTestLogs } from './rule-test-logs.ts'

const decode = (type: string) => decodeRecords(format, frame('x.ndjson', ruleTestLogs(type)).records)

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test('rule tests: sign-ins are read', () => {
    const { events, counts } = decode('OnePassword.SignInAttempt')
    expect(counts).toEqual({ records: 2, used: 2, ignored: 0, rejected: 0 })
    expect(events.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        time: '2021-12-15T18:02:23.000Z',
        outcome: 'success',
        account: '1234',
        username: 'homer@springfield.gov',
        ip: '1.1.1.1',
        geo: { country: 'US' },
      },
      { userAgent: 'Bartco 1Password Manager 70902005 (US - C02FR0H8MD6P; MacOSX)' },
    ])
  })

  test('rule tests: use of items is left out', () => {
    expect(decode('OnePassword.ItemUsage').perRecord).toEqual(Array(4).fill('ignored: item-usage'))
  })
})
