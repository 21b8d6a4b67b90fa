import { expect, test } from 'vitest'
import { guessGeneric } from '../../src/formats/generic/guess.ts'
import { loadMapFile } from '../../src/formats/generic/load-mapping.ts'
import { textSkeleton } from '../../src/formats/generic/text-skeleton.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { decodeRecords } from '../support/format-fixtures.ts'

const records = (lines: readonly string[]): readonly RawRecord[] =>
  lines.map((value, at) => ({ shape: 'text', value, header: undefined, line: at + 1, offset: 0, length: value.length }))

/** The mapping that the refusal shows, filled in as it says, and what it makes of the same lines. */
const readBack = (
  lines: readonly string[],
  fill: (mapping: string) => string = (mapping) => mapping,
  later: readonly string[] = [],
): readonly unknown[] => {
  const guessed = guessGeneric(records(lines))
  // Lines that leave no doubt are read without one; whoever asks for a mapping all the same gets this.
  const shown = 'refusal' in guessed ? guessed.refusal : `\n${textSkeleton(lines, 'en') ?? ''}`
  const loaded = loadMapFile(fill(shown.slice(shown.indexOf('\n# ') + 1)), 'm.yaml')
  if (!('format' in loaded)) throw new Error(JSON.stringify(loaded))
  return decodeRecords(loaded.format, records([...lines, ...later])).perRecord.map((line) =>
    line.startsWith('used\n') ? (JSON.parse(line.slice(5)) as unknown) : line,
  )
}

const CLIENT = 'Mozilla/5.0 (Windows NT 10.0) Chrome/141.0.0.0'

test('a mapping for lines of pairs reads them as it stands', () => {
  const lines = [
    '2026-11-03 02:14:05,120 [7] WARN  shop.Member - ログイン失敗 会員番号=0012 IP=203.0.113.9 理由=パスワード誤り',
    '2026-11-03 02:14:09,001 [8] INFO  shop.Member - ログイン成功 会員番号=0012 IP=203.0.113.9 SessionId=a1',
    '2026-11-03 02:15:00,000 [12] INFO  shop.Member - 住所変更成功 会員番号=0012 IP=203.0.113.9 SessionId=a1',
  ]
  // All kinds of lines have their pattern: one that comes later and is of another kind is not passed over in silence.
  const unseen = '2026-11-03 02:16:00,000 [9] INFO  shop.Batch - 集計を開始'
  expect(readBack(lines, undefined, [unseen])).toMatchObject([
    { time: '2026-11-03T02:14:05.120Z', action: 'login', outcome: 'failure', reason: 'bad-password', username: '0012', ip: '203.0.113.9' },
    { action: 'login', outcome: 'success', session: 'a1' },
    { action: 'address-change', outcome: 'success' },
    expect.stringMatching(/^rejected: /),
  ])
})

test('lines whose words say it, with a program in quotes and somebody under ID', () => {
  const lines = [
    `[2026-11-03 02:14:05] ログイン失敗(パスワード誤り) ID:a@example.jp IP:203.0.113.9 UA:"${CLIENT}"`,
    `[2026-11-03 02:14:09] ログイン成功 ID:a@example.jp IP:203.0.113.9 UA:"${CLIENT}"`,
    '[2026-11-03 02:15:00] キャッシュを再構築',
  ]
  expect(readBack(lines)).toMatchObject([
    { outcome: 'failure', reason: 'bad-password', username: 'a@example.jp', userAgent: CLIENT },
    { outcome: 'success', userAgent: CLIENT },
    'ignored: not-mapped',
  ])
})

test('prose: the words that change are who it was', () => {
  const name = (at: number): string => `member${String.fromCharCode(97 + at)}`
  const lines = Array.from({ length: 20 }, (_, at) =>
    at % 2 === 0
      ? `Nov  3 02:14:${10 + at} web1 User ${name(at)} logged in from 192.0.2.${at}`
      : `Nov  3 02:14:${10 + at} web1 Login failed for ${name(at)} from 192.0.2.${at}`,
  )
  expect(readBack(lines, (mapping) => mapping.replace('username: TODO', 'username: [word6, word10]'))[0]).toMatchObject({
    outcome: 'success',
    username: 'membera',
  })
})

test('pairs of Go, where the message says how it ended', () => {
  const lines = [
    'time="2026-11-03T02:14:05+09:00" level=warning msg="login failed" user=a@example.jp ip=203.0.113.9 reason="unknown user"',
    'time="2026-11-03T02:14:09+09:00" level=info msg="login ok" user=a@example.jp ip=203.0.113.9 reason=""',
  ]
  expect(readBack(lines)).toMatchObject([
    { time: '2026-11-02T17:14:05.000Z', outcome: 'failure', reason: 'unknown-account', username: 'a@example.jp' },
    { outcome: 'success' },
  ])
})

test('a message with JSON behind it', () => {
  const line = (level: string, message: string): string =>
    `[2026-11-03 02:14:05] production.${level}: ${message} {"user_id":12,"email":"a@example.jp","ip":"203.0.113.9"} `
  expect(readBack([line('WARNING', 'Login failed'), line('INFO', 'User logged in'), line('INFO', 'Password changed')])).toMatchObject([
    { outcome: 'failure', username: 'a@example.jp', account: '12', ip: '203.0.113.9' },
    { outcome: 'success' },
    { action: 'password-change' },
  ])
})

