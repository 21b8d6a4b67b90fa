import { describe, expect, it } from 'vitest'
import { peel, peelLine } from '../../src/input/peel.ts'
import { readContent, taken, values } from './support.ts'

const event = { eventType: 'user.session.start', n: 1 }
const text = JSON.stringify(event)

describe('peeling envelopes', () => {
  it.each([
    ['EventBridge', { version: '0', 'detail-type': 'SystemLog', source: 'aws.partner/x', detail: event }, 'detail'],
    ['Elasticsearch hit', { _index: 'i', _id: '1', _score: 1, _source: event }, '_source'],
    ['Splunk export', { preview: false, offset: 1, lastrow: true, result: { _time: 't', _raw: text, host: 'h' } }, 'result.json(_raw)'],
    ['ForgeRock', { payload: event, timestamp: 't', type: 'application/json', source: 'am-authentication' }, 'payload'],
    ['Docker', { log: `${text}\n`, stream: 'stdout', time: 't' }, 'json(log)'],
    ['Filebeat', { '@timestamp': 't', agent: {}, host: {}, message: text, tags: [] }, 'json(message)'],
    [
      'Filebeat, the original kept',
      { '@timestamp': 't', agent: {}, input: { type: 'log' }, event: { original: text, dataset: 'd' }, message: 'part of it' },
      'json(event.original)',
    ],
    [
      'Filebeat, with flattened names',
      { '@timestamp': 't', 'agent.type': 'filebeat', 'input.type': 'log', 'log.file.path': '/x', message: text },
      'json(message)',
    ],
    ['Filebeat, flattened, the original kept', { '@timestamp': 't', 'input.type': 'log', 'event.original': text }, 'json(event.original)'],
    [
      "Datadog's API",
      { id: 'A', type: 'log', attributes: { host: 'h', service: 's', status: 'info', timestamp: 't', tags: [], message: text } },
      'attributes.json(message)',
    ],
    [
      "Datadog's archive, a line of JSON taken apart",
      { _id: 'A', date: 't', host: 'h', service: 's', source: 'x', status: 'info', message: 'in words', tags: [], attributes: event },
      'attributes',
    ],
    ["Sumo Logic's API", { map: { _raw: text, _messagetime: '1', _sourcehost: 'h' } }, 'map.json(_raw)'],
    [
      "Graylog's API",
      { message: { _id: '1', source: 'h', timestamp: 't', message: text, streams: [] }, index: 'i' },
      'message.json(message)',
    ],
    ['GELF', { version: '1.1', host: 'h', short_message: text, timestamp: 1.5, level: 6 }, 'json(short_message)'],
    ['Vector', { host: 'h', message: text, source_type: 'file', file: '/x', timestamp: 't' }, 'json(message)'],
    ['Azure Monitor', { TimeGenerated: 't', RawData: text, Computer: 'h' }, 'json(RawData)'],
    ["Supabase's Logs Explorer", { event_message: 'Login', id: 'i', timestamp: 1, metadata: [event] }, 'metadata'],
    ['CloudWatch', { id: '1', timestamp: 1, message: text }, 'json(message)'],
    ['CloudWatch Insights, from the console', { '@timestamp': 't', '@message': text, '@ptr': 'p' }, 'json(@message)'],
    [
      'CloudWatch Insights, from the API',
      [
        { field: '@timestamp', value: 't' },
        { field: '@message', value: text },
      ],
      'json(@message)',
    ],
    ["Loki's answer to a query", ['1793671800000000000', text], 'json([1])'],
    [
      'Search-UnifiedAuditLog',
      { RecordType: 15, CreationDate: 't', UserIds: 'a', Operations: 'o', AuditData: text, Identity: 'i' },
      'json(AuditData)',
    ],
    ["Graph's audit log query", { id: 'i', auditLogRecordType: 'x', operation: 'o', clientIp: '', auditData: event }, 'auditData'],
    ['lookup-events', { EventId: '1', Username: 'a', CloudTrailEvent: text }, 'json(CloudTrailEvent)'],
    ['an element of a test file', { json: event }, 'json'],
    ['a line of JSON in a string', text, 'json()'],
    ['Splunk HTTP event collector', { time: 1.5, host: 'h', source: 's', sourcetype: 'st', index: 'main', event }, 'event'],
    ['Google Cloud Logging', { insertId: 'i', logName: 'projects/p/logs/stdout', timestamp: 't', jsonPayload: event }, 'jsonPayload'],
    ['Google Cloud Logging of text', { logName: 'projects/p/logs/stdout', textPayload: text }, 'json(textPayload)'],
    ['Loki', { labels: { app: 'a' }, line: text, timestamp: 't' }, 'json(line)'],
    ['Fluent Bit', { date: 1.5, log: text, stream: 'stdout', kubernetes: {} }, 'json(log)'],
    [
      'three of them',
      { _source: { 'detail-type': 'x', detail: { id: '1', timestamp: 1, message: text } } },
      '_source.detail.json(message)',
    ],
  ])('takes the record out of %s', (_name, outer, path) => {
    expect(taken(peel(outer))).toEqual({ value: event, path })
  })

  it.each([
    ['Auth0 stream', { log_id: '1', data: { type: 's' } }],
    [
      'what a pipeline took apart',
      { '@timestamp': 't', input: {}, log: {}, event: { original: text, category: ['authentication'] }, message: 'm' },
    ],
    [
      'what a pipeline took apart, flattened',
      { '@timestamp': 't', 'input.type': 'log', 'log.file.path': '/x', 'event.original': text, 'event.outcome': 'failure', message: 'm' },
    ],
    ["a record with somebody's attributes", { id: '1', type: 'user', attributes: { a: 1 } }],
    ['a message beside a user', { timestamp: 't', source: 'web', user: 'a', message: text }],
    ['an array of something else', ['1793671800', text]],
    ['a record with a message', { user: 'a', remoteAddr: '192.0.2.1', message: text }],
    ['a record with a text', { timestamp: 't', level: 'INFO', message: 'Login failed' }],
    ['a record with details', { detail: { a: 1 }, user: 'a' }],
    ['PingOne', { id: '1', result: { status: 'FAILED' }, action: {} }],
    ['null', null],
    ['a number', 5],
  ])('leaves %s alone', (_name, record) => {
    expect(taken(peel(record))).toEqual({ value: record, path: '' })
  })

  it('stops three deep', () => {
    const deep = { _source: { _source: { _source: { _source: event } } } }
    expect(taken(peel(deep))).toEqual({ value: { _source: event }, path: '_source._source._source' })
  })

  it('makes a peeled line a text record with the outer origin', async () => {
    const line = 'Dec 10 06:55:46 host sshd[1]: Accepted password for a'
    const content = JSON.stringify({
      messageType: 'DATA_MESSAGE',
      owner: '1',
      logGroup: 'g',
      logStream: 's',
      subscriptionFilters: [],
      logEvents: [{ id: '1', timestamp: 1, message: line }],
    })
    const { records } = await readContent(content)
    expect(records).toMatchObject([{ shape: 'text', value: line, path: 'message' }])
    expect(content.slice(records[0]?.offset, (records[0]?.offset ?? 0) + (records[0]?.length ?? 0))).toMatch(/^\{"id":"1".*\}$/)
  })
})

