import { expect, test } from 'vitest'
import { format } from '../../src/formats/mail-server/index.ts'
import { foldConnection } from '../../src/formats/mail-server/fold.ts'
import { MAIL_LINE } from '../../src/formats/mail-server/lines.ts'

const record = (code: string): Parameters<typeof foldConnection>[0][number] => ({
  time: 0,
  action: 'login',
  outcome: code === 'loggedIn' ? 'success' : 'failure',
  reason: undefined,
  code,
  hasAccount: true,
})
const kept = (...codes: readonly string[]): readonly string[] => foldConnection(codes.map(record)).map((row) => codes[row] ?? '')

test('of a try that was logged twice, the line that says why stays', () => {
  expect(kept('wrongPassword', 'authFailed')).toEqual(['wrongPassword'])
  expect(kept('unknownUser', 'wrongPassword', 'authFailed', 'authFailed')).toEqual(['unknownUser', 'wrongPassword'])
})

test('where the authentication process said less than were tried, all tries count', () => {
  expect(kept('authFailed', 'authFailed', 'authFailed')).toHaveLength(3)
  expect(kept('wrongPassword', 'authFailed', 'authFailed')).toEqual(['authFailed', 'authFailed'])
})

test('a success and the end of its session stay beside the failures before it', () => {
  expect(kept('wrongPassword', 'loggedIn', 'loggedOut')).toEqual(['wrongPassword', 'loggedIn', 'loggedOut'])
})

test('the lines of a connection are held against each other by its session', () => {
  expect(format.attempt?.key).toEqual(['session'])
})

test('programs of other names that log in a mail server’s words are not its own', () => {
  expect(MAIL_LINE.test('Oct  5 22:14:01 mx1 sshd[12]: Login: user=<a>, rip=203.0.113.9, lip=192.0.2.1')).toBe(false)
  expect(MAIL_LINE.test('Oct  5 22:14:01 mx1 imapd[12]: Login user=aoi host=[203.0.113.9]')).toBe(false)
})
