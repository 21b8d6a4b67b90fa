import { expect, test } from 'vitest'
import type { RawRecord } from '../../src/model/record.ts'
import { guessGeneric } from '../../src/formats/generic/guess.ts'
import { formats } from '../../src/formats/registry.ts'
import { compileJsonSignature } from '../../src/formats/signature.ts'

const record = (value: unknown, line: number): RawRecord => ({
  shape: 'json',
  value,
  header: undefined,
  line,
  offset: 0,
  length: 1,
})
const refusal = (values: readonly unknown[], lang: 'en' | 'ja' = 'en'): string => {
  const guess = guessGeneric(values.map(record), lang)
  return 'refusal' in guess ? (guess.refusal.split('\n')[0] ?? '') : ''
}

const TIME = 1_793_671_800_000
const each = <Value>(make: (n: number) => readonly Value[]): readonly Value[] => Array.from({ length: 12 }, (_, n) => make(n)).flat()

/** Fastify's own logger, pino: https://fastify.dev/docs/latest/Reference/Logging/ */
const asked = (n: number) => ({
  level: 30,
  time: TIME + n * 60_000,
  pid: 7,
  hostname: 'app',
  reqId: `req-${n}`,
  req: { method: 'POST', url: '/api/login', hostname: 'shop.example.com', remoteAddress: `198.51.100.${n}`, remotePort: 40_000 + n },
  msg: 'incoming request',
})
const answered = (n: number) => ({
  level: 30,
  time: TIME + n * 60_000 + 12,
  pid: 7,
  hostname: 'app',
  reqId: `req-${n}`,
  res: { statusCode: n % 3 === 0 ? 200 : 401 },
  responseTime: 12.1,
  msg: 'request completed',
})

test('requests in two records each are refused with what joins them', () => {
  const said = refusal(each((n) => [asked(n), answered(n)]))
  expect(said).toContain('each request is told in two records that "reqId" joins')
  expect(said).toContain("jq -s -c 'group_by([.reqId, .pid, .hostname])[] | add'")
  expect(refusal(each((n) => [asked(n), answered(n)]).toReversed(), 'ja')).toContain('"reqId" でつながる2件のレコード')
})

test('what the advice makes of them is a known log', () => {
  const joined = { ...asked(1), ...answered(1) }
  const known = formats.flatMap(({ id, shapes }) =>
    shapes.filter((shape) => shape.kind === 'json' && compileJsonSignature(shape)(joined)).map(({ name }) => `${id} ${name}`),
  )
  expect(known).toEqual(['access-log nested-json'])
})

test('django-structlog starts and finishes a request', () => {
  const event = (n: number, name: string, more: object) => ({
    request_id: `5f-${n}`,
    ip: `198.51.100.${n}`,
    request: 'POST /login/',
    event: name,
    timestamp: new Date(TIME + n * 1000).toISOString(),
    ...more,
  })
  const said = refusal(each((n) => [event(n, 'request_started', {}), event(n, 'request_finished', { code: 302, user_id: n })]))
  expect(said).toContain('"request_id" joins, what was asked for ("request") in one and how it ended ("code") in the other')
})

test('records that tell of a request by themselves are not said to be halves', () => {
  const whole = (n: number) => ({ ...asked(n), res: { statusCode: 401 }, reqId: `req-${n >> 1}` })
  expect(refusal(each((n) => [whole(n)]))).not.toContain('two records')
  expect(refusal(each((n) => [asked(n)]))).not.toContain('two records')
})
