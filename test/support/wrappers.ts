import { gzipSync } from 'node:zlib'

const WHEN = '2026-11-21T02:14:05.000Z'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const pubsub = (line: string) => ({ data: base64(line), messageId: '1', publishTime: WHEN, attributes: { a: 'b' } })
const CLOUD_EVENT = { specversion: '1.0', id: '1', source: 's', type: 't', time: WHEN }
const WAZUH = {
  timestamp: WHEN,
  rule: { level: 3 },
  agent: { id: '0' },
  manager: { name: 'm' },
  id: '1.1',
  decoder: { name: 'd' },
  location: '/x',
}

type WrapOne = (line: string) => unknown

/** A line as collectors and consoles hand it on, one object each. Sources: the products' own pages on exports and APIs. */
export const objectWrappers: Readonly<Record<string, WrapOne>> = {
  'Splunk export': (line) => ({ preview: false, offset: 0, result: { _raw: line, _time: WHEN, host: 'h', source: 's', sourcetype: 'x' } }),
  'Splunk HEC': (line) => ({ time: 1, host: 'h', source: 's', sourcetype: 'x', event: line }),
  'Elasticsearch hit': (line) => ({
    _index: 'i',
    _id: '1',
    _source: { '@timestamp': WHEN, agent: {}, input: { type: 'log' }, log: { file: { path: '/x' } }, message: line },
  }),
  'Elastic Agent': (line) => ({ '@timestamp': WHEN, agent: {}, input: { type: 'log' }, event: { original: line, dataset: 'x' } }),
  'Filebeat, flattened': (line) => ({
    '@timestamp': WHEN,
    'agent.type': 'filebeat',
    'input.type': 'log',
    'log.file.path': '/x',
    message: line,
  }),
  'Elastic Agent, flattened': (line) => ({ '@timestamp': WHEN, 'input.type': 'log', 'event.original': line, 'event.dataset': 'x' }),
  Logstash: (line) => ({ '@timestamp': WHEN, '@version': '1', message: line, host: 'h', path: '/x', type: 'y' }),
  Loki: (line) => ({ labels: { a: 'b' }, line, timestamp: WHEN }),
  "Loki's API": (line) => ['1793671800000000000', line],
  CloudWatch: (line) => ({
    timestamp: 1_793_671_800_000,
    message: line,
    ingestionTime: 1_793_671_800_000,
    logStreamName: 'x',
    eventId: '1',
  }),
  'CloudWatch Insights': (line) => ({ '@timestamp': WHEN, '@message': line, '@ptr': 'p' }),
  Docker: (line) => ({ log: `${line}\n`, stream: 'stdout', time: WHEN }),
  "Datadog's API": (line) => ({
    id: 'A',
    type: 'log',
    attributes: { service: 'x', host: 'h', status: 'info', timestamp: WHEN, tags: ['a:b'], message: line },
  }),
  "Datadog's archive": (line) => ({
    _id: 'A',
    date: WHEN,
    service: 'x',
    host: 'h',
    status: 'info',
    source: 'y',
    message: line,
    tags: ['a:b'],
    attributes: {},
  }),
  'Sumo Logic': (line) => ({ map: { _raw: line, _messagetime: '1793671800000', _sourcehost: 'h', _sourcename: 'n', _collector: 'c' } }),
  GELF: (line) => ({ version: '1.1', host: 'h', short_message: line, timestamp: 1_793_671_800.1, level: 6 }),
  "Graylog's API": (line) => ({
    message: { _id: '1', message: line, timestamp: WHEN, source: 'h', gl2_source_input: 'x', streams: ['s'] },
    index: 'graylog_0',
  }),
  Vector: (line) => ({ host: 'h', message: line, source_type: 'file', file: '/x', timestamp: WHEN }),
  'Azure Monitor': (line) => ({ TimeGenerated: WHEN, RawData: line, Type: 'Custom_CL', TenantId: 't', Computer: 'h' }),
  'Splunk HEC without a kind of source': (line) => ({ time: 1, host: 'h', index: 'main', event: line }),
  "Datadog's API, first version": (line) => ({
    id: 'A',
    content: { timestamp: WHEN, tags: [], attributes: {}, host: 'h', service: 's', message: line },
  }),
  "Vector's Kafka": (line) => ({
    message: line,
    timestamp: WHEN,
    source_type: 'kafka',
    topic: 't',
    partition: 0,
    offset: 1,
    headers: {},
    message_key: null,
  }),
  Wazuh: (line) => ({ ...WAZUH, full_log: line, predecoder: {}, data: { srcip: '192.0.2.1' } }),
  'Falcon LogScale': (line) => ({ '@timestamp': 1_793_671_800_000, '@rawstring': line, '#repo': 'r', '@timezone': 'Z' }),
  Mezmo: (line) => ({ _account: 'a', _host: 'h', _app: 'p', _ts: 1_793_671_800_000, _line: line, level: 'info' }),
  "Rapid7's log search": (line) => ({
    labels: [],
    timestamp: 1_793_671_800_000,
    sequence_number: 1,
    log_id: 'x',
    message: line,
    links: [],
  }),
  'Pub/Sub push': (line) => ({ message: pubsub(line), subscription: 'projects/p/subscriptions/s', deliveryAttempt: 1 }),
  'Pub/Sub message': (line) => pubsub(line),
  'Eventarc of Pub/Sub': (line) => ({ ...CLOUD_EVENT, data: { subscription: 's', message: pubsub(line) } }),
  'Kinesis in Lambda': (line) => ({
    kinesis: { partitionKey: 'p', data: base64(line), sequenceNumber: '1' },
    eventSource: 'aws:kinesis',
    eventID: '1',
    awsRegion: 'r',
  }),
  'Kinesis, GetRecords': (line) => ({ SequenceNumber: '1', ApproximateArrivalTimestamp: 1.5, Data: base64(line), PartitionKey: 'p' }),
  'Firehose, not delivered': (line) => ({
    attemptsMade: 1,
    arrivalTimestamp: 1,
    errorCode: 'x',
    errorMessage: 'y',
    rawData: base64(`${line}\n`),
  }),
  'SQS in Lambda': (line) => ({ messageId: '1', receiptHandle: 'r', body: line, attributes: {}, md5OfBody: 'x', eventSource: 'aws:sqs' }),
  SNS: (line) => ({ Type: 'Notification', MessageId: '1', TopicArn: 'a', Subject: 's', Message: line, Timestamp: WHEN, Signature: 'x' }),
  'SNS in Lambda': (line) => ({ EventSource: 'aws:sns', EventVersion: '1.0', Sns: { MessageId: '1', TopicArn: 'a', Message: line } }),
  CloudEvents: (line) => ({ ...CLOUD_EVENT, data: line }),
  'CloudEvents, bytes': (line) => ({ ...CLOUD_EVENT, data_base64: base64(line) }),
  'Event Hubs Capture': (line) => ({
    SequenceNumber: 1,
    Offset: '1',
    EnqueuedTimeUtc: WHEN,
    SystemProperties: {},
    Properties: {},
    Body: line,
  }),
  'Event Hubs Capture, bytes': (line) => ({ SequenceNumber: 1, Offset: '1', EnqueuedTimeUtc: WHEN, Body: base64(line) }),
  'Google SecOps': (line) => ({ name: 'n', data: base64(line), logEntryTime: WHEN, collectionTime: WHEN, labels: {} }),
  'Google Cloud Logging': (line) => ({ insertId: 'i', logName: 'projects/p/logs/x', timestamp: WHEN, textPayload: line }),
}

