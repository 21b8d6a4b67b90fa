import { describe, expect, test } from 'vitest'
import { compileFormat } from '../../src/formats/decode.ts'
import { zoneOf } from '../../src/formats/define-format.ts'
import { toIso } from '../../src/kernel/time.ts'
import { format } from '../../src/formats/windows/index.ts'
import { statusOf } from '../../src/formats/windows/classify.ts'
import { decodeRecords } from '../support/format-fixtures.ts'
import { decodeCorpus, hasCorpus, NO_CORPUS, readCorpus } from './decode-corpus.ts'

const CASES = 'windows-security-winlogbeat/elastic-package/test-security-windows2016-'

const takeText = (value: string): readonly string[] =>
  decodeRecords(format, [{ shape: 'text', value, header: undefined, line: 1, offset: 0, length: value.length }]).perRecord

test.each([
  ['0xC000006D', '0xc000006d'],
  ['-1073741715', '0xc000006d'],
  ['3221225581', '0xc000006d'],
  ['0x0', '0x0'],
  ['%%2313', undefined],
  ['99999999999', undefined],
  [undefined, undefined],
])('status %s is %s', (text, code) => {
  expect(statusOf(text)).toBe(code)
})

test('an event that is not whole on its line is refused, not half read', () => {
  const head = '<Event xmlns="x"><System><EventID>4624</EventID>'
  expect(takeText(head)).toEqual(['rejected: ambiguous-value'])
  expect(takeText(`${head}</System></Event>${head}</System></Event>`)).toEqual(['rejected: ambiguous-value'])
})

test('NXLog, PowerShell, Fluent Bit and Event Viewer write local time: the other shapes stay UTC whatever zone is given', () => {
  const zones = Object.fromEntries(format.shapes.map((shape) => [shape.name, zoneOf({ format, shape })]))
  expect(zones).toEqual({
    'evtx-json': 'utc',
    winlogbeat: 'utc',
    'wevtutil-text': 'option',
    'nxlog-json': 'option',
    xml: 'utc',
    'get-winevent-json': 'option',
    'fluent-json': 'option',
    'get-eventlog-csv': 'option',
    'get-eventlog-json': 'option',
    'get-winevent-csv': 'option',
    'event-viewer-csv': 'option',
    'event-viewer-csv-ja': 'option',
    wazuh: 'utc',
    'security-event': 'utc',
    'security-event-csv': 'utc',
    'security-event-query': 'utc',
  })
  const compiled = compileFormat(format, { time: { zone: 'Asia/Tokyo', year: () => 2026 } })
  const timeOf = (value: unknown): string => {
    const times: number[] = []
    compiled.decode({ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 1 }, ({ time }) => times.push(time))
    return times.map((time) => toIso(time)).join()
  }
  const logon = { EventID: 4624, LogonType: 3, TargetUserName: 'alice', TargetDomainName: 'EXAMPLE', IpAddress: '192.0.2.7' }
  const provider = 'Microsoft-Windows-Security-Auditing'
  expect(timeOf({ ...logon, EventTime: '2026-11-03 09:00:00', Hostname: 'dc1', SourceName: provider })).toBe('2026-11-03T00:00:00.000Z')
  const winlog = { event_id: 4624, provider_name: provider, time_created: '2026-11-03T09:00:00', event_data: logon }
  expect(timeOf({ winlog, '@timestamp': '2026-11-03T09:00:00' })).toBe('2026-11-03T09:00:00.000Z')
})

test('hostile XML costs little', () => {
  const start = performance.now()
  for (const filler of ['<Event ', '<Data Name="a">', '</Event>', '&#x41;', '<TimeCreated ', "<Provider a='"]) {
    takeText(`<Event ${filler.repeat(40_000)}`)
    takeText(`<Event>${filler.repeat(40_000)}</Event>`)
  }
  expect(performance.now() - start).toBeLessThan(2_000)
})

