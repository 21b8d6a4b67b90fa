import { describe, expect, test } from 'vitest'
import { adminCallKey, userInPath } from '../../src/formats/auth0/admin-codes.ts'
import { format } from '../../src/formats/auth0/index.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { corpusNote, hasCorpus, readCorpus } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

type Json = Record<string, unknown>

const record = (value: unknown): RawRecord => ({ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 0 })
const fatesOf = (records: readonly RawRecord[]): Record<string, number> =>
  decodeRecords(format, records)
    .perRecord.map((text) => text.split('\n')[0] ?? '')
    .reduce<Record<string, number>>((counts, fate) => ({ ...counts, [fate]: (counts[fate] ?? 0) + 1 }), {})

describe('Management API calls', () => {
  test('are told apart by method, path and what was changed', () => {
    expect(adminCallKey('patch', '/api/v2/users/auth0%7C1', 'true')).toBe('PATCH users/:id blocked=true')
    expect(adminCallKey('patch', '/api/v2/users/auth0%7C1', undefined, '*****', 'a@example.com')).toBe('PATCH users/:id password')
    expect(adminCallKey('patch', '/v2/users/auth0%7C1')).toBe('PATCH users/:id')
    expect(adminCallKey('delete', '/api/v2/users/auth0%7C1/multifactor/guardian')).toBe('DELETE users/:id/multifactor/:id')
    expect(adminCallKey('post', '/v2/attack-protection/brute-force-protection')).toBe('* attack-protection')
    expect(adminCallKey('get', '/api/v2/stats/daily')).toBeUndefined()
  })

  test('name their user in the path, also where it is not well encoded', () => {
    expect(userInPath('/api/v2/users/auth0%7Cabc/roles')).toBe('auth0|abc')
    expect(userInPath('/api/v2/users/%E0%A4%A/roles')).toBe('%E0%A4%A')
    expect(userInPath('/api/v2/clients/abc')).toBeUndefined()
  })
})

describe('signature', () => {
  test('wants an id of Auth0, or a known code beside tenant fields', () => {
    const id = `900${'1'.repeat(53)}`
    const date = '2026-11-01T00:00:00.000Z'
    expect(
      fatesOf([
        record({ date, type: 's', log_id: id }),
        record({ log_id: id, data: { date, type: 's' } }),
        record({ date, type: 's', client_id: 'x' }),
      ]),
    ).toEqual({ used: 3 })
    expect(
      fatesOf([record({ date, type: 's' }), record({ date, type: 'LOGIN', client_id: 'x' }), record({ date, type: 5, log_id: id })]),
    ).toEqual({ 'rejected: unknown-format': 3 })
  })
})

describe.skipIf(!hasCorpus)(`real samples${corpusNote}`, () => {
  test('every record is used or ignored with a reason', () => {
    const read = (path: string): Record<string, number> =>
      fatesOf(frame('sample.json', readCorpus(`auth0/elastic-package/${path}`)).records)
    // Ignored: the "email could not be sent" notices (fn).
    expect(read('_extracted_stream.ndjson')).toEqual({ used: 107, 'ignored: other-event': 2 })
    expect(read('_extracted_api_array.json')).toEqual({ used: 107, 'ignored: other-event': 2 })
    expect(read('auth0-ndjson.log')).toEqual({ used: 22 })
  })

  test('hand-made rule tests are read as well', () => {
    // Ignored: a call to an endpoint that does not exist.
    expect(fatesOf(frame('x.ndjson', readCorpus('auth0/panther-analysis/auth0_rules/events.ndjson')).records)).toEqual({
      used: 56,
      'ignored: other-event': 1,
    })
  })

  const CASES = [
    'login-failure',
    'login-success',
    'logout-success',
    'mgmt-api-success',
    'pull-responses',
    'signup-failure',
    'signup-success',
    'token-xchg-success',
    'user-behaviour-fail',
    'user-behaviour-success',
  ]
  const at = (value: unknown, path: string): unknown =>
    path.split('.').reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], value)

  const COMPARED = [
    ['time', '@timestamp'],
    ['ip', 'source.ip'],
    ['user', 'user.id'],
    ['name', 'user.name'],
    ['agent', 'user_agent.original'],
    ['outcome', 'event.outcome'],
  ] as const

  const mineOf = (event: Json): Json => ({
    time: event.time,
    ip: event.ip,
    user: event.actor ?? event.account,
    name: event.username,
    agent: event.userAgent,
    outcome: event.outcome === 'failure' || event.outcome === 'blocked' ? 'failure' : 'success',
  })

  const documentsOf = (name: string): { readonly label: string; readonly input: unknown; readonly expected: unknown }[] => {
    const read = (suffix: string): Json => JSON.parse(readCorpus(`auth0/elastic-package/test-${name}.json${suffix}`)) as Json
    const expected = read('-expected.json').expected as Json[]
    return (read('').events as Json[]).map(({ json, message }, index) => ({
      label: `${name}[${index}]`,
      input: json ?? (JSON.parse(message as string) as unknown),
      expected: expected[index],
    }))
  }

  test('agree with the published ECS documents on time, user, address, user agent and outcome', () => {
    const agreed: Record<string, number> = {}
    const differences = CASES.flatMap(documentsOf).flatMap(({ label, input, expected }) => {
      const [line] = decodeRecords(format, [record(input)]).events
      if (line === undefined) return []
      const event = JSON.parse(line) as Json
      const mine = mineOf(event)
      return COMPARED.flatMap(([what, path]) => {
        const theirs = at(expected, path)
        if (theirs === undefined) return []
        if (mine[what] !== theirs) return [`${label} ${String(event.code)} ${what}: ${String(mine[what])} / ${String(theirs)}`]
        agreed[what] = (agreed[what] ?? 0) + 1
        return []
      })
    })
    // Explained in fixtures/formats/auth0/oracle-differences.md: "unknown" is a word for nothing, and a success is known.
    expect(differences).toEqual([
      'pull-responses[0] gd_tenant_update outcome: success / unknown',
      'signup-failure[0] fs agent: undefined / unknown',
      ...[0, 1, 2, 3, 4].flatMap((index) => [
        `signup-success[${index}] ss agent: undefined / unknown`,
        `signup-success[${index}] ss outcome: success / unknown`,
      ]),
    ])
    expect(agreed).toEqual({ time: 107, ip: 107, user: 100, name: 55, agent: 100, outcome: 101 })
  })
})
