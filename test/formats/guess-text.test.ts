import { describe, expect, test } from 'vitest'
import { guessGeneric } from '../../src/formats/generic/guess.ts'
import { readLine, SUBJECT_NAMES } from '../../src/formats/generic/text-line.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { decodeRecords } from '../support/format-fixtures.ts'

const records = (lines: readonly string[]): readonly RawRecord[] =>
  lines.map((value, at) => ({ shape: 'text', value, header: undefined, line: at + 1, offset: 0, length: value.length }))

/** What becomes of lines that are read without a mapping, and of lines that come behind those that were looked at. */
const read = (lines: readonly string[], later: readonly string[] = []): readonly unknown[] => {
  const guessed = guessGeneric(records(lines))
  if (!('format' in guessed)) throw new Error(guessed.refusal.slice(0, 400))
  return decodeRecords(guessed.format, records([...lines, ...later])).perRecord.map((line) =>
    line.startsWith('used\n') ? (JSON.parse(line.slice(5)) as unknown) : line,
  )
}
const isRefused = (...lines: readonly string[]): boolean => 'refusal' in guessGeneric(records(lines))

const hanako = { username: 'hanako@example.com', ip: '192.0.2.10' }
const taro = { username: 'taro@example.com', ip: '198.51.100.20' }
const success = { action: 'login', outcome: 'success' }
const badPassword = { action: 'login', outcome: 'failure', reason: 'bad-password' }