test('columns of fixed width', () => {
  const lines = [
    '2026/11/03 02:14:05 000012  ログイン    成功  203.0.113.9',
    '2026/11/03 02:15:05 000013  ログイン    失敗  203.0.113.9    会員番号なし  ',
  ]
  expect(readBack(lines)).toMatchObject([
    { outcome: 'success', username: '000012' },
    { outcome: 'failure', reason: 'unknown-account', username: '000013' },
  ])
})

test('rows without their header, cells by number', () => {
  const lines = [
    '2026-11-03 02:14:05|LOGIN|0012|203.0.113.9|NG',
    '2026-11-03 02:14:09|LOGIN|0012|203.0.113.9|OK',
    '2026-11-03 02:14:09|CHG_ADDR|0012|203.0.113.9|OK',
  ]
  expect(readBack(lines, (mapping) => mapping.replace('username: TODO', 'username: c3'))).toMatchObject([
    { outcome: 'failure', username: '0012', ip: '203.0.113.9' },
    { outcome: 'success' },
    { action: 'address-change' },
  ])
})

test('lines without times get no mapping', () => {
  const guessed = guessGeneric(records(['apples', 'pears']))
  expect('refusal' in guessed && guessed.refusal).toContain('no times')
  expect('refusal' in guessed && guessed.refusal).not.toContain('ashiato: mapping/1')
})

test.each([
  ['a web page', '<html><head></head><body><table><tr><td>2026-11-03 02:14:05</td><td>kato</td><td>203.0.113.9</td></tr>', 'CSV'],
  ["ModSecurity's audit log", '--892f902b-A--\n[03/Nov/2026:02:14:05 +0900] Zx 203.0.113.9 51234 192.0.2.1 443', 'ModSecurity'],
  [
    'an answer in lines',
    '*************************** 1. row ***************************\n  user: kato\n  at: 2026-11-03 02:14:05',
    '--batch',
  ],
  ['XML', '<?xml version="1.0"?>\n<logins>\n<login at="2026-11-03 02:14:05"/>', 'XML'],
  ['a dump of a database', "INSERT INTO `logins` VALUES (1,'2026-11-03 02:14:05','kato','203.0.113.9','NG');", 'SQL'],
])('%s is called so, with what to do, and not offered a mapping', (_what, line, word) => {
  for (const lang of ['en', 'ja'] as const) {
    const guessed = guessGeneric(records(['-- 2026', ...line.split('\n')]), lang)
    expect(guessed).toEqual({ refusal: expect.stringContaining(word) as string })
    expect(guessed).not.toMatchObject({ refusal: expect.stringContaining('ashiato: mapping') as string })
  }
})

test('a date and a time of day in two places of a line make one time', () => {
  const lines = ['02:14:05', '02:14:09', '02:15:30'].map(
    (clock, at) =>
      `date=2026-11-03 time=${clock} devname="gw1" action="${at === 0 ? 'login failed' : 'login success'}" user="aoi" srcip=203.0.113.9`,
  )
  expect(readBack(lines)).toMatchObject([
    { time: '2026-11-03T02:14:05.000Z', action: 'login', outcome: 'failure', username: 'aoi', ip: '203.0.113.9' },
    { time: '2026-11-03T02:14:09.000Z', outcome: 'success' },
    { time: '2026-11-03T02:15:30.000Z', outcome: 'success' },
  ])
})

test('a time of day beside a whole time of another name does not take its place', () => {
  const lines = ['1793640845', '1793640849', '1793640930'].map(
    (epoch, at) => `date=2026-11-03 time=11:14:0${at} eventtime=${epoch} action="login success" user="aoi" srcip=203.0.113.9`,
  )
  expect(readBack(lines)).toMatchObject([
    { time: '2026-11-02T17:34:05.000Z', action: 'login', outcome: 'success', username: 'aoi' },
    { time: '2026-11-02T17:34:09.000Z' },
    { time: '2026-11-02T17:35:30.000Z' },
  ])
})

test.each([
  ['Nov 03 2026 02:14:05 gw1 : Login success user=aoi ip=203.0.113.9', '2026-11-03T02:14:05.000Z'],
  ['Nov 3, 2026 2:14:05,120 AM Login success user=aoi ip=203.0.113.9', '2026-11-03T02:14:05.120Z'],
])('times with a year inside: %s', (line, time) => {
  expect(readBack([line, line])).toMatchObject([{ time, username: 'aoi', ip: '203.0.113.9' }, { time }])
})

test('pairs whose names say nothing: an address, a deed and how it ended are told by what stands there', () => {
  const deeds = ['login:failed', 'login:success', 'password_change:success', 'logout:success']
  const lines = Array.from({ length: 24 }, (_, at) => {
    const [deed, end] = (deeds[at % deeds.length] ?? '').split(':')
    return `2026-11-03 02:14:${10 + at} whence="${at === 3 ? '' : '203.0.113.9'}" did="${deed}" came="${end}" user="aoi"`
  })
  expect(readBack(lines).slice(0, 5)).toMatchObject([
    { action: 'login', outcome: 'failure', username: 'aoi', ip: '203.0.113.9' },
    { action: 'login', outcome: 'success', ip: '203.0.113.9' },
    { action: 'password-change', outcome: 'success', ip: '203.0.113.9' },
    { action: 'logout', outcome: 'success', username: 'aoi' },
    { action: 'login', outcome: 'failure', ip: '203.0.113.9' },
  ])
})
