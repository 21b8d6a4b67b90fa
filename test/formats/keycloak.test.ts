import { describe, expect, test } from 'vitest'
import { format } from '../../src/formats/keycloak/index.ts'
import { errorOf, parseMessage } from '../../src/formats/keycloak/message.ts'
import { corpusNote, hasCorpus, readCorpus } from '../support/corpus.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

describe('event messages', () => {
  test('unquoted: values may hold commas, blanks and signs of equality', () => {
    const { pairs, ambiguous } = parseMessage(
      "type=LOGIN_ERROR, realmId=r, userId=null, redirect_uri=https://a.example.com/?x=1,y=2, username='two words'",
    )
    expect(ambiguous).toBe(false)
    expect([...pairs]).toEqual([
      ['type', 'LOGIN_ERROR'],
      ['realmId', 'r'],
      ['userId', 'null'],
      ['redirect_uri', 'https://a.example.com/?x=1,y=2'],
      ['username', 'two words'],
    ])
  })

  test('unquoted: what a client typed cannot pass for the server’s own pairs', () => {
    expect(
      parseMessage('type=LOGIN_ERROR, realmId=r, clientId=x, userId=victim, ipAddress=192.0.2.1, userId=null, ipAddress=203.0.113.1')
        .ambiguous,
    ).toBe(true)
    const typed = parseMessage(
      'type=LOGIN_ERROR, realmId=r, clientId=c, userId=null, ipAddress=203.0.113.1, error=user_not_found, username=x, error=none',
    )
    expect([typed.ambiguous, typed.pairs.get('error')]).toEqual([true, 'user_not_found'])
  })

  test('quoted: escapes are undone, and what is not well quoted is refused', () => {
    expect(parseMessage('type="LOGIN_ERROR", username="a\\"b, error=\\"x"').pairs.get('username')).toBe('a"b, error="x')
    expect(parseMessage('type="LOGIN_ERROR", username="a"b"').ambiguous).toBe(true)
    expect(parseMessage('type="LOGIN_ERROR", username="cut o').ambiguous).toBe(true)
  })

  test('an error called unknown is an error', () => {
    expect([errorOf('unknown'), errorOf('null'), errorOf(undefined), errorOf('user_disabled')]).toEqual([
      'unknown_error',
      undefined,
      undefined,
      'user_disabled',
    ])
  })

  test('take time in proportion to their length', () => {
    const hostile = `type=LOGIN_ERROR, realmId=r, username=${', a='.repeat(200_000)}`
    const quoted = `type="LOGIN_ERROR", username="${'\\'.repeat(400_001)}`
    const started = performance.now()
    parseMessage(hostile)
    parseMessage(quoted)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe.skipIf(!hasCorpus)(`real samples${corpusNote}`, () => {
  const FILES = [
    'keycloak/crowdsec-hub/keycloak-logs',
    'keycloak/crowdsec-hub/keycloak-bf',
    'keycloak/crowdsec-hub/keycloak-slow-bf',
    'crowdsec-auth-tests/keycloak-logs',
    'crowdsec-auth-tests/keycloak-bf',
    'crowdsec-auth-tests/keycloak-slow-bf',
  ]

  test.each(FILES)('%s: every line is a failed login with a name and an address', (folder) => {
    const { records } = frame('x.log', readCorpus(`${folder}/keycloak-logs.log`))
    const { counts, events } = decodeRecords(format, records)
    expect(counts).toEqual({ records: records.length, used: records.length, ignored: 0, rejected: 0 })
    for (const event of events.map((line) => JSON.parse(line) as Record<string, unknown>)) {
      expect([event.action, event.outcome]).toEqual(['login', 'failure'])
      expect([
        ['unknown-account', false],
        ['bad-password', true],
      ]).toContainEqual([event.reason, event.accountKnown])
      expect(event.account !== undefined).toBe(event.accountKnown)
      expect(event.username).toMatch(/^\w[\w-]+$/)
      expect(event.ip).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
    }
  })
})
