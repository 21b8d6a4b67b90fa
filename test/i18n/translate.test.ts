import { expect, test } from 'vitest'
import { formatDuration, formatShare, isoDurationMs } from '../../src/i18n/quantity.ts'
import { fill, say, sayFrom } from '../../src/i18n/translate.ts'
import { zoneLabel } from '../../src/i18n/describe/moment.ts'

const en = { lang: 'en', zone: 'UTC' } as const
const ja = { lang: 'ja', zone: 'Asia/Tokyo' } as const
const at = { time: Date.parse('2026-11-20T17:14:05Z') * 1000 }

test('numbers, times, spans and lists are worded for the reader', () => {
  expect(fill('{n} at {at}, {d}', { n: 41207, at, d: { durationMs: 7_500_000 } }, en)).toBe(
    '41,207 at 2026-11-20 17:14:05+00:00, 2 hours 5 minutes',
  )
  expect(fill('{n}回、{at}、{d}', { n: 41207, at, d: { durationMs: 7_500_000 } }, ja)).toBe('41,207回、2026-11-21 02:14:05+09:00、2時間5分')
  expect(fill('{list}', { list: ['a', 'b'] }, en)).toBe('a, b')
  expect(fill('{list}', { list: ['1', '2', '3', '4', '5', '6', '7'] }, ja)).toBe('1、2、3、4、5 ほか2件')
  expect(fill('{share} {yes}', { share: 0.98, yes: true }, ja)).toBe('98% はい')
  expect(fill('{n:time|times}, {m:time|times}', { n: 1, m: 2 }, en)).toBe('1 time, 2 times')
})

test('closed vocabularies and countries are worded, free text is left alone', () => {
  expect(fill('{action} {country} {method}', { action: 'email-change', country: 'BR', method: 'stuffing' }, ja)).toBe(
    'メールアドレスの変更 ブラジル パスワードリスト攻撃',
  )
  expect(fill('{action} {country} {agent}', { action: 'toString', country: 'somewhere', agent: 'BR' }, en)).toBe('toString somewhere BR')
})

test('a missing datum is named as unknown, and nothing inserted is filled again', () => {
  expect(fill('{a} {b} {c} {constructor}', { a: '', b: Number.NaN, c: { time: Number.NaN } }, ja)).toBe('不明 不明 不明 不明')
  expect(fill('{a}', { a: '{b} $& $1', b: 'x' }, en)).toBe('{b} $& $1')
})

test('sentences from ids of a document, with or without their room', () => {
  const data = { denials: 6, time: at }
  const sentence = '追加認証の要求が6回拒否された後、2026-11-21 02:14:05+09:00 に承認されています。'
  expect(say('reason.mfa-denials-then-approval', data, ja)).toBe(sentence)
  expect(sayFrom('reason', 'mfa-denials-then-approval', data, ja, '?')).toBe(sentence)
  expect(sayFrom('reason', 'reason.mfa-denials-then-approval', data, ja, '?')).toBe(sentence)
  expect(sayFrom('reason', 'from-a-later-version', data, ja, 'its text')).toBe('its text')
  expect(sayFrom('reason', '__proto__', data, ja, 'its text')).toBe('its text')
})

test('minutes are told as people tell them: never none, and not by the thousand', () => {
  const told = (minutes: number): string => fill('{minutes:span}', { minutes }, ja)
  expect([0, 1, 59, 60, 1221].map(told)).toEqual(['1分未満', '1分', '59分', '1時間', '20時間21分'])
  expect(fill('{minutes:span} later', { minutes: 0 }, en)).toBe('<1 minute later')
  expect(fill('{minutes:span}', {}, en)).toBe('unknown')
  expect(say('reason.reset-before-login', { minutes: 0, time: at }, en)).toContain(', <1 minute before that login, ')
})

test('spans and shares', () => {
  expect(formatDuration(0, 'en')).toBe('0 seconds')
  expect(formatDuration(61_000, 'ja')).toBe('1分1秒')
  expect(formatDuration(90_000_000, 'en')).toBe('1 day 1 hour')
  expect(formatShare(0.9999)).toBe('99.9%')
  expect(formatShare(0.0001)).toBe('<0.1%')
  expect(formatShare(1)).toBe('100%')
  expect(isoDurationMs('PT1H30M')).toBe(5_400_000)
  expect(isoDurationMs('P3D')).toBe(259_200_000)
  expect(isoDurationMs('3 days')).toBeNaN()
})

test('a zone is named once with its offset', () => {
  expect(zoneLabel('Asia/Tokyo', '2026-11-20T17:14:05Z')).toBe('JST(UTC+9)')
  expect(zoneLabel('Asia/Kolkata', '2026-11-20T17:14:05Z')).toBe('Asia/Kolkata(UTC+5:30)')
  expect(zoneLabel('UTC', null)).toBe('UTC')
})
