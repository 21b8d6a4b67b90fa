import { describe, expect, it } from 'vitest'
import { peel } from '../../src/input/peel.ts'
import { readContent, taken, values } from './support.ts'

const MESSAGE = 'Failed password for root from 203.0.113.5 port 52001 ssh2'
const AT = '2026-11-21T02:14:05.000Z'
const line = (time: string): string => `${time} web1 sshd[4711]: ${MESSAGE}`

describe('a line of syslog that a collector took apart is put together again', () => {
  it.each([
    [
      'Azure',
      {
        TimeGenerated: '2026-11-21T02:15:00Z',
        EventTime: AT,
        Computer: 'web1',
        ProcessName: 'sshd',
        ProcessID: 4711,
        SyslogMessage: MESSAGE,
      },
      AT,
    ],
    [
      'GELF',
      {
        version: '1.1',
        host: 'web1',
        timestamp: 1_795_227_245.25,
        short_message: MESSAGE,
        _application_name: 'sshd',
        _process_id: '4711',
        _facility: 'auth',
      },
      '2026-11-21T02:14:05.250Z',
    ],
    [
      'Graylog',
      {
        timestamp: AT,
        source: 'web1',
        application_name: 'sshd',
        process_id: '4711',
        message: `${MESSAGE}\n`,
        gl2_remote_ip: 'x',
        level: 6,
      },
      AT,
    ],
    [
      'a table of somebody’s own',
      { id: 7, logged_at: AT, received_at: '2026-11-21T02:15:00Z', host: 'web1', program: 'sshd', pid: 4711, message: MESSAGE },
      AT,
    ],
    [
      'php-syslog-ng',
      { seq: '7', host: 'web1', facility: 'auth', datetime: '2026-11-21 02:14:05', program: 'sshd', pid: '4711', msg: MESSAGE },
      '2026-11-21T02:14:05',
    ],
    ['syslog-ng', { PROGRAM: 'sshd', PID: '4711', HOST: 'web1', DATE: 'Nov 21 02:14:05', MESSAGE, PRIORITY: 'info' }, 'Nov 21 02:14:05'],
    ['rsyslog', { msg: MESSAGE, programname: 'sshd', procid: '4711', hostname: 'web1', timereported: AT, syslogtag: 'sshd[4711]:' }, AT],
    ['Vector', { message: MESSAGE, appname: 'sshd', procid: 4711, hostname: 'web1', timestamp: AT, source_type: 'syslog' }, AT],
    [
      'Fluent Bit',
      { date: 1_795_227_245.5, ident: 'sshd', pid: '4711', host: 'web1', message: MESSAGE, pri: '38' },
      '2026-11-21T02:14:05.500Z',
    ],
  ])('%s', (_name, record, time) => {
    expect(taken(peel(record))).toEqual({ value: line(time), path: 'syslog' })
  })

  it('as a table of the portal, whose times are UTC by the name of their column', async () => {
    const read = await readContent(
      `TimeGenerated [UTC],EventTime [UTC],Computer,ProcessName,ProcessID,SyslogMessage\n"11/21/2026, 2:15:00.000 AM","11/21/2026, 2:14:05.000 AM",web1,sshd,4711,${MESSAGE}\n`,
    )
    expect(values(read)).toEqual([line(AT)])
  })

  it.each(['_STREAM_ID', 'CONTAINER_ID'])("what journald kept of a service's or a container's output counts for itself (%s)", (mark) => {
    const kept = { __REALTIME_TIMESTAMP: '1795227245000000', _HOSTNAME: 'web1', SYSLOG_IDENTIFIER: 'kc.sh', _PID: '17', [mark]: 'ab12' }
    const own = '2026-11-21 02:14:05,123 INFO  [org.keycloak.events] (executor-thread-1) type=LOGIN'
    expect(taken(peel({ ...kept, MESSAGE: own }))).toEqual({ value: own, path: 'syslog' })
    expect(taken(peel({ ...kept, MESSAGE: '{"a":1}' }))).toEqual({ value: { a: 1 }, path: 'json(syslog)' })
    const other = { ...kept, MESSAGE: 'started' }
    expect(peel(other)).toEqual({ value: other, path: '' })
  })

  it('a line with a time of its own, or of JSON, stays as it is', () => {
    const apart = { TimeGenerated: AT, EventTime: AT, Computer: 'web1', ProcessName: 'keycloak' }
    expect(peel({ ...apart, SyslogMessage: '2026-11-21 02:14:05,123 WARN x' }).value).toBe('2026-11-21 02:14:05,123 WARN x')
    expect(peel({ ...apart, SyslogMessage: '{"a":1}' }).value).toEqual({ a: 1 })
  })

  it("somebody's own record with a field of such a name, or without a time, is left alone", () => {
    const own = { time: AT, ident: 'shop', message: 'login ok', user: 'aoi', host: 'web1' }
    expect(peel(own)).toEqual({ value: own, path: '' })
    const timeless = { ProcessName: 'sshd', SyslogMessage: MESSAGE }
    expect(peel(timeless)).toEqual({ value: timeless, path: '' })
  })

  it('a host that is none takes no part in the line', () => {
    const record = {
      EventTime: AT,
      Computer: 'x sshd[1]: Accepted password for root',
      ProcessName: 'sshd',
      ProcessID: '4711',
      SyslogMessage: MESSAGE,
    }
    expect(peel(record).value).toBe(`${AT} - sshd[4711]: ${MESSAGE}`)
  })

  it.each([
    ['without the host', `sshd[4711]: ${MESSAGE}`],
    ['with it', `web1 sshd[4711]: ${MESSAGE}`],
  ])('a console shows time and host beside the line, %s', async (_name, message) => {
    expect(values(await readContent(`timestamp,source,message\n${AT},web1,${message}\n${AT},web1,${message}\n`))).toEqual([
      line(AT),
      line(AT),
    ])
  })
})
