import { describe, expect, test } from 'vitest'
import { firstEventsOf } from '../support/first-events.ts'

const AT = ['2026-11-21T02:14:05.000Z', '2026-11-21T02:15:05.000Z'] as const
const EVENTS = [`${AT[0]} login failure hanako 192.0.2.10`, `${AT[1]} login success hanako 192.0.2.10`]
const spaced = (at: string): string => at.replace('T', ' ').replace('.000Z', '')
const both = (line: (at: string, isIn: boolean) => string): readonly string[] => AT.map((at, n) => line(at, n === 1))
const json = (value: unknown): string => JSON.stringify(value)

/** Logs as libraries write them, of a site's own events. */
const LOGS: readonly (readonly [string, (at: string, isIn: boolean) => string])[] = [
  [
    'django-axes',
    (at, isIn) =>
      `${spaced(at)},000 WARNING axes.handlers.database: AXES: ${isIn ? 'Successful login' : 'New login failure'} by {username: "hanako", ip_address: "192.0.2.10", user_agent: "x", path_info: "/admin/login/"}.${isIn ? '' : ' Created new record in the database.'}`,
  ],
  [
    'zap, to a console',
    (at, isIn) => `${at}\tINFO\tauth/login.go:42\tlogin ${isIn ? 'success' : 'failed'}\t${json({ user: 'hanako', ip: '192.0.2.10' })}`,
  ],
  [
    "PHP's error_log",
    (at, isIn) =>
      `[21-Nov-2026 ${spaced(at).slice(11).replace('02:', '11:')} Asia/Tokyo] Login ${isIn ? 'success' : 'failed'} for user hanako from 192.0.2.10`,
  ],
  [
    'logstash-logback-encoder',
    (at, isIn) =>
      json({
        '@timestamp': at,
        '@version': '1',
        message: `Login ${isIn ? 'succeeded' : 'failed'}: user=hanako, ip=192.0.2.10`,
        logger_name: 'com.example.shop.auth.LoginListener',
        thread_name: 'http-nio-8080-exec-1',
        level: 'INFO',
      }),
  ],
  [
    "Python's JSON logger",
    (at, isIn) =>
      json({
        asctime: at,
        levelname: 'INFO',
        message: isIn ? 'User hanako logged in from 192.0.2.10' : 'Failed login for user hanako from 192.0.2.10',
      }),
  ],
  [
    "Datadog's archive",
    (at, isIn) =>
      json({
        id: at,
        content: {
          timestamp: at,
          host: 'web',
          service: 'shop',
          message: `login ${isIn ? 'success' : 'failed'} user=hanako ip=192.0.2.10`,
          attributes: {},
        },
      }),
  ],
  [
    'CEF',
    (at, isIn) =>
      `Nov 21 11:00:00 waf1 CEF:0|Acme|Portal|1.0|100|User login|3|rt=${Date.parse(at)} duser=hanako src=192.0.2.10 outcome=${isIn ? 'success' : 'failure'} requestClientApplication=Mozilla/5.0 (X11; Linux) msg=Login of a member`,
  ],
  [
    'CEF without a head',
    (at, isIn) =>
      `CEF:0|Acme|Port\\|al|1.0|7|Login|3|rt=${Date.parse(at)} suser=hanako src=192.0.2.10 outcome=${isIn ? 'Success' : 'Failure'}`,
  ],
  [
    'LEEF 1.0',
    (at, isIn) =>
      `Nov 21 11:00:00 idp1 LEEF:1.0|Acme|IdP|1.0|${isIn ? 'LoginSuccess' : 'LoginFailure'}|devTime=${Date.parse(at)}\tsrc=192.0.2.10\tusrName=hanako`,
  ],
  [
    'LEEF 2.0',
    (at, isIn) =>
      `LEEF:2.0|Acme|IdP|1.0|${isIn ? 'LoginSuccess' : 'LoginFailure'}|x5E|devTime=${Date.parse(at)}^src=192.0.2.10^usrName=hanako`,
  ],
]

describe('logs of applications are read without being told what they are', () => {
  test.each(LOGS)('%s', async (_, line) => {
    const { events, counts } = await firstEventsOf(Array.from({ length: 3 }, () => both(line)).flat())
    expect(events.slice(0, 2)).toEqual(EVENTS)
    expect(counts).toEqual({ used: 6, ignored: 0, rejected: 0 })
  })
})

