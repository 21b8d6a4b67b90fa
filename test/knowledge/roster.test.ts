import { describe, expect, it } from 'vitest'
import { matchPeople } from '../../src/knowledge/match-people.ts'
import { parseRoster } from '../../src/knowledge/roster.ts'
import { tableOf } from '../rules/support/draft-table.ts'

describe('the roster', () => {
  it('is a table of HR: roles by words, dates whole, other columns ignored', () => {
    const [hanako, vendor] = parseRoster(
      '社員番号,メールアドレス,区分,退職日,部署\ne-1,hanako@example.com,社員,2026/3/8,x\nv-9,,委託先,,y\n',
      'roster.csv',
      'Asia/Tokyo',
    )
    expect(hanako).toMatchObject({ texts: ['e-1', 'hanako@example.com'], departed: Date.UTC(2026, 2, 8, 15) * 1000 })
    expect([...(hanako?.roles ?? [])]).toEqual(['departed'])
    expect([...(vendor?.roles ?? [])]).toEqual(['supplier'])
  })
  it.each([
    ['２０２６年３月８日', Date.UTC(2026, 2, 8, 15) * 1000],
    ['20260308', Date.UTC(2026, 2, 8, 15) * 1000],
    ['9999/12/31', undefined],
  ])('reads the last day %s as personnel systems write it', (day, departed) => {
    const header = '社員番号,メールアドレス,在籍区分,退職日'
    const [person] = parseRoster(`${header}\n="0012",a@example.jp、b@example.jp,休職,${day}\n`, 'r.csv', 'Asia/Tokyo')
    expect(person).toMatchObject({ texts: ['0012', 'a@example.jp', 'b@example.jp'] })
    expect(person?.departed).toBe(departed)
  })
  it('is YAML with hours, a zone and holidays for all', () => {
    const [person] = parseRoster(
      'timezone: Asia/Tokyo\nhours: Mon-Fri 09:00-18:00\nholidays: [2026-03-20]\npeople:\n  - account: adm\n    also: [a@example.com, 00123]\n    role: [privileged, service]\n',
      'roster.yaml',
      'UTC',
    )
    expect(person?.texts).toEqual(['adm', 'a@example.com', '00123'])
    expect(person?.work).toEqual({ hours: 'Mon-Fri 09:00-18:00', zone: 'Asia/Tokyo', holidays: new Set(['2026-03-20']) })
  })
  it.each([
    ['account,role\nx,boss', /r\.csv:2: "boss" is not a role/],
    ['account,hours\nx,always', /r\.csv:2: "always"/],
    ['role\nservice', /r\.csv:2: this entry names no account/],
    ['account,departed\nx,soon', /r\.csv:2: departed: "soon"/],
    ['account,zone\nx,Mars', /r\.csv:2.*Mars/],
  ])('refuses %j with its place', (text, message) => expect(() => parseRoster(text, 'r.csv', 'UTC')).toThrow(message))

  it('finds people by id or name; a name of two people is nobody’s', () => {
    const roster = parseRoster('account,also\nu-1,Hanako@example.com\nu-2,shared@example.com\nu-3,shared@example.com\n', 'r.csv', 'UTC')
    const login = (account: string, username: string) =>
      ({ time: '2026-03-01T00:00:00Z', action: 'login', outcome: 'success', account, username }) as const
    const table = tableOf([login('x-1', 'hanako@example.com'), login('x-2', 'shared@example.com'), login('u-2', 'other')])
    const people = matchPeople(roster, table)
    const of = (id: string) =>
      people[Array.from({ length: table.accounts.size }, (_, key) => key).find((key) => table.accounts.get(key) === id) ?? -1]
    expect(of('x-1')?.texts[0]).toBe('u-1')
    expect(of('x-2')).toBeUndefined()
    expect(of('u-2')?.texts[0]).toBe('u-2')
  })
  it('takes the lines of those who share an id for one id, and roles as lists of a Japanese table have them', () => {
    const roster = parseRoster(
      'ログインID,氏名,区分\ntill-1,佐藤,共有ID\nＴＩＬＬ-1,鈴木,共有ID\nadm-1,田中,特権、業務委託\n',
      'r.csv',
      'Asia/Tokyo',
    )
    const table = tableOf([{ time: '2026-03-01T00:00:00Z', action: 'login', outcome: 'success', account: 'till-1', username: 'Till-1' }])
    expect([...(matchPeople(roster, table)[0]?.roles ?? [])]).toEqual(['shared'])
    expect([...(roster[2]?.roles ?? [])]).toEqual(['privileged', 'supplier'])
  })
})