describe('lines of a home-made log are read without a mapping', () => {
  test('tags, levels and numbers of processes before what is said (Rails)', () => {
    const lines = [
      'I, [2026-11-21T02:14:05.123456 #1234]  INFO -- : [9b1deb4d] Started POST "/users/sign_in" for 192.0.2.10 at 2026-11-21 11:14:05 +0900',
      'I, [2026-11-21T02:14:05.223456 #1234]  INFO -- : [9b1deb4d] [auth] login success user_id=1001 email=hanako@example.com ip=192.0.2.10',
      'W, [2026-11-21T02:15:05.223456 #1234]  WARN -- : [8a1deb4d] [auth] login failure email=taro@example.com ip=198.51.100.20 reason=invalid_password',
    ]
    expect(read(lines)).toMatchObject([
      'ignored: other-message',
      { time: '2026-11-21T02:14:05.223456Z', ...success, ...hanako, account: '1001' },
      { ...badPassword, ...taro },
    ])
  })

  test('an object behind the message, and something behind that (Laravel)', () => {
    const line = (level: string, message: string, context: object): string =>
      `[2026-11-21 11:14:05] production.${level}: ${message} ${JSON.stringify(context)} []`
    expect(
      read([
        line('INFO', 'User logged in', { user_id: 1001, email: hanako.username, ip: hanako.ip }),
        line('WARNING', 'Login failed', { email: taro.username, ip: taro.ip }),
        line('ERROR', 'SQLSTATE[HY000] [2002] Connection refused', { exception: '[object] (PDOException(code: 2002))' }),
        '#0 /srv/app/vendor/auth/Login.php(12): connect()',
      ]),
    ).toMatchObject([
      { ...success, ...hanako },
      { action: 'login', outcome: 'failure', ...taro },
      'ignored: other-message',
      'ignored: other-message',
    ])
  })

  test.each([
    ['Spring', '2026-11-21 11:14:05.123+09:00  INFO 4242 --- [nio-8080-exec-1] c.e.shop.auth.AuthEventListener          : AUTHENTICATION_'],
    ['Django', 'INFO 2026-11-21 11:14:05,123 signals 321 140 user_login_'],
    ['syslog', 'Nov 21 11:14:05 web1 shop[321]: login '],
    ['log4j', '2026/11/21 11:14:05,123 [INFO ] [http-bio-8443-exec-5] LoginAction - login '],
    ['Go', 'time=2026-11-21T11:14:05Z level=info msg="login '],
  ])('class, thread or program before the message: %s', (_, start) => {
    const ends = start.endsWith('AUTHENTICATION_') ? ['SUCCESS', 'FAILURE'] : ['success', 'failure']
    const quote = start.includes('msg="') ? '"' : ''
    expect(
      read([`${start}${ends[0]}${quote} user=hanako ip=192.0.2.10`, `${start}${ends[1]}${quote} user="taro yamada" ip=198.51.100.20`]),
    ).toMatchObject([
      { ...success, username: 'hanako', ip: '192.0.2.10' },
      { action: 'login', outcome: 'failure', username: 'taro yamada', ip: '198.51.100.20' },
    ])
  })

  test('sentences and names in Japanese', () => {
    const at = '2026/11/21 11:14:05,123 [INFO ] LoginAction - '
    expect(
      read([
        `${at}ログインに成功しました。会員ID=00012345 IPアドレス=192.0.2.10`,
        `${at}ログインに失敗しました。会員ID=00012346 IPアドレス=198.51.100.20 理由=パスワード不一致`,
        `${at}夜間バッチを開始します。`,
        `${at}パスワードを変更しました。会員ID=00012346 IPアドレス=198.51.100.20`,
      ]),
    ).toMatchObject([
      { ...success, username: '00012345' },
      { ...badPassword, username: '00012346' },
      'ignored: other-message',
      { action: 'password-change', outcome: 'success' },
    ])
    expect(
      read([
        '2026年11月21日 11時14分05秒 ログイン成功 会員番号:00012345 IP:192.0.2.10',
        '2026年11月21日 11時15分05秒 ログイン失敗 会員番号:00012346 IP:198.51.100.20',
      ]),
    ).toMatchObject([
      { ...success, username: '00012345', ip: '192.0.2.10' },
      { outcome: 'failure', username: '00012346' },
    ])
  })

  test('sentences with an address and a mail address somewhere in them', () => {
    const at = '2026-11-21T02:14:05Z'
    expect(
      read([
        `${at} User hanako@example.com successfully logged in from 192.0.2.10`,
        `${at} Failed login attempt for taro@example.com from 198.51.100.20: invalid password`,
        `${at} Account taro@example.com has been locked after 5 failed attempts`,
        `${at} User hanako@example.com changed password from 192.0.2.10`,
      ]),
    ).toMatchObject([
      { ...success, ...hanako },
      { ...badPassword, ...taro },
      { action: 'account-lock', username: taro.username },
      { action: 'password-change', ...hanako },
    ])
  })

  test.each([
    ['quoted', "Failed login for 'taro' from 198.51.100.20 at 2026-11-21 11:14:05 UTC"],
    ['at the end of a sentence', 'Incorrect username or password for user taro. IP=198.51.100.20'],
    ['in a sentence behind a path', 'POST 198.51.100.20 /control/login: invalid username or password for user taro'],
  ])('whoever is named in a sentence: %s', (_, sentence) => {
    expect(read([`2026-11-21T02:14:05Z [AUTH] WARN: ${sentence}`])).toMatchObject([
      { action: 'login', outcome: 'failure', username: 'taro', ip: '198.51.100.20' },
    ])
  })

  test('results in a pair of their own', () => {
    const line = (user: string, ok: string): string => `time=2026-11-21T02:14:05Z msg="login" user=${user} ip=192.0.2.10 ok=${ok}`
    expect(read([line('hanako', 'true'), line('taro', 'false')])).toMatchObject([success, { action: 'login', outcome: 'failure' }])
  })
})

