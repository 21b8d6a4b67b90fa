import { describe, expect, test } from 'vitest'
import { firstEventsOf } from '../support/first-events.ts'

/** A log of some members and somebody who guesses, as rows of cells. */
const logins = Array.from({ length: 12 }, (_, n) => ({
  at: `2026/11/${String(3 + n).padStart(2, '0')} 9:${10 + n}:07`,
  user: ['hanako', 'taro', 'jiro'][n % 3] ?? '',
  ip: `192.0.2.${10 + (n % 3)}`,
  isIn: n % 4 !== 0,
}))
type Login = (typeof logins)[number]
const rows = (...cells: readonly ((login: Login) => string)[]): readonly string[] =>
  logins.map((login) => cells.map((cell) => cell(login)).join(','))

const at = ({ at: text }: Login): string => text
const user = ({ user: name }: Login): string => name
const ip = ({ ip: address }: Login): string => address
const said =
  (good: string, bad: string) =>
  ({ isIn }: Login): string =>
    isIn ? good : bad

const FIRST = ['2026-11-03T09:10:07.000Z login failure hanako 192.0.2.10', '2026-11-04T09:11:07.000Z login success taro 192.0.2.11']

describe('a table without its line of names', () => {
  test.each([
    ['in words', rows(at, user, ip, said('成功', '失敗'))],
    ['in another order', rows(ip, said('login_success', 'login_failed'), user, at)],
    ['with a column that is always the same, and quotes', rows(at, user, ip, said('"OK"', '"NG"'), () => '"PC, Windows"')],
    [
      'with the milliseconds and the level of a logger',
      rows(
        at,
        () => '123',
        said('INFO', 'WARN'),
        () => 'LoginAction',
        said('ログイン成功', 'ログイン失敗'),
        user,
        ip,
      ),
    ],
    ['under a title', ['会員ログイン履歴', ...rows(at, user, ip, said('成功', '失敗'))]],
  ])('is read where its cells leave no doubt: %s', async (_, lines) => {
    const { events, counts } = await firstEventsOf(lines)
    expect(events.slice(0, 2)).toEqual(FIRST)
    expect(counts).toEqual({ used: 12, ignored: lines.length - 12, rejected: 0 })
  })

  test.each([
    ['digits that nobody explains', rows(at, user, ip, said('1', '0'))],
    ['no word for how it ended', rows(at, user, ip, said('A', 'B'))],
    ['what filters say of everything', rows(at, user, ip, said('allowed', 'denied'))],
    ['answers to an unknown question', rows(at, user, ip, said('true', 'false'))],
    ['another act', rows(at, () => 'バックアップ', user, ip, said('成功', '失敗'))],
    ['an act that nobody knows', rows(at, user, ip, said('OK', 'NG'), () => '入退室')],
    ['requests', rows(at, user, ip, () => '/api/items', said('OK', 'NG'))],
    ['two columns of addresses', rows(at, user, ip, ip, said('成功', '失敗'))],
    ['two columns of times', rows(at, at, user, ip, said('成功', '失敗'))],
    ['two columns that may be names', rows(at, user, ({ user: name }) => `pc-${name}`, ip, said('成功', '失敗'))],
    ['nobody', rows(at, () => 'shop', ip, said('成功', '失敗'))],
    [
      'dates of either order',
      logins.map((login, n) => `0${1 + (n % 9)}/0${2 + (n % 7)}/2026 09:10:07,${user(login)},${ip(login)},${said('OK', 'NG')(login)}`),
    ],
  ])('is refused with a mapping to start from otherwise: %s', async (_, lines) => {
    const { events, refusal } = await firstEventsOf(lines)
    expect(events).toEqual([])
    expect(refusal).toContain('ashiato: mapping/1')
  })

  test('later rows that do not fit are rejects', async () => {
    const odd = ['2026/11/20 9:10:07,hanako,192.0.2.10,保留', '2026/11/20 9:10:07,hanako,192.0.2.10']
    expect(
      (
        await firstEventsOf([
          ...rows(at, user, ip, said('成功', '失敗')),
          ...Array.from({ length: 5000 }, () => rows(at, user, ip, said('成功', '失敗'))[1] ?? ''),
          ...odd,
        ])
      ).counts,
    ).toEqual({ used: 5012, ignored: 0, rejected: 2 })
  })
})

describe('a legend round a table', () => {
  const table = (good: string, bad: string): readonly string[] => rows(at, user, ip, said(good, bad))
  const HEADER = '日時,会員ID,IPアドレス,結果'

  test.each([
    ['above the names', ['凡例,1=成功,0=失敗', HEADER, ...table('1', '0')]],
    ['the other way round', ['# 0=OK 1=NG', HEADER, ...table('0', '1')]],
    ['below the rows', [HEADER, ...table('0', '9'), '※0:正常、9:異常']],
    ['in two lines', ['# 0: 成功', '# 1: 失敗', HEADER, ...table('0', '1')]],
    ['of a table without names', ['凡例,1=成功,0=失敗', ...table('1', '0')]],
    ['beside that of another column', ['※区分 1=PC 2=SP、結果 0=成功 1=失敗', HEADER, ...table('0', '1')]],
  ])('says what its codes mean: %s', async (_, lines) => {
    expect((await firstEventsOf(lines)).events.slice(0, 2)).toEqual(FIRST)
  })

  test.each([
    ['one that explains a code in two ways', ['# 0=OK 1=NG', '# 1=OK 0=NG', HEADER, ...table('1', '0')]],
    ['one that leaves a code out', ['凡例,1=成功', HEADER, ...table('1', '0')]],
    [
      'a line between the rows, which may be an intruder’s',
      [HEADER, ...table('1', '0').slice(0, 5), '# 0=OK 1=NG', ...table('1', '0').slice(5)],
    ],
    ['a cell', [HEADER, ...table('1', '0'), '2026/11/20 9:10:07,# 0=OK 1=NG,192.0.2.10,0']],
  ])('is not believed: %s', async (_, lines) => {
    const { events, refusal } = await firstEventsOf(lines)
    expect(events).toEqual([])
    expect(refusal).toContain('ashiato: mapping/1')
  })
})

test('columns may be named by claims of SAML', async () => {
  const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
  const header = `timestamp,outcome,${claims}/nameidentifier,${claims}/emailaddress,http://schemas.microsoft.com/2012/01/requestcontext/claims/x-ms-forwarded-client-ip`
  const { events, counts } = await firstEventsOf([
    header,
    ...rows(at, said('success', 'failure'), user, (login) => `${user(login)}@example.com`, ip),
  ])
  expect(events[1]).toBe('2026-11-04T09:11:07.000Z login success taro@example.com 192.0.2.11')
  expect(counts).toEqual({ used: 12, ignored: 0, rejected: 0 })
})
