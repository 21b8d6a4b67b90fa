import { describe, expect, test } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import { format } from '../../src/formats/supabase/index.ts'
import { corpusNote } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { hasCorpus, readCorpus } from './decode-corpus.ts'

const record = (code: string, time: number) =>
  ({ time, action: 'login', outcome: 'success', reason: undefined, code, hasAccount: true }) as const

describe('an act that is told twice', () => {
  test('counts once, by its own line; acts that are told once stay', () => {
    expect(format.attempt?.fold([record('audit/login', 1), record('request/login', 2)])).toEqual([0])
    expect(format.attempt?.fold([record('request/login', 1), record('request/login', 2)])).toEqual([0, 1])
  })

  test('and so does a refusal, which newer versions write when it happens and when the request ends', () => {
    const line = { component: 'api', method: 'POST', path: '/token', referer: '', remote_addr: '203.0.113.60', level: 'info' }
    const lines = [
      { ...line, msg: '400: Invalid login credentials', error: '400: Invalid login credentials', time: '2026-11-05T03:00:00Z' },
      { ...line, msg: 'request completed', error_code: 'invalid_credentials', status: 400, time: '2026-11-05T03:00:01Z' },
    ].map((value) => JSON.stringify(value))
    const { events } = decodeRecords(format, frame('input.ndjson', lines.join('\n')).records)
    const codes = events.map((event) => (JSON.parse(event) as { code: string }).code)
    expect(codes).toEqual(['error/invalid_credentials', 'http/invalid_credentials'])
    expect(format.attempt?.fold(codes.map((code, time) => record(code, time)))).toEqual([1])
  })
})

describe.skipIf(!hasCorpus)(`corpus${corpusNote}`, () => {
  test('lines of the database beside it are not ours', () => {
    const text = readCorpus('supabase-pg/crowdsec-hub/supabase-docker-pgsql-logs/supabase-docker-pgsql-logs.log')
    const { records } = frame('x.log', text)
    const compiled = compileFormat(format, { time: { zone: 'UTC', year: () => 2026 } })
    expect(records).toHaveLength(3)
    expect(records.some((line) => compiled.shapes.some(({ matches }) => matches(line)))).toBe(false)
    expect(decodeRecords(format, records).counts.rejected).toBe(3)
  })
})