describe('and refused where something is left to doubt', () => {
  test.each([
    [
      'CEF in which a name stands twice',
      (at: string) => `CEF:0|Acme|Portal|1.0|7|Login|3|rt=${Date.parse(at)} suser=hanako src=192.0.2.10 outcome=success outcome=failure`,
    ],
    [
      'CEF that names two accounts',
      (at: string) => `CEF:0|Acme|Portal|1.0|7|Login|3|rt=${Date.parse(at)} suser=hanako duser=taro src=192.0.2.10 outcome=success`,
    ],
    [
      'LEEF in which a name stands twice',
      (at: string) => `LEEF:2.0|Acme|IdP|1.0|LoginSuccess|^|devTime=${Date.parse(at)}^src=192.0.2.10^usrName=hanako^usrName=taro`,
    ],
    [
      'a second sentence about the account',
      (at: string) => `${spaced(at)} INFO Login success. Password check failed afterwards. user=hanako ip=192.0.2.10`,
    ],
    [
      'a message that is no login',
      (at: string) => json({ '@timestamp': at, message: 'login attempt under consideration user=hanako ip=192.0.2.10', level: 'INFO' }),
    ],
  ])('%s', async (_, line) => {
    const { events, refusal } = await firstEventsOf(both(line))
    expect(events).toEqual([])
    expect(refusal).not.toBe('')
  })
})

describe('tables that consoles and screens show', () => {
  test('a question to a database above its answer', async () => {
    const cells = both((at, isIn) => `|  7 | hanako | 192.0.2.10 | ${isIn ? 1 : 0}       | ${spaced(at)} |`)
    const frame = '+----+--------+------------+---------+---------------------+'
    const table = [
      'mysql> select * from logins;',
      frame,
      '| id | login  | ip         | success | created_at          |',
      frame,
      ...cells,
      frame,
      '2 rows in set (0.01 sec)',
    ]
    expect(await firstEventsOf(table)).toMatchObject({ events: EVENTS, counts: { used: 2, ignored: 0, rejected: 0 } })
  })

  test('what an application added to its lines stands in a column of objects, and the address beside it is nobody’s', async () => {
    const rows = both(
      (at, isIn) =>
        `${at},${isIn ? 'User logged in' : 'Invalid login attempt'},"{""UserName"":""hanako"",""RemoteIp"":""192.0.2.10""}",0.0.0.0,POST Account/Login`,
    )
    expect((await firstEventsOf(['TimeGenerated [UTC],Message,Properties,ClientIP,OperationName', ...rows])).events).toEqual(EVENTS)
  })
})

describe('whose column is whose', () => {
  test('a number of logins is nobody’s name', async () => {
    const rows = Array.from({ length: 6 }, (_row, n) =>
      json({
        login_id: `${n + 1}`,
        user_id: '77',
        login_name: 'hanako',
        ip: '192.0.2.10',
        result: n === 0 ? 'NG' : 'OK',
        created_at: AT[0],
      }),
    )
    expect((await firstEventsOf(rows)).events[0]).toBe(EVENTS[0])
  })

  test('of two that say what people are called, neither is their name', async () => {
    const rows = both((at, isIn) =>
      json({
        date_create: Date.parse(at) / 1000,
        action: isIn ? 'user_login' : 'user_login_failed',
        actor: { user: { name: 'Hanako Y', email: 'hanako' } },
        entity: { user: { name: 'Hanako Y' } },
        context: { ip_address: '192.0.2.10' },
      }),
    )
    expect((await firstEventsOf(rows)).events).toEqual(EVENTS)
  })

  test.each([
    [
      'authtrail',
      'scope,identity,success,failure_reason,user_id,ip,created_at',
      (at: string, isIn: boolean) => `user,hanako,${isIn},${isIn ? '' : 'invalid'},${isIn ? 7 : ''},192.0.2.10,${at}`,
    ],
    [
      'Datadog',
      'Date,Service,@usr.id,@network.client.ip,@evt.outcome',
      (at: string, isIn: boolean) => `${at},shop,hanako,192.0.2.10,${isIn ? 'success' : 'failure'}`,
    ],
  ])('%s', async (_, header, line) => {
    expect((await firstEventsOf([header, ...both(line)])).events).toEqual(EVENTS)
  })
})
