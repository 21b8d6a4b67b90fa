import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/ecs/index.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { decodeRecords, type Decoded } from '../support/format-fixtures.ts'
import { hasCorpus, NO_CORPUS, readCorpus } from './decode-corpus.ts'

interface Document {
  '@timestamp': string
  event?: { outcome?: string; category?: string[] }
  user?: { id?: string; name?: string }
  source?: { ip?: string }
}

const documents = (path: string): Document[] =>
  (JSON.parse(readCorpus(path)) as { expected: (Document | null)[] }).expected.filter((row) => row !== null)

const decode = (rows: readonly Document[]): Decoded =>
  decodeRecords(
    format,
    rows.map((value): RawRecord => ({ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 0 })),
  )

type Event = Readonly<Record<string, unknown>>
const eventsOf = ({ events }: Decoded): Event[] => events.map((line) => JSON.parse(line) as Event)

describe.skipIf(!hasCorpus)(`corpus samples — ${NO_CORPUS}`, () => {
  test.each([
    ['auth0/elastic-package/test-login-failure.json-expected.json', 5, 'failure'],
    ['auth0/elastic-package/test-login-success.json-expected.json', 22, 'success'],
  ])('corpus: %s gives time, address and outcome as the documents say', (path, count, outcome) => {
    const rows = documents(path)
    const events = eventsOf(decode(rows))
    expect(events).toHaveLength(count)
    expect(events.map(({ time, ip, action, outcome: result }) => [Date.parse(String(time)), ip, action, result])).toEqual(
      rows.map((row) => [Date.parse(row['@timestamp']), row.source?.ip, 'login', outcome]),
    )
  })

  test('corpus: calls of a management interface are no logins, whatever category they were filed under', () => {
    const { counts, perRecord } = decode(documents('auth0/elastic-package/test-mgmt-api-success.json-expected.json'))
    expect(counts).toMatchObject({ records: 42, ignored: 42 })
    expect([...new Set(perRecord)]).toEqual(['ignored: other-event'])
  })

  test('corpus: an address-less and nameless document is refused', () => {
    const { perRecord } = decode(documents('auth0/elastic-package/test-user-behaviour-fail.json-expected.json'))
    expect(perRecord).toEqual(['rejected: no-subject', 'rejected: no-subject'])
  })

  test('corpus: sshd as ECS, beside sudo and useradd', () => {
    const rows = documents('sshd/elastic-package/test-auth.log-expected.json').filter(({ event }) => event?.category !== undefined)
    const decoded = decode(rows)
    expect(decoded.counts).toEqual({ records: 9, used: 5, ignored: 4, rejected: 0 })
    expect(eventsOf(decoded).map(({ action, outcome, username }) => [action, outcome, username].join(' '))).toEqual([
      'login success vagrant',
      'login success vagrant',
      'login failure test',
      'login failure root',
      'account-create success apache',
    ])
  })

  test('corpus: documents of web servers are another category', () => {
    const { counts } = decode(documents('weblog/elastic-package/test-access.log-expected.json'))
    expect(counts).toMatchObject({ records: 12, ignored: 12 })
  })
})