const subscription = (lines: readonly string[]): string =>
  JSON.stringify({
    messageType: 'DATA_MESSAGE',
    owner: '1',
    logGroup: 'g',
    logStream: 's',
    subscriptionFilters: ['f'],
    logEvents: lines.map((message, at) => ({ id: `${at}`, timestamp: 1_793_671_800_000, message })),
  })
const gzipped = (text: string): string => gzipSync(text).toString('base64')

/** Many lines in one object. */
export const batchWrappers: Readonly<Record<string, (lines: readonly string[]) => unknown>> = {
  "Lambda's awslogs": (lines) => ({ awslogs: { data: gzipped(subscription(lines)) } }),
  'Firehose of CloudWatch': (lines) => ({
    invocationId: 'i',
    deliveryStreamArn: 'a',
    region: 'r',
    records: [{ recordId: '1', data: gzipped(subscription(lines)) }],
  }),
  'Firehose over HTTP': (lines) => ({ requestId: 'r', timestamp: 1, records: lines.map((line) => ({ data: base64(`${line}\n`) })) }),
  'a file in Kinesis': (lines) => ({ SequenceNumber: '1', Data: base64(lines.join('\n')), PartitionKey: 'p' }),
  'Loki, pushed': (lines) => ({
    streams: [{ stream: { a: 'b' }, values: lines.map((line, at) => [`${1_793_671_800_000_000_000n + BigInt(at)}`, line]) }],
  }),
  OpenTelemetry: (lines) => ({
    resourceLogs: [
      {
        resource: {},
        scopeLogs: [
          { scope: {}, logRecords: lines.map((line) => ({ timeUnixNano: '1', severityNumber: 9, body: { stringValue: line } })) },
        ],
      },
    ],
  }),
  'Pub/Sub, pulled': (lines) => ({ receivedMessages: lines.map((line) => ({ ackId: 'x', message: pubsub(line) })) }),
  'SQS, received': (lines) => ({ Messages: lines.map((line) => ({ MessageId: '1', ReceiptHandle: 'r', MD5OfBody: 'x', Body: line })) }),
  'SecOps, sent': (lines) => ({ customer_id: 'c', log_type: 'X', entries: lines.map((line) => ({ log_text: line, ts_rfc3339: WHEN })) }),
  'SecOps, imported': (lines) => ({
    inline_source: { logs: lines.map((line) => ({ data: base64(line), collection_time: WHEN })), forwarder: 'f' },
  }),
}

