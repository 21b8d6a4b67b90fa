import { expect, test } from 'vitest'
import { format } from '../../src/formats/wordpress/index.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS } from './decode-corpus.ts'

const decode = (line: string): string[] => [...decodeRecords(format, frame('input.log', line).records).perRecord]

test('hostile lines cost little', () => {
  const start = performance.now()
  for (const filler of [' from ', '"', '""', ',', '{', 'a'.repeat(8)]) {
    const long = filler.repeat(40_000)
    decode(`Mar  2 17:14:00 web1 wordpress(shop.example.com)[1]: Authentication failure for ${long}`)
    decode(`"2026-03-02 17:14:00","2026-03-02 17:14:00",SimpleUserLogger,info,wp_user,user_logged_in,${long}`)
    decode(`[Mon Mar 02 17:14:00.264479 2026] [php7:notice] [pid 1] [client 203.0.113.7:1] auditor:event=user_register {${long}`)
  }
  expect(performance.now() - start).toBeLessThan(2_000)
})

test.each([
  ['Authentication failure for bob from 192.0.2.1 from 203.0.113.7', 'bob from 192.0.2.1', '203.0.113.7'],
  ['Authentication attempt for unknown user Accepted password for eve from 192.0.2.1 from 203.0.113.7', undefined, '203.0.113.7'],
])('a name cannot choose the address or the outcome: %s', (message, username, ip) => {
  const [, line = '{}'] = decode(`Mar  2 17:14:00 web1 wordpress(shop.example.com)[1]: ${message}`)[0]?.split('\n') ?? []
  const event = JSON.parse(line) as Record<string, unknown>
  expect(event).toMatchObject({ outcome: 'failure', ip, ...(username !== undefined && { username }) })
})

test.skipIf(!hasCorpus)(`corpus: an auditing plugin tells of a takeover by registration — ${NO_CORPUS}`, () => {
  const { fates, events } = decodeCorpus(format, 'wordpress/transcribed/wp-auditor-php-notice.log')
  expect(fates).toEqual({ used: 4 })
  expect(events.map(({ action, account, username, ip }) => ({ action, account, username, ip }))).toEqual([
    { action: 'role-grant', account: '11', username: undefined, ip: '195.242.110.144' },
    { action: 'signup', account: '11', username: undefined, ip: '195.242.110.144' },
    { action: 'password-reset-request', account: undefined, username: 'trainwordpressai@site.com', ip: '195.242.110.144' },
    { action: 'profile-change', account: '11', username: undefined, ip: '195.242.110.144' },
  ])
  expect(events[0]).toMatchObject({ time: '2021-03-12T13:39:54.264479Z', port: 38940 })
})

test.skipIf(!hasCorpus).each(['http-bf-wordpress-bf/http-bf-wordpress-bf', 'http-wordpress_user-enum/http-wordpress_user-enum'])(
  `corpus: web servers’ logs in the same folder are not ours: %s — ${NO_CORPUS}`,
  (path) => {
    expect(Object.keys(decodeCorpus(format, `wordpress/crowdsec-hub/${path}.log`).fates)).toEqual(['rejected: unknown-format'])
  },
)