describe.skipIf(!hasCorpus)(`corpus samples — ${NO_CORPUS}`, () => {
  test('corpus: a server’s log as evtx JSON, every record accounted for', () => {
    const { fates, kinds, events } = decodeCorpus(format, 'windows-security/ocsf-examples-evtx-derived/security.evtx_dump.ndjson')
    expect(fates).toEqual({ used: 161, 'ignored: machine-login': 256, 'ignored: other-event': 96, 'ignored: group-change': 14 })
    expect(kinds).toEqual({
      'login/success': 44,
      'logout/info': 47,
      'other/info': 45,
      'other/success': 5,
      'profile-change/success': 10,
      'account-create/success': 2,
      'account-enable/success': 2,
      'password-change/success': 1,
      'password-reset/success': 1,
      'role-grant/success': 4,
    })
    expect([...new Set(events.filter(({ action }) => action === 'login').map(({ username }) => username))]).toEqual(['fsir'])
  })

  test('corpus: what CrowdSec reads out of the XML lines is what is read here', () => {
    const { fates, events } = decodeCorpus(format, 'windows-security/crowdsec-hub/windows-bf/windows-bf.log')
    expect(fates).toEqual({ used: 6 })
    const said = readCorpus('windows-security/crowdsec-hub/windows-bf/scenario.assert')
    const meta = (name: string): string[] =>
      [...said.matchAll(new RegExp(`GetMeta\\("${name}"\\) == "([^"]*)"`, 'g'))].map(([, value = '']) => value)
    expect(events.map(({ ip }) => ip)).toEqual(meta('source_ip'))
    expect(events.map(({ username }) => username)).toEqual(meta('username'))
    expect(events.map(({ code }) => code)).toEqual(meta('sub_status').map((status) => `4625/${status}`))
    // Seven digits there, microseconds here.
    expect(events.map(({ time }) => time)).toEqual(meta('timestamp').map((time) => time.replace(/\dZ$/, 'Z')))
    expect(events.every(({ outcome, reason }) => outcome === 'failure' && reason === 'unknown-account')).toBe(true)
  })

  test('corpus: the other XML lines', () => {
    const one = decodeCorpus(format, 'windows-security/crowdsec-hub/windows-logs/windows-logs.log')
    expect(one.kinds).toEqual({ 'login/failure/unknown-account': 1 })
    expect(one.events[0]).toMatchObject({ username: 'testuser@mydomain.test', protocol: 'network-cleartext' })
    const explicit = decodeCorpus(format, 'windows-security/sigma-regression/4648-explicit-credential.evtx_dump.json')
    expect(explicit.events).toMatchObject([{ action: 'other', outcome: 'info', username: 'testuser', actor: 'xodih' }])
  })

  test.each([
    ['4722-account-enabled', 'account-enable/success,account-enable/success'],
    ['4723-password-change', 'password-change/failure,password-change/success'],
    ['4724-password-reset', 'password-reset/success,password-reset/success'],
    ['4725-account-disabled', 'account-disable/success,account-disable/success'],
    ['4726-account-deleted', 'account-delete/success,account-delete/success'],
    ['4738-account-changed', 'profile-change/success'],
    ['4740-account-locked-out', 'account-lock/info'],
    ['4767-account-unlocked', 'account-unlock/success'],
    ['4781-account-renamed', 'profile-change/success,profile-change/success'],
    ['logoff', 'logout/info,logout/info'],
  ])('corpus: Elastic’s %s, compared with what Elastic expects', (name, kinds) => {
    interface Expected {
      '@timestamp': string
      user: { name: string; id: string; target?: { name: string; id?: string } }
      event: { code: string; outcome: string }
    }
    const read = <Row>(suffix: string, list: string): Row[] =>
      ((JSON.parse(readCorpus(`${CASES}${name}.json${suffix}`)) as Record<string, Row[]>)[list] ?? []).filter((row) => row !== null)
    const records = read<unknown>('', 'events').map((value) => ({
      shape: 'json' as const,
      value,
      header: undefined,
      line: 1,
      offset: 0,
      length: 0,
    }))
    const events = decodeRecords(format, records).events.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(events.map(({ action, outcome }) => `${String(action)}/${String(outcome)}`).join()).toBe(kinds)
    const expected = read<Expected>('-expected.json', 'expected')
    expect(events.map(({ time, code }) => [time, code])).toEqual(expected.map((row) => [row['@timestamp'], row.event.code]))
    // Of a renamed account Elastic keeps no id.
    const ids = expected.map((row, index) => (row.user.target ?? row.user).id ?? events[index]?.['account'])
    expect(events.map(({ account }) => account)).toEqual(ids)
  })

  test('corpus: other events of the log are known and ignored', () => {
    for (const name of ['4688-process-created', '4689-process-exited']) {
      const path = `windows-security-winlogbeat/elastic-package/test-security-windows2019-${name}.json`
      const { events } = JSON.parse(readCorpus(path)) as { events: unknown[] }
      const { counts } = decodeRecords(
        format,
        events.map((value) => ({ shape: 'json', value, header: undefined, line: 1, offset: 0, length: 0 })),
      )
      expect(counts).toMatchObject({ used: 0, ignored: events.length, rejected: 0 })
    }
  })
})