describe('answers whose records are arrays', () => {
  const lines = ['Dec 10 06:55:46 host sshd[1]: Accepted password for a', 'Dec 10 06:55:47 host sshd[2]: Accepted password for b']
  const [first = '', second = ''] = lines
  const loki = (...streams: readonly (readonly string[])[]): object => ({
    status: 'success',
    data: {
      resultType: 'streams',
      result: streams.map((texts) => ({ stream: { job: 'auth' }, values: texts.map((line, at) => [`179367180000000000${at}`, line]) })),
      stats: { summary: { totalBytesProcessed: 1 } },
    },
  })
  const insights = (texts: readonly string[]): object => ({
    results: texts.map((value) => [
      { field: '@timestamp', value: 't' },
      { field: '@message', value },
    ]),
    statistics: { recordsMatched: 2 },
    status: 'Complete',
  })
  it.each([
    ['Loki', JSON.stringify(loki(lines))],
    ['Loki, two streams', JSON.stringify(loki([first], [second]), null, 2)],
    ['Loki, two answers', `${JSON.stringify(loki([first]))}\n${JSON.stringify(loki([second]))}\n`],
    ['CloudWatch Insights', JSON.stringify(insights(lines), null, 4)],
    ['CloudWatch Insights on one line', `${JSON.stringify(insights(lines))}\n`],
  ])('%s: every line is a record of its own, with its own place', async (_name, content) => {
    const { records, rejects } = await readContent(content)
    expect(records.map(({ shape, value }) => [shape, value])).toEqual(lines.map((line) => ['text', line]))
    for (const { offset, length, value } of records) expect(content.slice(offset, offset + length)).toContain(JSON.stringify(value))
    expect(rejects).toEqual([])
  })
})

const SSHD = 'Dec 10 06:55:46 LabSZ sshd[24200]: Failed password for root from 203.0.113.5 port 38926 ssh2'