const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

/** The same as tables: a header, and the cells of a line. */
export const tableWrappers: Readonly<Record<string, readonly [header: string, cells: (line: string) => readonly string[]]>> = {
  Splunk: ['_time,host,_raw,source,sourcetype', (line) => [WHEN, 'h', line, 's', 'x']],
  'CloudWatch Insights': ['@timestamp,@message', (line) => [WHEN, line]],
  CloudWatch: ['timestamp,message', (line) => ['1793671800000', line]],
  Kibana: ['@timestamp,message,host.name,log.file.path', (line) => [WHEN, line, 'h', '/x']],
  Grafana: ['labels,Time,Line,tsNs,id', (line) => ['{}', WHEN, line, '1793671800000000000', 'x']],
  Datadog: ['Date,Host,Service,Message', (line) => [WHEN, 'h', 's', line]],
  'Datadog, older': ['Date,Host,Service,Content', (line) => [WHEN, 'h', 's', line]],
  'Sumo Logic': ['"_messagetime","_raw","_sourcehost"', (line) => ['1793671800000', line, 'h']],
  "Sumo Logic's messages": ['#,Time,Message,_sourceHost', (line) => ['1', WHEN, line, 'h']],
  Graylog: ['timestamp,source,message', (line) => [WHEN, 'h', line]],
  'Azure Monitor': ['TimeGenerated [UTC],Computer,RawData,Type', (line) => [WHEN, 'h', line, 'x_CL']],
}

export const asObjects = (wrap: WrapOne, lines: readonly string[]): string =>
  lines.map((line) => `${JSON.stringify(wrap(line))}\n`).join('')

export const asTable = (name: string, lines: readonly string[]): string => {
  const [header, cells] = tableWrappers[name] ?? ['', () => []]
  return [header, ...lines.map((line) => quoted(cells(line)))].map((row) => `${row}\n`).join('')
}

/** Rows as the portal saves them. */
export const asPortalTable = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const header = names.map((name) => (/^TimeGenerated$|_t$/.test(name) ? `${name} [UTC]` : name))
  return [header, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))].map((row) => `${quoted(row)}\r\n`).join('')
}

/** A table in other orders, signs and marks that say the same. */
export const tableVariants: Readonly<Record<string, (header: readonly string[], rows: readonly (readonly string[])[]) => string>> = {
  'columns reversed': (header, rows) => [header, ...rows].map((row) => `${quoted(row.toReversed())}\n`).join(''),
  'a column more': (header, rows) =>
    [header.toSpliced(1, 0, 'zz extra'), ...rows.map((row) => row.toSpliced(1, 0, 'x'))].map((row) => `${quoted(row)}\n`).join(''),
  'a row number in front': (header, rows) =>
    [['', ...header], ...rows.map((row, at) => [`${at}`, ...row])].map((row) => `${quoted(row)}\n`).join(''),
  'capitals, CRLF': (header, rows) => [header.map((name) => name.toUpperCase()), ...rows].map((row) => `${quoted(row)}\r\n`).join(''),
  semicolons: (header, rows) =>
    [header, ...rows].map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')}\r\n`).join(''),
  'a preamble and a mark': (header, rows) => `#TYPE X\r\n\ufeff${[header, ...rows].map((row) => `${quoted(row)}\r\n`).join('')}`,
  'the header once more, with a mark': (header, rows) =>
    `${[header, ...rows].map((row) => `${quoted(row)}\n`).join('')}\ufeff${quoted(header)}\n`,
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names that a column may have, and values: nothing is kept of what is empty. */
const canBeColumns = (value: Plain): boolean =>
  Object.entries(value).every(
    ([key, inner]) => /^[A-Za-z]\w*$/.test(key) && inner !== null && inner !== '' && (!isPlain(inner) || canBeColumns(inner)),
  )

const typeOf = (value: unknown): string => {
  if (typeof value === 'number') return 'd'
  if (typeof value === 'boolean') return 'b'
  if (/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(value))) return 'g'
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(value)) ? 't' : 's'
}

const columnsOf = (value: Plain, above = ''): readonly (readonly [string, unknown])[] =>
  Object.entries(value).flatMap(([key, inner]) => {
    if (isPlain(inner)) return columnsOf(inner, `${above}${key}_`)
    return [[`${above}${key}_${typeOf(inner)}`, Array.isArray(inner) ? JSON.stringify(inner) : inner] as const]
  })

/** A row of a custom table of Azure Monitor, as its Data Collector API makes it of an object; undefined where it cannot hold it. */
export const customRow = (value: unknown): Plain | undefined =>
  isPlain(value) && canBeColumns(value)
    ? { TenantId: 't', MG: '', TimeGenerated: WHEN, RawData: '', ...Object.fromEntries(columnsOf(value)), Type: 'Shop_CL', _ResourceId: '' }
    : undefined