describe('nothing about somebody is passed over', () => {
  const ok = '2026-11-21T02:14:05Z login success user=hanako ip=192.0.2.10'
  const bad = '2026-11-21T02:14:06Z login failure user=taro ip=198.51.100.20'

  test('a line behind the sample that names somebody beside a word for logins, and is not understood, is a reject', () => {
    const later = [
      '2026-11-21T02:14:07Z login was not successful user=taro ip=198.51.100.20',
      '2026-11-21T02:14:08Z order shipped user=taro',
    ]
    expect(read([ok, bad], later).slice(2)).toEqual([expect.stringMatching(/^rejected: unknown-code/), 'ignored: other-message'])
  })

  test('so is whatever a part of a program says that is there for logins', () => {
    const tagged = (message: string): string => `2026-11-21T02:14:05Z [AUTH] WARN: ${message} for user taro. IP=198.51.100.20`
    const known = [tagged('Incorrect username or password'), tagged('Login failed')]
    expect(read(known, [tagged('Invalid token provided')]).at(-1)).toMatch(/^rejected: unknown-code/)
    expect(isRefused(...known, tagged('Invalid token provided'))).toBe(true)
  })

  test('where such a line is among the first, a mapping is asked for', () => {
    expect(isRefused(ok, bad, '2026-11-21T02:14:07Z login was not successful user=taro ip=198.51.100.20')).toBe(true)
  })

  test('logins that do not say how they ended, steps of a login, and lines without logins are refused', () => {
    expect(isRefused('2026-11-21T02:14:05Z login user=hanako ip=192.0.2.10')).toBe(true)
    expect(isRefused('2026-11-21T02:14:05Z logout user=hanako ip=192.0.2.10')).toBe(true)
    const step = (name: string, result: string): string =>
      `2026-11-21T02:14:05Z auth sid=a1 step=${name} user=hanako ip=192.0.2.10 result=${result}`
    expect(isRefused(step('password', 'ok'), step('otp', 'ng'))).toBe(true)
  })

  test('two addresses without names are nobody knows whose', () => {
    expect(isRefused('2026-11-21T02:14:05Z login success user=hanako 192.0.2.10 203.0.113.7')).toBe(true)
  })
})

describe('a login that was only tried', () => {
  const line = (second: number, message: string): string => `2026-11-21T02:14:0${second}Z ${message} user=taro ip=198.51.100.20`

  test('is no success, although others say that they failed and none that it succeeded', () => {
    expect(isRefused(line(1, 'login attempt'), line(2, 'login failed'), line(4, 'login attempt'))).toBe(true)
    expect(read([line(1, 'login'), line(4, 'login failed')])).toMatchObject([success, { outcome: 'failure' }])
  })
})

test.each([...SUBJECT_NAMES])('a line with %s may name somebody', (name) => {
  expect([...readLine(`2026-11-21T02:14:05Z x ${name}=somebody`).keys()]).toContain(name)
})

test('whoever writes long lines keeps nobody waiting', { timeout: 20_000 }, () => {
  const lines = [
    '2026-11-21T02:14:05Z login success user=hanako ip=192.0.2.10',
    '2026-11-21T02:14:06Z login failed user=taro ip=198.51.100.20',
  ]
  const pieces = [
    '[a]',
    '(',
    'a$',
    'aA',
    'a.',
    '1.',
    '1:',
    'a="',
    "a='",
    '\\"',
    '{"',
    'a@b',
    'user ',
    'for "',
    'a: ',
    '/a',
    'at ',
    '2026-11-21 ',
    '<',
    '- ',
    '\t',
    'a=b ',
  ]
  const guessed = guessGeneric(records(lines))
  if (!('format' in guessed)) throw new Error('refused')
  const shown = (length: number, piece: string): string => {
    const line = `2026-11-21T02:14:07Z ${piece.repeat(length / piece.length)} login failed user=aoi`
    return decodeRecords(guessed.format, records([line])).perRecord[0] ?? ''
  }
  for (const piece of pieces) {
    const startedMs = performance.now()
    shown(60_000, piece)
    expect(performance.now() - startedMs, piece).toBeLessThan(1000)
    // Time or no time: what is not read is not passed over.
    expect(shown(1_000_000, piece), piece).toMatch(/^rejected/)
  }
})