describe('what is written before a line', () => {
  const dated = { ...event, published: '2026-03-02T08:00:00Z', timestamp: 1 }
  const datedText = JSON.stringify(dated)
  it.each([
    ['Mar  2 08:00:00 host app[17]: ', 'Mar  2 08:00:00'],
    ['<13>1 2026-03-02T08:00:00.5+09:00 host app 1 - - ', '2026-03-02T08:00:00.5+09:00'],
    ['2026-03-02T08:00:00.123456789Z stdout F ', '2026-03-02T08:00:00.123456789Z'],
  ])('an object that does not say when it was written has the time of its line: %s', (head, time) => {
    expect(peelLine(head + text)).toEqual({ value: event, path: 'line.json()', outerTime: time })
    expect(peelLine(`keycloak-1  | ${text}`)).toEqual({ value: event, path: 'line.json()' })
  })
  it.each([
    ['CRI', '2026-03-02T08:00:00.123456789Z stdout F '],
    ['docker compose', 'keycloak-1  | '],
    ["CloudWatch's export to S3", '2026-03-02T08:00:00.123Z '],
  ])('%s is taken away', (_name, head) => {
    expect(taken(peelLine(head + SSHD))).toEqual({ value: SSHD, path: 'line' })
    expect(taken(peelLine(head + datedText))).toEqual({ value: dated, path: 'line.json()' })
  })
  it.each([
    '<13>1 2026-03-02T08:00:00Z host app 1 - - ',
    '<13>1 2026-03-02T08:00:00Z host app 1 id [a@1 b="c"] ',
    'Mar  2 08:00:00 host app[17]: ',
    'Mar  2 2026 08:00:00 host app[17]: ',
    '2026-03-02T08:00:00.123456+09:00 host app[17]: ',
    '2026-03-02T08:00:00+0900 host app: ',
    'Mar  2 08:00:00 host user.info app[17]: ',
    '2026-03-02T08:00:00.123456+00:00 app[web.1]: ',
    '<45>1 2026-03-02T08:00:00+00:00 host app web.1 - ',
    '2026-03-02T08:00:00+09:00\tapp.login\t',
    '2026-03-02T08:00:00.123000+00:00 app/app/0123 ',
    '2026-03-02T08:00:00 ',
    '2026-03-02T08:00:00.123456789Z ',
    '[pod/app-5d/app] ',
    '[pod/app-5d/app] 2026-03-02T08:00:00.123456789Z ',
    '0|app  | ',
    'app-5d9c app ',
  ])('an object behind the head of syslog, or of what carried it: %s', (head) =>
    expect(taken(peelLine(head + datedText))).toEqual({ value: dated, path: 'line.json()' }),
  )
  it.each([
    'Mar  2 08:00:00 host kc.sh[17]: ',
    '2026-03-02T08:00:00.123456+09:00 host kc.sh[17]: ',
    '<14>1 2026-03-02T08:00:00Z host keycloak 9 - - ',
    '2026-03-02T08:00:00.123456789Z ',
    '2026-03-02T08:00:00.123000+00:00 keycloak/0123 ',
    '[pod/kc-0/keycloak] 2026-03-02T08:00:00.123456789Z ',
  ])('a line that has a time of its own keeps that one: %s', (head) => {
    const line = '2026-03-02 08:00:00,003 WARN  [org.keycloak.events] (executor-thread-1) type="LOGIN_ERROR", error="user_not_found"'
    expect(taken(peelLine(head + line))).toEqual({ value: line, path: 'line' })
  })
  it.each([
    SSHD,
    '2026-03-02T08:00:00.123Z host sshd[1]: Accepted password for a from 192.0.2.1 port 1 ssh2',
    'hana | 2026-03-02 08:00:00 | success',
    'Mar  2 08:00:00 host sshd[17]: Failed password for invalid user {"a":1} from 192.0.2.1 port 2022 ssh2',
    'Mar  2 08:00:00 host sshd[17]: pam_unix(sshd:auth): authentication failure; rhost=192.0.2.1  user= {"a":1}',
    'Mar  2 08:00:00 host app[17]: at 2026-03-02 08:00:00 {"a":1}',
    '[Fri Mar 12 13:39:54.26 2021] [php7:notice] auditor:event=login {"user_id":1}',
    'TID: [-1234] [2026-03-02] INFO {AUDIT_LOG} - Data : {"a":1}',
  ])('%s is left alone', (line) => expect(peelLine(line)).toEqual({ value: line, path: '' }))
})

describe('tables whose rows are envelopes', () => {
  const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`
  it.each([
    ['Splunk', `"_raw","_time",host\n${cell(text)},t,h\n${cell(SSHD)},t,h\n`],
    ['CloudWatch Logs Insights', `@timestamp,@message\n2026-03-02 08:00:00.000,${cell(text)}\n2026-03-02 08:00:00.000,${cell(SSHD)}\n`],
    ['the CloudWatch console', `timestamp,message\n1772440620123,${cell(text)}\n1772440620124,${cell(SSHD)}\n`],
  ])('%s', async (_name, table) => {
    const read = await readContent(table)
    expect(values(read)).toEqual([event, SSHD])
    expect(read.records.map(({ shape }) => shape)).toEqual(['json', 'text'])
    expect(read.rejects).toEqual([])
  })
  it('a table with a message of its own is none', async () => {
    const { records } = await readContent('timestamp,user,message\n2026-03-02,a,hello\n')
    expect(records[0]?.shape).toBe('csv')
  })
})
