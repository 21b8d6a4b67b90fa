import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/access-log/index.ts'
import { compileFormat } from '../../src/formats/decode.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS, readCorpus } from './decode-corpus.ts'

const shapes = compileFormat(format, { time: { zone: 'UTC', year: () => 2026 } }).shapes
const isOurs = (value: string): boolean =>
  shapes.some((shape) => shape.matches({ shape: 'text', value, header: undefined, line: 1, offset: 0, length: 0 }))

test('hostile lines cost little', () => {
  const start = performance.now()
  for (const filler of [' - ', ' [', '] "', '\\"', '1.1.1.1, ', 'a: ']) {
    const value = `192.0.2.1 - ${filler.repeat(40_000)} [02/Mar/2026:17:00:00 +0900] "POST /${filler.repeat(40_000)}" 401 5`
    decodeRecords(format, [{ shape: 'text', value, header: undefined, line: 1, offset: 0, length: value.length }])
  }
  expect(performance.now() - start).toBeLessThan(2_000)
})

test.each(['POST /wp-login.php HTTP/1.1', '192.0.2.1 - - [02/Mar/2026:17:00:00 +0900] "POST /login HTTP/1.1" FAILED LOGIN whostmgrd', ''])(
  'no access log: %s',
  (value) => {
    expect(isOurs(value)).toBe(false)
  },
)

describe.skipIf(!hasCorpus)(`corpus samples — ${NO_CORPUS}`, () => {
  test('corpus: a WordPress login under attack: every line an attempt, no outcome guessed', () => {
    const path = 'wordpress/crowdsec-hub/http-bf-wordpress-bf/http-bf-wordpress-bf'
    const { fates, kinds, events } = decodeCorpus(format, `${path}.log`)
    expect(fates).toEqual({ used: 9 })
    expect(kinds).toEqual({ 'login/info': 9 })
    const lines = readCorpus(`${path}.log`)
      .split('\n')
      .filter((line) => line.includes('POST /wp-login.php'))
    expect(events).toHaveLength(lines.length)
    expect([...new Set(events.map(({ ip }) => ip))]).toEqual(['81.150.104.130'])
    expect(events[0]).toMatchObject({ time: '2021-09-15T16:13:46.000Z', code: 'POST /wp-login.php 200' })
  })

  test.each([
    ['elastic-package/test-access-basic', { 'ignored: not-a-login': 7 }],
    ['elastic-package/test-access-darwin', { 'ignored: not-a-login': 8 }],
    ['elastic-package/test-access-ubuntu', { 'ignored: not-a-login': 9 }],
    ['elastic-package/test-access-vhost', { 'ignored: not-a-login': 1 }],
    ['elastic-package/test-access', { 'ignored: not-a-login': 14 }],
    ['elastic-package/test-nginx', { 'ignored: not-a-login': 10 }],
    ['elastic-package/test-test-with-host', { 'ignored: not-a-login': 10 }],
    // Another layout, without a status.
    ['elastic-package/test-access-ssl-request', { 'rejected: unknown-format': 2 }],
    // Lines of error logs among them are not access logs.
    ['crowdsec-hub/apache2-logs/apache2-logs', { 'ignored: not-a-login': 6, used: 1, 'rejected: unknown-format': 2 }],
    ['crowdsec-hub/nginx_http-logs/nginx_http-logs', { 'ignored: not-a-login': 7, used: 1, 'rejected: unknown-format': 1 }],
    ['crowdsec-hub/nginx-http-generic-bf/nginx-http-generic-bf', { used: 6, 'rejected: unknown-format': 16 }],
    ['crowdsec-hub/nginx-proxy-manager-logs/nginx-proxy-manager-logs', { 'ignored: not-a-login': 12, 'rejected: unknown-format': 2 }],
  ])('corpus: %s', (path, fates) => {
    expect(decodeCorpus(format, `weblog/${path}.log`).fates).toEqual(fates)
  })

  test('corpus: names sent by HTTP authentication and refused are failed logins', () => {
    const { kinds, events } = decodeCorpus(format, 'weblog/crowdsec-hub/nginx-http-generic-bf/nginx-http-generic-bf.log')
    expect(kinds).toEqual({ 'login/failure/bad-credentials': 6 })
    expect([...new Set(events.map(({ username, ip }) => `${String(username)} ${String(ip)}`))]).toEqual(['test 127.0.0.1'])
  })

  test('corpus: Caddy asking for a password is no attempt while none was sent', () => {
    const { fates } = decodeCorpus(format, 'weblog/crowdsec-hub/caddy-basic-auth-bf/caddy-logs.log', 'ndjson')
    expect(fates).toEqual({ 'ignored: not-a-login': 6 })
  })
})
