import { describe, expect, test } from 'vitest'
import { guessGeneric } from '../../src/formats/generic/guess.ts'
import { columnKey } from '../../src/formats/generic/mapping.ts'
import type { RawRecord } from '../../src/model/record.ts'
import { decodeRecords } from '../support/format-fixtures.ts'

const rowsOf = (text: string): readonly RawRecord[] => {
  const [names = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const header = names.map(columnKey)
  return rows.map((value, at) => ({ shape: 'csv', value, header, line: at + 2, offset: 0, length: 1 }))
}
const objects = (...values: readonly unknown[]): readonly RawRecord[] =>
  values.map((value, at) => ({ shape: 'json', value, header: undefined, line: at + 1, offset: 0, length: 1 }))

const read = (records: readonly RawRecord[], later: readonly RawRecord[] = []): readonly unknown[] => {
  const guessed = guessGeneric(records)
  if (!('format' in guessed)) throw new Error(guessed.refusal.slice(0, 300))
  return decodeRecords(guessed.format, [...records, ...later]).perRecord.map((line) =>
    line.startsWith('used\n') ? (JSON.parse(line.slice(5)) as unknown) : line,
  )
}
const refusalOf = (records: readonly RawRecord[]): string => {
  const guessed = guessGeneric(records)
  return 'refusal' in guessed ? guessed.refusal : ''
}

const success = { action: 'login', outcome: 'success' }
const badPassword = { action: 'login', outcome: 'failure', reason: 'bad-password' }

describe('codes mean what stands beside them', () => {
  test.each([
    ['1', '0'],
    ['0', '1'],
    ['00', '12'],
  ])('the one code that never has a reason is the success (%s, not %s)', (good, bad) => {
    const table = rowsOf(
      `created_at,login_id,ip,result,error\n2026-11-21 11:14:05,hanako,192.0.2.10,${good},NULL\n2026-11-21 11:15:05,taro,198.51.100.20,${bad},wrong_password\n2026-11-21 11:16:05,aoi,192.0.2.11,${good},`,
    )
    expect(read(table)).toMatchObject([success, badPassword, success])
    const later = rowsOf('created_at,login_id,ip,result,error\n2026-11-21 11:17:05,taro,198.51.100.20,7,')
    expect(read(table, later).at(-1)).toMatch(/^rejected: unknown-code/)
  })

  test('is not told where both have reasons, or neither', () => {
    const table = (first: string, second: string): readonly RawRecord[] =>
      rowsOf(
        `created_at,login_id,ip,result,error\n2026-11-21 11:14:05,hanako,192.0.2.10,1,${first}\n2026-11-21 11:15:05,taro,198.51.100.20,0,${second}`,
      )
    expect(refusalOf(table('late', 'wrong_password'))).toContain('whether its 0 or its 1')
    expect(refusalOf(table('', ''))).toContain('whether its 0 or its 1')
  })

  test('a number beside the words of an error is how it ended', () => {
    const table = `time,user,ip,error_code,error_message
2026-11-21T02:14:05Z,hanako,192.0.2.10,0,
2026-11-21T02:15:05Z,taro,198.51.100.20,101,invalid password
2026-11-21T02:15:07Z,jiro,198.51.100.20,102,unknown user`
    expect(read(rowsOf(table))).toMatchObject([success, badPassword, { outcome: 'failure', reason: 'unknown-account' }])
  })

  test.each([
    ['failed', '0', '1'],
    ['失敗フラグ', '0', '1'],
    ['is_failed', 'false', 'true'],
  ])('yes in a column %s is a failure', (name, good, bad) => {
    const table = `日時,会員ID,IPアドレス,${name}\n2026-11-21 11:14:05,0001,192.0.2.10,${good}\n2026-11-21 11:15:05,0002,198.51.100.20,${bad}`
    expect(read(rowsOf(table))).toMatchObject([success, { action: 'login', outcome: 'failure' }])
  })

  test('a column of failed tries is no flag', () => {
    const table = 'time,user,ip,failed\n2026-11-21T02:14:05Z,hanako,192.0.2.10,0\n2026-11-21T02:15:05Z,taro,198.51.100.20,4'
    expect(refusalOf(rowsOf(table))).not.toBe('')
  })
})

describe('names of columns', () => {
  test.each([
    ['created_at_jst', '2026-11-21 11:14:05', '2026-11-21T02:14:05.000Z'],
    ['created_at_utc', '2026-11-21 11:14:05', '2026-11-21T11:14:05.000Z'],
    ['ts_us', '1795227245123456', '2026-11-21T02:14:05.123456Z'],
    ['timestamp_ms', '1795227245123', '2026-11-21T02:14:05.123Z'],
  ])('may say zone or unit: %s', (name, value, time) => {
    expect(read(rowsOf(`${name},login_id,ip,result\n${value},hanako,192.0.2.10,OK\n${value},taro,198.51.100.20,NG`))).toMatchObject([
      { time, ...success },
      { time, outcome: 'failure' },
    ])
  })
})

describe('what is not there', () => {
  test('addresses without their end are none, and the rest is read', () => {
    const [first, second] = read(
      rowsOf('time,user,ip,result\n2026-11-21T02:14:05Z,hanako,192.0.2.xxx,success\n2026-11-21T02:15:05Z,taro,198.51.100.*,failure'),
    )
    expect(first).toMatchObject({ ...success, username: 'hanako' })
    expect(first).not.toHaveProperty('ip')
    expect(second).toMatchObject({ outcome: 'failure' })
  })

  test('a row for the password and one for the code are one login: the mapping asks which of them it is', () => {
    const logins = Array.from({ length: 6 }, (_, at) => [
      `2026-11-21 02:1${at}:00,u${at % 2},192.0.2.${at},password,success`,
      `2026-11-21 02:1${at}:20,u${at % 2},192.0.2.${at},otp,${at === 3 ? 'failure' : 'success'}`,
    ]).flat()
    const header = 'time,user,ip,auth_type,result'
    const asked = /"auth_type": each login is told in several steps[^]*from: auth_type\n +codes:\n +otp: mfa\n +password: TODO/
    for (const rows of [logins, logins.toReversed()]) expect(refusalOf(rowsOf([header, ...rows].join('\n')))).toMatch(asked)
    // Where each row is a login by itself, they do not follow each other.
    const apart = logins.filter((row, at) => (at % 4 === 0 ? row.includes('password') : at % 4 === 3))
    expect(refusalOf(rowsOf([header, ...apart].join('\n')))).toBe('')
  })

  test('steps of a login are no logins: the mapping asks what each of them is', () => {
    const table = `time,sid,step,user,ip,result
2026-11-21T02:14:05Z,a1,password,hanako,192.0.2.10,ok
2026-11-21T02:14:25Z,a1,otp,hanako,192.0.2.10,ok
2026-11-21T02:16:05Z,a3,password,jiro,198.51.100.20,ok
2026-11-21T02:16:15Z,a3,otp,jiro,198.51.100.20,ng`
    expect(refusalOf(rowsOf(table))).toMatch(
      /"step": each login is told in several steps[^]*from: step\n +codes:\n +otp: mfa\n +password: TODO/,
    )
  })
})

describe('objects of an application that logs other things too', () => {
  const login = (msg: string, user: string, ip: string): object => ({ time: '2026-11-21T02:14:05Z', level: 'info', msg, user, ip })
  const others = [
    { time: '2026-11-21T02:14:06Z', level: 'info', msg: 'request completed', path: '/items', status: 200 },
    { time: '2026-11-21T02:14:07Z', level: 'info', msg: 'cache warmed', keys: 120 },
    { time: '2026-11-21T02:14:08Z', level: 'error', msg: 'db timeout', err: 'deadline exceeded' },
  ]

  test('are read where all that they say of logins is understood', () => {
    const records = objects(...others, login('login success', 'hanako', '192.0.2.10'), login('login failed', 'taro', '198.51.100.20'))
    const later = objects(login('login was not successful', 'taro', '198.51.100.20'), { ...others[0], msg: 'cart updated' })
    expect(read(records, later).slice(3)).toMatchObject([
      success,
      { action: 'login', outcome: 'failure' },
      expect.stringMatching(/^rejected: unknown-code/),
      'ignored: other-message',
    ])
    expect(refusalOf([...records, ...later])).not.toBe('')
  })

  test('messages with places for values (Serilog)', () => {
    const entry = (template: string, user: string): object => ({
      '@t': '2026-11-21T02:14:05.0000000Z',
      '@mt': template,
      UserName: user,
      RemoteIp: '192.0.2.10',
    })
    expect(
      read(
        objects(
          entry('User {UserName} logged in from {RemoteIp}', 'hanako'),
          entry('Invalid password for {UserName} from {RemoteIp}', 'taro'),
        ),
      ),
    ).toMatchObject([success, badPassword])
  })
})
