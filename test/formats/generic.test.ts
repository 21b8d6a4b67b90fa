import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessGeneric } from '../../src/formats/generic/guess.ts'
import { loadMapFile } from '../../src/formats/generic/load-mapping.ts'
import { columnKey } from '../../src/formats/generic/mapping.ts'
import type { Format } from '../../src/formats/define-format.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { frame } from '../support/frame.ts'

const FIXTURES = new URL('../../fixtures/formats/generic/', import.meta.url).pathname
const place = { line: 1, offset: 0, length: 0 }

const csv = (header: readonly string[], ...rows: readonly (readonly string[])[]): RawRecord[] => {
  const names = header.map(columnKey)
  return rows.map((value) => ({ shape: 'csv', value, header: names, ...place }))
}
const json = (...values: readonly unknown[]): RawRecord[] => values.map((value) => ({ shape: 'json', value, header: undefined, ...place }))

const format = (records: readonly RawRecord[]): Format => {
  const guessed = guessGeneric(records)
  if ('refusal' in guessed) throw new Error(guessed.refusal)
  return guessed.format
}
const events = (records: readonly RawRecord[]): Record<string, unknown>[] =>
  decodeRecords(format(records), records).events.map((line) => JSON.parse(line) as Record<string, unknown>)
const refusal = (records: readonly RawRecord[]): string => {
  const guessed = guessGeneric(records)
  return 'refusal' in guessed ? guessed.refusal : 'not refused'
}
const errors = (yaml: string): string[] => {
  const loaded = loadMapFile(yaml, 'm.yaml')
  return 'errors' in loaded ? loaded.errors.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`) : []
}

describe.each(readdirSync(FIXTURES))('worked example %s', (name) => {
  const folder = `${FIXTURES}${name}/`
  const input = readdirSync(folder).find((file) => file.startsWith('log.')) ?? ''
  test('decodes as expected', () => {
    const loaded = loadMapFile(readFileSync(`${folder}mapping.yaml`, 'utf8'), 'mapping.yaml')
    if (!('format' in loaded)) throw new Error(JSON.stringify(loaded))
    const { events: lines, counts } = decodeRecords(loaded.format, frame(input, readFileSync(folder + input, 'utf8')).records)
    expect(lines).toEqual(readFileSync(`${folder}expected.ndjson`, 'utf8').trimEnd().split('\n'))
    expect(counts).toEqual(JSON.parse(readFileSync(`${folder}case.json`, 'utf8')))
    expect(counts.used + counts.ignored + counts.rejected).toBe(counts.records)
  })
  test('stands word for word in docs/MAPPING.md', () => {
    expect(readFileSync(new URL('../../docs/MAPPING.md', import.meta.url), 'utf8')).toContain(readFileSync(`${folder}mapping.yaml`, 'utf8'))
  })
})

const GOOD = 'ashiato: mapping/1\nid: a\nkind: csv\ntime: t\nfields:\n  username: u\noutcome: { from: r, codes: { ok: success } }\n'

describe('loadMapFile', () => {
  test('a minimal mapping loads', () => expect(errors(GOOD)).toEqual([]))
  test('codes are texts: True, 1 and 007 mean what stands there', () => {
    const loaded = loadMapFile(GOOD.replace('{ ok: success }', '{ True: success, 1: success, 007: failure }'), 'm.yaml')
    if (!('format' in loaded)) throw new Error('refused')
    const rows = csv(['t', 'u', 'r'], ...['true', '1', '007', '7'].map((code) => ['2026-11-03T00:00:00Z', 'u', code]))
    expect(decodeRecords(loaded.format, rows).perRecord.map((line) => /"outcome":"(\w+)"/.exec(line)?.[1] ?? line)).toEqual([
      'success',
      'success',
      'failure',
      'rejected: unknown-code',
    ])
  })
  test.each<[string, string, string]>([
    ['a wrong outcome, with its line and column', GOOD.replace('ok: success', 'ok: sucess'), 'm.yaml:7:34 "sucess" is no outcome'],
    ['an unknown key', `${GOOD}colour: red\n`, 'm.yaml:8:1 there is no "colour"'],
    ['an unknown field', GOOD.replace('username', 'usrname'), 'm.yaml:6:3 there is no field "usrname"'],
    ['no time', GOOD.replace('time: t\n', ''), 'm.yaml:1:1 a mapping needs "time"'],
    ['no outcome', GOOD.replace(/outcome.*\n/, ''), 'a mapping needs "outcome"'],
    ['an unknown zone', `${GOOD}zone: Mars\n`, 'm.yaml:8:7 zone "Mars"'],
    ['an unknown time syntax', GOOD.replace('time: t', 'time: { from: t, syntax: julian }'), 'm.yaml:4:26 time.syntax is "julian"'],
    ['broken YAML', 'a: [1, 2\nb: }', 'm.yaml:2:'],
    ['a list', '- a\n', 'm.yaml:1:1 the mapping must be'],
    ['nothing', '', 'm.yaml:1:1'],
    ['the same code twice', GOOD.replace('{ ok: success }', '{ ok: success, OK: failure }'), 'the code "OK" is there twice'],
    ['the same key twice', `${GOOD}id: b\n`, 'm.yaml:8:1 Map keys must be unique'],
    ['a TODO left over', GOOD.replace('username: u', 'username: TODO'), 'm.yaml:6:13 fields.username still says TODO'],
    ['a bad path', GOOD.replace('csv', 'json').replace('time: t', 'time: "a["'), '"a[" is no path'],
    ['a text mapping without patterns', GOOD.replace('csv', 'text'), 'needs "patterns"'],
    ['a bad pattern', `${GOOD.replace('csv', 'text')}patterns: { a: "(" }\n`, 'patterns.a: Invalid regular expression'],
    ['an alias', GOOD.replace('time: t', 'time: &x t').replace('username: u', 'username: *x'), 'm.yaml:6:13 fields: YAML aliases'],
    ['an empty value', GOOD.replace('username: u', 'username:'), 'fields.username must be a single value'],
    ['an array as code', GOOD.replace('{ ok: success }', '{ ok: [success] }'), 'outcome must be a single value'],
  ])('%s is an error', (_what, yaml, message) => expect(errors(yaml).join('\n')).toContain(message))

  const withPattern = (pattern: string): string => `${GOOD.replace('csv', 'text')}patterns: { a: '${pattern.replaceAll("'", "''")}' }\n`
  test.each(['(?=a)b', '(?!a)b', '(?<=a)b', '(?<!a)b', '(a)\\1', '(?<x>a)\\k<x>', 'a{1,1001}'])(
    'the pattern %s cannot be followed in linear time, and is refused',
    (pattern) => expect(errors(withPattern(pattern)).join('\n')).toContain('patterns.a: look-ahead, look-behind'),
  )

  test('errors are said in Japanese', () => {
    const japanese = (yaml: string): readonly string[] => {
      const loaded = loadMapFile(yaml, 'm.yaml', 'ja')
      return 'errors' in loaded ? loaded.errors.map(({ message }) => message) : []
    }
    expect(japanese(`${GOOD}colour: red\n`)[0]).toMatch(/^"colour" というキーはありません/)
    expect(japanese('a: [1, 2\nb: }')[0]).toMatch(/^YAMLの文法の誤り: .+\([A-Z_]+\)$/)
    for (const message of japanese('id: A\nkind: text\n')) expect(message).toMatch(/[ぁ-んァ-ヶ一-龠]/)
    expect(japanese('id: A\n').length).toBeGreaterThan(2)
  })

  test('never throws', () => {
    const bits = fc.constantFrom(
      'ashiato: mapping/1\n',
      'id: a\n',
      'kind: json\n',
      'time:',
      ' &a',
      ' *a',
      ' [',
      ']',
      ' {',
      '}',
      '\n',
      'fields:\n',
      '  ip: x\n',
      ': ',
      '- ',
      '? ',
      '!!js/x ',
      '"',
      "'",
      '__proto__: 1\n',
      'codes',
      '<<: ',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 15 }), (parts) => {
        const loaded = loadMapFile(parts.join(''), 'm.yaml')
        expect(!('errors' in loaded) || loaded.errors.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('guessGeneric reads', () => {
  test("a Japanese shop's CSV", () => {
    const rows = csv(
      ['ログイン日時', '会員ID', '接続元IP', 'ログイン結果', 'ユーザーエージェント'],
      ['2026/11/3 2:14:05', '1000234', '203.0.113.9', '失敗', 'curl/8.5.0'],
      ['2026年11月3日 2時14分6秒', '1000777', '203.0.113.9', '成功', 'curl/8.5.0'],
    )
    expect(format(rows)).toMatchObject({ provider: 'generic', zone: 'option', names: 'exact' })
    expect(events(rows)).toMatchObject([
      {
        time: '2026-11-03T02:14:05.000Z',
        action: 'login',
        outcome: 'failure',
        username: '1000234',
        ip: '203.0.113.9',
        userAgent: 'curl/8.5.0',
      },
      { time: '2026-11-03T02:14:06.000Z', outcome: 'success', accountKnown: true },
    ])
  })
  test('a result that says why, under the names that home-made sites give, and a terminal that is the program', () => {
    const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36'
    const row = (minute: number, result: string): string[] => [`2026/11/03 02:0${minute}:00`, '00000012', result, '203.0.113.9', agent]
    const rows = csv(
      ['処理日時', '会員番号', 'ログイン結果コード', 'アクセス元', '端末'],
      row(1, '認証NG'),
      row(2, 'パスワード誤り'),
      row(3, 'ID該当なし'),
      row(4, 'ロック'),
      row(5, '認証OK'),
    )
    expect(events(rows)).toMatchObject([
      { outcome: 'failure', username: '00000012', userAgent: agent },
      { outcome: 'failure', reason: 'bad-password' },
      { outcome: 'failure', reason: 'unknown-account' },
      { outcome: 'blocked', reason: 'locked' },
      { outcome: 'success' },
    ])
  })
  test('results and reasons by their values, where nobody knows the names of their columns', () => {
    const row = (result: string, why = ''): string[] => ['2026/11/03 02:14:05', 'a@example.jp', result, why, '203.0.113.9']
    const rows = csv(
      ['日時', 'メールアドレス', '○×', '摘要', 'IPアドレス'],
      row('○'),
      row('×', 'パスワードが正しくありません'),
      row('×', 'ユーザが存在しません'),
    )
    expect(events(rows)).toMatchObject([
      { outcome: 'success' },
      { outcome: 'failure', reason: 'bad-password' },
      { outcome: 'failure', reason: 'unknown-account' },
    ])
  })
  test('a column of marks that are all good says nothing about logins', () => {
    const row = (mark: string): string[] => ['2026/11/03 02:14:05', 'a@example.jp', mark, '203.0.113.9']
    expect(refusal(csv(['日時', 'メールアドレス', '配信', 'IPアドレス'], row('成功'), row('成功')))).toContain('no column says whether')
  })
  test('one column that says what was done and how it ended', () => {
    const row = (act: string): string[] => ['2026/11/03 02:14:05', '00000012', act, '203.0.113.9']
    const rows = csv(
      ['操作日時', '会員ID', '操作内容', 'アクセス元IPアドレス'],
      ...['ログイン(成功)', 'ログイン(失敗:パスワード誤り)', 'ログアウト', '会員情報変更(住所)', 'ポイント利用(500pt)', 'カート追加'].map(
        row,
      ),
    )
    expect(decodeRecords(format(rows), rows).counts).toMatchObject({ used: 5, ignored: 1 })
    expect(events(rows)).toMatchObject([
      { action: 'login', outcome: 'success' },
      { action: 'login', outcome: 'failure', reason: 'bad-password' },
      { action: 'logout', outcome: 'success' },
      { action: 'address-change', outcome: 'success' },
      { action: 'points-use', outcome: 'success' },
    ])
  })
  test.each([
    ['20261103', '021405', '20261103', '21406', '2026-11-03T02:14:06.000Z'],
    ['2026/11/03', '23', '2026/11/03', '235959', '2026-11-03T23:59:59.000Z'],
    ['20261103', '0214', '20261103', '0215', '2026-11-03T02:15:00.000Z'],
  ])('a date %s and a time of day %s without colons, its zeros lost or not', (date, clock, other, late, time) => {
    const rows = csv(
      ['ログイン日', '時刻', '会員番号', '結果', 'IPアドレス'],
      [date, clock, '1', 'OK', '192.0.2.1'],
      [other, late, '1', 'OK', '192.0.2.1'],
    )
    expect(events(rows)[1]).toMatchObject({ time })
  })
  test('a time of day that may lack its hours or its seconds is refused', () =>
    expect(
      refusal(
        csv(
          ['日付', '時刻', '会員番号', '結果', 'IPアドレス'],
          ['20261103', '1405', '1', 'OK', '192.0.2.1'],
          ['20261103', '5', '1', 'OK', '192.0.2.1'],
        ),
      ),
    ).toContain('times'))
  test("a spreadsheet's days", () => {
    const row = (time: string): string[] => [time, '1001', '成功', '203.0.113.5']
    const rows = csv(['日時', '会員ID', '結果', 'IPアドレス'], row('46329.0931134259'), row('46329'))
    expect(events(rows)).toMatchObject([{ time: '2026-11-03T02:14:05.000Z' }, { time: '2026-11-03T00:00:00.000Z' }])
  })
  test('names of columns by their parts', () => {
    const rows = csv(
      ['login_dt', 'kaiin_no', 'デバイスのユーザーエージェント', 'login_kekka', 'access_ip', 'ログイン失敗理由'],
      ['2026/11/03 02:14:05', '0012', 'curl/8.5.0', 'NG', '192.0.2.1', 'ロック中'],
    )
    expect(events(rows)).toMatchObject([{ username: '0012', userAgent: 'curl/8.5.0', outcome: 'failure', reason: 'locked' }])
  })
  test('what was done by the values, where the name of the column is not known', () => {
    const row = (act: string): string[] => ['2026/11/03 02:14:05', '00000012', act, '正常', '203.0.113.9']
    const rows = csv(['日時', '会員番号', 'ジョブ', '結果', 'IPアドレス'], row('ログイン'), row('ログアウト'), row('パスワード変更'))
    expect(events(rows)).toMatchObject([{ action: 'login' }, { action: 'logout' }, { action: 'password-change' }])
  })
  test.each([
    ['日時(UTC)', '2026-11-03T02:14:05.000Z'],
    ['ログイン日時（JST）', '2026-11-02T17:14:05.000Z'],
    ['日付', '2026-11-03T02:14:05.000Z'],
  ])('the zone that stands behind the name of a column: %s', (name, time) => {
    const records = csv([name, '会員ID', '状態', 'IPアドレス'], ['2026/11/3 2:14:05', '1001', '二段階認証待ち', '203.0.113.5'])
    expect(events(records)).toMatchObject([{ time, outcome: 'challenge', username: '1001' }])
  })
  test('a time with an offset of its own is not moved by the name of its column', () => {
    const records = csv(['日時(UTC)', '会員ID', '結果', 'IPアドレス'], ['2026-11-03T02:14:05+09:00', '1001', '成功', '203.0.113.5'])
    expect(events(records)).toMatchObject([{ time: '2026-11-02T17:14:05.000Z' }])
  })
  test('a date without a time of day is refused', () =>
    expect(refusal(csv(['日付', '会員ID', '結果', 'IPアドレス'], ['2026/11/03', '1001', '成功', '203.0.113.5']))).toContain('日付'))
  test('a date and a time of day in two columns, and words of member sites', () => {
    const rows = csv(
      ['日付', '時刻', '会員番号', 'アクセス元', '操作', 'ログイン可否'],
      ['2026/11/03', '02:14:05', '0001', '203.0.113.9', 'ログイン', '可'],
      ['2026/11/03', '2:14', '0001', '203.0.113.9', '会員情報照会', '可'],
      ['2026/11/03', '午後 2:14', '0001', '203.0.113.9', 'ポイント交換', '否'],
    )
    expect(events(rows)).toMatchObject([
      { time: '2026-11-03T02:14:05.000Z', action: 'login', outcome: 'success', username: '0001' },
      { time: '2026-11-03T02:14:00.000Z', action: 'profile-view' },
      { time: '2026-11-03T14:14:00.000Z', action: 'points-use', outcome: 'failure' },
    ])
  })
  test.each([
    ['True', 'False'],
    ['success', 'failure'],
    ['OK', 'NG'],
    ['○', '✕'],
    ['1', '0'],
    ['ＯＫ', 'ＮＧ'],
  ])('%s and %s', (yes, no) => {
    const rows = csv(
      ['timestamp', 'user', 'ip', 'success'],
      ['2026-11-03T02:14:05Z', 'a', '192.0.2.1', yes],
      ['2026-11-03T02:14:06Z', 'b', '192.0.2.1', no],
    )
    expect(events(rows).map(({ outcome }) => outcome)).toEqual(['success', 'failure'])
  })
  test('a forwarded chain in the column of the address: its last hop, the only one that the sender cannot have made up', () => {
    const row = (ip: string): string[] => ['2026-11-03T02:14:05Z', 'a@example.com', ip, 'ok']
    const rows = csv(
      ['time', 'user', 'ip', 'result'],
      row('203.0.113.7, 198.51.100.9'),
      row('unknown, [2001:db8::7]:4711'),
      row('192.0.2.1'),
    )
    expect(events(rows)).toMatchObject([{ ip: '198.51.100.9' }, { ip: '2001:db8::7', port: 4711 }, { ip: '192.0.2.1' }])
  })
  test.each(['X-Forwarded-For', 'forwarded', 'xff'])('a chain that stands alone, under %s, is where the address is', (name) => {
    const rows = csv(['time', 'user', name, 'result'], ['2026-11-03T02:14:05Z', 'a', 'for=203.0.113.7;proto=https, for=198.51.100.9', 'ok'])
    expect(events(rows)).toMatchObject([{ ip: '198.51.100.9' }])
  })
  test.each([
    ['log_id', ['7', '8', '10'], [7, 8, 10]],
    // Lines of an export that begins with the newest, ids of something else, and a text.
    ['連番', ['3', '2', '1'], [undefined, undefined, undefined]],
    ['id', ['7', '7', '8'], [undefined, undefined, undefined]],
    ['id', ['a7', 'a8', 'a9'], [undefined, undefined, undefined]],
  ])('a column %s of %s counts through the log, or does not', (name, numbers, expected) => {
    const rows = csv(
      [name, 'time', 'user', 'ip', 'result'],
      ...numbers.map((number, at) => [number, `2026-11-03T02:14:0${at}Z`, 'a', '192.0.2.1', 'ok']),
    )
    expect(events(rows).map(({ sequence }) => sequence)).toEqual(expected)
  })
  test('nested JSON with an id and a name, times with their offset', () => {
    const rows = json(
      {
        '@timestamp': '2026-11-03T02:14:05+09:00',
        user: { id: 'u-1', email: 'a@example.com' },
        client: { ip: '192.0.2.1' },
        event: 'login_failed',
        reason: 'パスワード不一致',
      },
      {
        '@timestamp': '2026-11-03T02:15:05+09:00',
        user: { id: 'u-1', email: 'a@example.com' },
        client: { ip: '192.0.2.1' },
        event: 'password_change',
      },
    )
    expect(format(rows)).toMatchObject({ zone: 'in-record', names: 'folded' })
    expect(events(rows.slice(0))).toMatchObject([
      { time: '2026-11-02T17:14:05.000Z', outcome: 'failure', reason: 'bad-password', account: 'u-1', username: 'a@example.com' },
      { action: 'password-change', outcome: 'success' },
    ])
  })
  test('logs of frameworks: names behind paths, messages as what was done, and what people are called is no name to log in with', () => {
    const serilog = (message: string, more: object = {}): unknown => ({
      '@t': '2026-11-03T02:14:05Z',
      '@mt': message,
      UserName: 'a@example.jp',
      RemoteIp: '192.0.2.1',
      ...more,
    })
    const rows = json(
      serilog('User {UserName} logged in from {RemoteIp}'),
      serilog('Invalid login attempt for {UserName}: {Reason}', { Reason: 'InvalidPassword' }),
      serilog('User {UserName} changed their password'),
    )
    expect(events(rows)).toMatchObject([
      { action: 'login', outcome: 'success', username: 'a@example.jp' },
      { action: 'login', outcome: 'failure', reason: 'bad-password' },
      { action: 'password-change', outcome: 'success' },
    ])
    const nested = (success: boolean): unknown => ({
      ts: '2026-11-03T02:14:05Z',
      user: { id: 'u1', email: 'a@example.jp', name: '佐藤 花子' },
      req: { ip: '192.0.2.1', headers: { 'user-agent': 'curl/8.5.0' } },
      success,
    })
    expect(events(json(nested(true), nested(false)))).toMatchObject([
      { outcome: 'success', account: 'u1', username: 'a@example.jp', userAgent: 'curl/8.5.0' },
      { outcome: 'failure' },
    ])
  })
  test('an action that is a login and no more is a question', () =>
    expect(
      refusal(
        csv(
          ['time', 'user', 'ip', 'event'],
          ['2026-11-03T02:14:05Z', 'a', '192.0.2.1', 'user_login'],
          ['2026-11-03T02:14:05Z', 'a', '192.0.2.1', 'user_login_failed'],
        ),
      ),
    ).toContain('user_login: TODO'))
  test('day first where the sample shows it, month first likewise', () => {
    const rows = (date: string): RawRecord[] =>
      csv(['date', 'user', 'ip', 'result'], [`${date} 02:14`, 'a', '192.0.2.1', 'ok'], ['03/11/2026 02:14', 'a', '192.0.2.1', 'ok'])
    expect(events(rows('13/11/2026')).map(({ time }) => time)).toEqual(['2026-11-13T02:14:00.000Z', '2026-11-03T02:14:00.000Z'])
    expect(events(rows('11/13/2026')).map(({ time }) => time)).toEqual(['2026-11-13T02:14:00.000Z', '2026-03-11T02:14:00.000Z'])
  })
  test("with a spreadsheet's damage refused per record", () => {
    const good = ['2026-11-03T02:14:05Z', '10002', '192.0.2.1', 'ok']
    const rows = csv(['time', 'user_id', 'ip', 'result'], ...Array.from({ length: 20 }, () => good), [
      '2026-11-03T02:14:05Z',
      '1.23E+11',
      '192.0.2.1',
      'ok',
    ])
    expect(decodeRecords(format(rows), rows).counts).toMatchObject({ used: 20, rejected: 1 })
  })
})

describe('words for nothing, and what acts leave out', () => {
  const NAMES = ['time', 'event', 'result', 'user_id', 'ip', 'session_id']
  const made = (
    at: number,
    event: string,
    result: string,
    {
      user = `u${at % 7}`,
      ip = '192.0.2.7',
      session = `s${at}`,
    }: { readonly user?: string; readonly ip?: string; readonly session?: string } = {},
  ): string[] => [`2026-11-03T00:${String(at % 60).padStart(2, '0')}:00Z`, event, result, user, ip, session]
  test.each(['None', 'undefined', 'N/A', '\\N', 'なし', '<nil>'])('%s is nobody, no address and no session', (nothing) => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      at % 4 === 3 ? made(at, 'login', 'failure', { user: nothing, ip: nothing, session: nothing }) : made(at, 'login', 'success'),
    )
    const read = events(csv(NAMES, ...rows))
    expect(read).toHaveLength(12)
    expect(read.filter((event) => 'ip' in event && 'session' in event && 'username' in event)).toHaveLength(9)
  })
  test('acts and requests of programs without a result, a user or an address do not spoil the logins', () => {
    const rows = Array.from({ length: 20 }, (_, at) => {
      if (at % 5 === 1) return made(at, 'password_reset_request', 'None', { user: 'u1', ip: 'None' })
      return at % 5 === 2 ? made(at, 'logout', '') : made(at, 'login', at % 3 === 0 ? 'failure' : 'success')
    })
    const read = events(csv(NAMES, ...rows))
    expect(read.map(({ action }) => action)).toContain('password-reset-request')
    expect(read.filter(({ action }) => action === 'logout').every(({ outcome }) => outcome === 'success')).toBe(true)
  })
  test('a part of a log without any login is read by what its acts say', () =>
    expect(events(csv(NAMES, made(1, 'logout', 'success'), made(2, 'email_change', 'success'))).map(({ action }) => action)).toEqual([
      'logout',
      'email-change',
    ]))
  test('a login without a result is still none', () =>
    expect(refusal(csv(NAMES, made(1, 'login', 'success'), made(2, 'login', 'None'), made(3, 'logout', '')))).toContain('mostly empty'))
  test('a mapping may give such a word a meaning', () => {
    const loaded = loadMapFile(GOOD.replace('{ ok: success }', '{ ok: success, none: failure/mfa-failed }'), 'm.yaml')
    if (!('format' in loaded)) throw new Error('refused')
    const rows = csv(['t', 'u', 'r'], ['2026-11-03T00:00:00Z', 'u', 'None'], ['2026-11-03T00:00:00Z', 'None', 'ok'])
    const read = decodeRecords(loaded.format, rows).events.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(read).toMatchObject([{ outcome: 'failure', username: 'u' }, { outcome: 'success' }])
    expect(read[1]).not.toHaveProperty('username')
  })
})

describe('acts of a service of its own', () => {
  const NAMES = ['日時', '種別', '結果', '会員番号', 'IPアドレス']
  const did = (...acts: readonly (readonly [act: string, result?: string])[]): RawRecord[] =>
    csv(
      NAMES,
      ...acts.map(([act, result = '成功'], at) => [`2026-11-03 00:00:${String(at).padStart(2, '0')}`, act, result, `1${at}`, '192.0.2.7']),
    )
  const read = (records: readonly RawRecord[]) => {
    const { events: lines, counts } = decodeRecords(format(records), records)
    return { events: lines.map((line) => JSON.parse(line) as Record<string, unknown>), counts }
  }
  test('are left out by name where they can be no login', () => {
    const { events: seen, counts } = read(
      did(['ログイン'], ['ログイン', '失敗'], ['ログアウト'], ['ログアウト'], ['座席シャッフル'], ['ポイント失効'], ['抽選', '落選']),
    )
    expect(seen.map(({ action, outcome }) => `${String(action)}/${String(outcome)}`)).toEqual([
      'login/success',
      'login/failure',
      'logout/success',
      'logout/success',
    ])
    expect(counts).toMatchObject({ used: 4, ignored: 3, rejected: 0 })
  })
  test('a code that was sent is asked for, not passed', () => {
    const { events: seen } = read(did(['ログイン'], ['認証コード送信'], ['otp_challenge', 'OK'], ['otp_ng', 'NG'], ['otp_ok', 'OK']))
    expect(seen.slice(1).map(({ action, outcome }) => `${String(action)}/${String(outcome)}`)).toEqual([
      'mfa/challenge',
      'mfa/challenge',
      'mfa/failure',
      'mfa/success',
    ])
  })
  test('a code that was verified is a second factor passed', () => {
    const { events: seen, counts } = read(did(['ログイン'], ['SMSコード送信'], ['SMSコード確認'], ['SMSコード確認', '失敗']))
    expect(seen.slice(1).map(({ action, outcome, reason }) => [action, outcome, reason])).toEqual([
      ['mfa', 'challenge', 'mfa-required'],
      ['mfa', 'success', undefined],
      ['mfa', 'failure', undefined],
    ])
    expect(counts).toMatchObject({ used: 4, ignored: 0, rejected: 0 })
  })
  test("what the service's own people do to an account is not done by its holder", () => {
    const { events: seen } = read(
      did(['ログイン'], ['代理ログイン'], ['admin_pw_reissue'], ['operator_unlock'], ['パスワード変更'], ['admin_login']),
    )
    expect(seen.map(({ action, actor }) => [action, actor])).toEqual([
      ['login', undefined],
      ['impersonation', '(staff)'],
      ['password-reset', '(staff)'],
      ['account-unlock', '(staff)'],
      ['password-change', undefined],
      ['login', undefined],
    ])
  })
  test('a mapping says so with by-staff, and the skeleton too', () => {
    const loaded = loadMapFile(
      GOOD.replace('outcome:', 'action: { from: a, codes: { unlock: account-unlock/success/by-staff, in: login } }\noutcome:'),
      'm.yaml',
    )
    if (!('format' in loaded)) throw new Error(JSON.stringify(loaded))
    const rows = csv(['t', 'u', 'r', 'a'], ['2026-11-03T00:00:00Z', 'u', '', 'unlock'], ['2026-11-03T00:00:01Z', 'u', 'ok', 'in'])
    const lines = decodeRecords(loaded.format, rows).events.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines).toMatchObject([{ action: 'account-unlock', actor: '(staff)' }, { action: 'login' }])
    expect(lines[1]).not.toHaveProperty('actor')
    expect(refusal(did(['ログイン', '謎'], ['operator_unlock']))).toContain('operator_unlock: account-unlock/by-staff')
  })
})

describe('guessGeneric refuses, says why, and shows a mapping', () => {
  const HEADER = ['time', 'user', 'ip', 'result']
  const row = (time = '2026-11-03T02:14:05Z', user = 'a', ip = '192.0.2.1', result = 'ok'): string[] => [time, user, ip, result]
  test.each<[string, RawRecord[], string]>([
    ['no columns', csv(['a', 'b'], ['1', '2']), 'no column is recognised as a time or a user or an IP address'],
    ['no result', csv(['time', 'user', 'ip'], row()), 'no column says whether a login succeeded'],
    [
      'an unknown result',
      csv(HEADER, row(), row(undefined, undefined, undefined, 'maybe')),
      'some of its values are not known as success or failure',
    ],
    ['a status of 0', csv(['time', 'user', 'ip', 'status'], row(undefined, undefined, undefined, '0')), 'cannot be told from its name'],
    ['a 認証結果 of 0', csv(['time', 'user', 'ip', '認証結果'], row(undefined, undefined, undefined, '0')), 'cannot be told from its name'],
    ['a result of 1', csv(HEADER, row(undefined, undefined, undefined, '1')), 'cannot be told from its name'],
    ['an unknown action', csv([...HEADER, 'action'], [...row(), 'teleport']), 'not known as actions'],
    [
      'an unknown action of which no login succeeds',
      csv([...HEADER, 'action'], [...row(), 'teleport'], [...row(), 'ログアウト']),
      'not known as actions',
    ],
    [
      'an unknown action that may be a login',
      csv([...HEADER, 'action'], [...row(), 'login'], [...row(), 'welcome_login_x']),
      'not known as actions',
    ],
    [
      'an unknown action that may be how one ended',
      csv([...HEADER, 'action'], [...row(), 'login'], [...row(), 'zap_rejected']),
      'not known as actions',
    ],
    ['a flag whose 1 may be either', csv(['time', 'user', 'ip', '判定'], row(undefined, undefined, undefined, '1')), 'cannot be told'],
    ['ambiguous dates', csv(HEADER, row('03/11/2026 02:14'), row('04/11/2026 02:14')), 'day/month or as month/day'],
    ['contradicting dates', csv(HEADER, row('13/11/2026 02:14'), row('11/13/2026 02:14')), 'day/month or as month/day'],
    ['era years', csv(HEADER, row('令和8年11月3日 2時14分')), '和暦'],
    ['times that are none', csv(HEADER, row(), row('soon')), 'too few of its values are times'],
    ['addresses that are none', csv(HEADER, row(), row(undefined, undefined, 'home')), 'too few of its values are IP addresses'],
    ['empty users', csv(HEADER, row(), row(undefined, '-')), 'mostly empty'],
  ])('%s', (_what, rows, why) => {
    const message = refusal(rows)
    expect(message).toContain(why)
    expect(message).toContain('ashiato: mapping/1')
    for (const name of rows[0]?.header ?? []) expect(message).toContain(`#   ${name}: `)
  })
  test('text has no columns', () =>
    expect(refusal([{ shape: 'text', value: 'x', header: undefined, ...place }])).toContain('docs/MAPPING.md'))
  test('an empty sample', () => expect(refusal([])).toContain('docs/MAPPING.md'))
  test('the skeleton loads once its TODOs are replaced, and not before', () => {
    const message = refusal(csv(HEADER, row(), row(undefined, undefined, undefined, 'maybe: "#\u202E\u001B[31m')))
    expect(message).not.toMatch(/[\u001B\u202E]/)
    const skeleton = message.slice(message.indexOf('\n') + 1)
    expect(errors(skeleton).join()).toContain('TODO')
    expect(errors(skeleton.replace(/: TODO$/m, ': failure'))).toEqual([])
  })
  test('never throws on hostile names and values', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('time', 'user', 'ip', 'result', '__proto__', "a'b", 'a.b')), fc.jsonValue(), {
            maxKeys: 6,
          }),
          { maxLength: 4 },
        ),
        (records) => {
          const guessed = guessGeneric(json(...records))
          if ('format' in guessed) expect(decodeRecords(guessed.format, json(...records)).counts.records).toBe(records.length)
          else expect(guessed.refusal.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('logins without an ending, in a column of what was done', () => {
  const header = ['アクセス日時', '会員ID', 'アクション', 'IPアドレス']
  const row = (minute: number, id: string, what: string): readonly string[] => [`2026/11/02 10:${minute}:00`, id, what, '203.0.113.9']

  test('succeeded, where others say that they failed', () => {
    const records = csv(
      header,
      row(10, '0012', 'ログイン失敗'),
      row(11, '0012', 'ログイン'),
      row(12, '0012', 'パスワード変更'),
      row(13, '0012', 'ログアウト'),
    )
    expect(events(records)).toMatchObject([
      { action: 'login', outcome: 'failure' },
      { action: 'login', outcome: 'success', accountKnown: true },
      { action: 'password-change' },
      { action: 'logout' },
    ])
  })

  test.each([
    ['there are successes beside them', [row(10, '0012', 'ログイン'), row(11, '0012', 'ログイン成功'), row(12, '0013', 'ログイン失敗')]],
    [
      'a failure follows them at once, of which they are the try',
      [row(10, '0012', 'ログイン'), row(10, '0012', 'ログイン失敗'), row(12, '0013', 'ログイン')],
    ],
    ['nothing says that any failed', [row(10, '0012', 'ログイン'), row(11, '0012', 'ログアウト')]],
  ])('are left to a person where %s', (_name, rows) => {
    expect(refusal(csv(header, ...rows))).toContain('no column says whether a login succeeded')
  })
})
