import { isPlain, type Envelope, type Plain } from './envelope.ts'
import { fromTypedColumns, isTypedColumn } from './custom-table.ts'
import { otlpObject } from './otlp.ts'
import { QUEUE_ENVELOPES } from './queue-envelopes.ts'
import { SYSLOG_MARKS, syslogLine } from './syslog-parts.ts'

/** What log shippers add round a line (Elastic agents, Logstash, Fluent Bit, CloudWatch, Cribl): nothing about a login. */
const SHIPPER_KEYS = [
  '@timestamp',
  '@version',
  'timestamp',
  'time',
  'date',
  'id',
  'eventId',
  'ingestionTime',
  'logStreamName',
  'logStream',
  'logGroup',
  'host',
  'hostname',
  'log',
  'agent',
  'ecs',
  'input',
  'tags',
  'fields',
  'stream',
  'level',
  'severity',
  'facility',
  'logger',
  'source',
  'sourcetype',
  'index',
  'type',
  'path',
  'offset',
  'beat',
  'prospector',
  'metadata',
  '@metadata',
  'cloud',
  'container',
  'kubernetes',
  'docker',
  'service',
  'process',
  'data_stream',
  'fileset',
  'elastic_agent',
  'event',
  'pid',
  'tag',
  'labels',
  'extractedFields',
  'aws',
]
/** Is this, dotted or not, one of them? */
export const isOfShipper = (name: string): boolean => SHIPPER_KEYS.includes(name.split('.', 1)[0] ?? '')

const CLOUDWATCH_KEYS = ['id', 'eventId', 'timestamp', 'ingestionTime', 'logStreamName', 'logStream', 'extractedFields']

/** Datadog's archives and its API: https://docs.datadoghq.com/logs/log_configuration/archives/#format-of-the-archives */
const DATADOG_KEYS = ['_id', 'date', 'timestamp', 'host', 'service', 'source', 'status', 'message', 'tags', 'attributes']

/** What Graylog and Vector add round a line: https://go2docs.graylog.org/current/getting_in_log_data/gelf.html, https://vector.dev/docs/reference/configuration/sources/file/ */
const FORWARDER_KEYS = [
  '_id',
  'timestamp',
  'source',
  'message',
  'host',
  'file',
  'source_type',
  'streams',
  'level',
  'facility',
  'full_message',
  ...'topic partition offset headers message_key path'.split(' '),
  ...['source_input', 'source_node', 'remote_ip', 'remote_port', 'message_id', 'accounted_message_size', 'original_timestamp'].map(
    (name) => `gl2_${name}`,
  ),
  ...['receive_timestamp', 'processing_timestamp', 'processing_duration_ms', 'source_collector'].map((name) => `gl2_${name}`),
]
/** https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
const OTLP_TIMES = ['timeUnixNano', 'observedTimeUnixNano']
const OTLP_KEYS = [
  ...OTLP_TIMES,
  ...'severityNumber severityText attributes droppedAttributesCount flags traceId spanId eventName'.split(' '),
]

/** https://documentation.wazuh.com/current/user-manual/manager/alert-management.html */
const WAZUH = ['agent', 'manager', 'decoder', 'location']

/** https://docs.rapid7.com/insightidr/log-search-api/ */
const RAPID7_KEYS = ['labels', 'timestamp', 'sequence_number', 'sequence_number_str', 'log_id', 'links']

const GELF_KEYS = ['version', 'host', 'full_message', 'timestamp', 'level', 'facility', 'file', 'line']

const isEmpty = (value: unknown): boolean => !isPlain(value) || Object.keys(value).length === 0

/** A pipeline has said what happened: then the fields count, not the line. */
const isParsed = (record: Plain): boolean => {
  const { event } = record
  return ['category', 'kind', 'action', 'outcome'].some(
    (key) => (isPlain(event) && event[key] !== undefined) || record[`event.${key}`] !== undefined,
  )
}

const onlyObject = (list: unknown): Plain | undefined => {
  const [first, second] = Array.isArray(list) ? (list as readonly unknown[]) : []
  return isPlain(first) && second === undefined ? first : undefined
}

const isFilledText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const textAt =
  (value: Plain) =>
  (key: string): string | undefined => {
    const found = value[key]
    return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : undefined
  }

const COLLECTORS: readonly Envelope[] = [
  // A line of syslog that a collector took apart
  { key: 'syslog', marks: SYSLOG_MARKS, line: (value) => syslogLine(Object.keys(value), textAt(value)), holds: [] },
  // Amazon EventBridge
  { key: 'detail', needs: ['detail-type'], holds: ['object'] },
  // Elasticsearch hit
  {
    key: '_source',
    holds: ['object'],
    beside: ['_index', '_id', '_type', '_score', '_version', 'sort', 'fields', '_ignored', '_routing', '_seq_no', '_primary_term'],
  },
  // Splunk export
  { key: 'result', beside: ['preview', 'offset', 'lastrow'], holds: ['object'] },
  { key: '_raw', holds: ['json', 'text'] },
  // ForgeRock Identity Cloud
  { key: 'payload', beside: ['timestamp', 'type', 'source'], needs: ['timestamp', 'type'], holds: ['object', 'json', 'text'] },
  // Elastic package test files
  { key: 'json', beside: [], holds: ['object'] },
  { key: 'input', beside: [], holds: ['object'] },
  // Docker json-file, CRI
  {
    key: 'log',
    beside: ['stream', 'time', 'date', 'attrs', 'kubernetes', 'docker', 'logtag', 'tag', '@timestamp', '_p'],
    holds: ['json', 'text'],
  },
  // Splunk HTTP event collector
  {
    key: 'event',
    marks: ['sourcetype'],
    needs: ['sourcetype'],
    beside: ['time', 'host', 'source', 'sourcetype', 'index', 'fields'],
    holds: ['object', 'json', 'text'],
  },
  // The same without a kind of source
  {
    key: 'event',
    marks: ['index', 'source'],
    needs: ['time', 'host'],
    beside: ['time', 'host', 'source', 'index', 'fields'],
    unless: ({ event }) => typeof event === 'string' && /^[\w.:-]*$/.test(event),
    holds: ['object', 'json', 'text'],
  },
  // Google Cloud Logging of applications; Identity Platform's and the load balancers' own logs say more beside it
  {
    key: 'jsonPayload',
    needs: ['logName'],
    unless: ({ logName, jsonPayload }) =>
      String(logName).includes('identitytoolkit') || (isPlain(jsonPayload) && String(jsonPayload['@type']).includes('.loadbalancing.')),
    never: ['jsonPayload.requestMetadata', 'jsonPayload.statusDetails'],
    holds: ['object'],
  },
  { key: 'textPayload', needs: ['logName'], holds: ['json', 'text'] },
  // Loki: `logcli -o jsonl`, Grafana's download
  { key: 'line', needs: ['timestamp'], beside: ['timestamp', 'labels', 'date', 'fields', 'id'], holds: ['json', 'text'] },
  // Search-UnifiedAuditLog | ConvertTo-Json, and Graph's audit log query
  { key: 'AuditData', needs: ['CreationDate', 'RecordType'], holds: ['json'] },
  { key: 'auditData', needs: ['auditLogRecordType'], holds: ['object'] },
  // AWS lookup-events
  { key: 'CloudTrailEvent', holds: ['json'] },
  // CloudWatch: any line is the record
  { key: 'message', beside: CLOUDWATCH_KEYS, needs: ['timestamp'], holds: ['object', 'json', 'text'] },
  { key: 'message', beside: SHIPPER_KEYS, dotted: true, holds: ['json'] },
  // Filebeat and Elastic Agent before any pipeline took the line apart
  {
    key: 'event',
    inner: 'original',
    beside: [...SHIPPER_KEYS, 'message', 'error'],
    marks: ['input'],
    needs: ['@timestamp', 'input'],
    unless: isParsed,
    holds: ['json', 'text'],
  },
  {
    key: 'message',
    beside: SHIPPER_KEYS,
    dotted: true,
    marks: ['input'],
    needs: ['@timestamp', 'log', 'input'],
    unless: isParsed,
    holds: ['text'],
  },
  // The same with flattened names (Kibana's fields, Logstash's de_dot)
  {
    key: 'event.original',
    beside: [...SHIPPER_KEYS, 'message', 'error'],
    dotted: true,
    needs: ['@timestamp', 'input.type'],
    unless: isParsed,
    holds: ['json', 'text'],
  },
  {
    key: 'message',
    beside: SHIPPER_KEYS,
    dotted: true,
    marks: ['input.type'],
    needs: ['@timestamp', 'log.file.path', 'input.type'],
    unless: isParsed,
    holds: ['text'],
  },
  // Logstash without a pipeline
  { key: 'message', beside: SHIPPER_KEYS, dotted: true, marks: ['@version'], needs: ['@timestamp'], unless: isParsed, holds: ['text'] },
  // Datadog: an answer's element; what it read out of a line of JSON; the line
  { key: 'attributes', beside: ['id', 'type'], needs: ['id'], unless: ({ type }) => type !== 'log', holds: ['object'] },
  {
    key: 'attributes',
    beside: DATADOG_KEYS,
    needs: ['status', 'tags'],
    unless: ({ attributes }) => isEmpty(attributes),
    holds: ['object'],
  },
  { key: 'content', beside: ['id'], unless: ({ content }) => !isPlain(content) || content['message'] === undefined, holds: ['object'] },
  { key: 'message', beside: DATADOG_KEYS, marks: ['tags'], needs: ['service', 'tags'], holds: ['json', 'text'] },
  // Sumo Logic's search API
  { key: 'map', beside: [], unless: ({ map }) => !isPlain(map) || map['_raw'] === undefined, holds: ['object'] },
  // Graylog: an answer's element, a message as it was sent; then the message, as Vector writes it too
  { key: 'message', beside: ['index', 'highlight_ranges', 'decoration_stats'], marks: ['index'], holds: ['object'] },
  {
    key: 'short_message',
    beside: GELF_KEYS,
    marksAdded: true,
    needs: ['version', 'host'],
    // Whose fields say what happened is no carried line.
    never: ['_message_key'],
    line: (value) => [value['full_message'], value['short_message']].find(isFilledText),
    holds: [],
  },
  {
    key: 'message',
    beside: FORWARDER_KEYS,
    marks: ['source', 'source_type', 'gl2_message_id'],
    needs: ['timestamp'],
    holds: ['json', 'text'],
  },
  // Supabase's Logs Explorer: BigQuery keeps an object as a list of one. https://supabase.com/docs/guides/telemetry/logs
  {
    key: 'metadata',
    marks: ['event_message'],
    needs: ['event_message', 'timestamp'],
    object: ({ metadata }) => onlyObject(metadata),
    holds: [],
  },
  // A table of Azure Monitor that takes lines as they come
  { key: 'RawData', needs: ['TimeGenerated'], holds: ['json', 'text'] },
  // CloudWatch Insights, saved from the console
  { key: '@message', beside: ['@timestamp', '@ptr', '@log', '@logStream', '@ingestionTime', '@entity'], holds: ['json', 'text'] },
  // OpenTelemetry: a record's body; one that a pipeline took apart
  { key: 'body', inner: 'stringValue', beside: OTLP_KEYS, marks: OTLP_TIMES, holds: ['json', 'text'] },
  { key: 'body', beside: OTLP_KEYS, marks: OTLP_TIMES, object: ({ body }) => otlpObject(body), holds: [] },
  // Wazuh's alerts and archives: the line as it came; what its collectors fetched. Windows' events are read as Wazuh writes them
  { key: 'full_log', needs: WAZUH, never: ['data.win'], holds: ['json', 'text'] },
  { key: 'data', inner: 'aws', needs: WAZUH, marks: ['decoder'], never: ['data.win'], holds: ['object'] },
  { key: 'data', inner: 'office365', needs: WAZUH, marks: ['decoder'], never: ['data.win'], holds: ['object'] },
  // Rapid7's log search
  { key: 'message', beside: RAPID7_KEYS, marks: ['log_id'], needs: ['sequence_number'], holds: ['json', 'text'] },
  // Falcon LogScale, Mezmo
  { key: '@rawstring', holds: ['json', 'text'] },
  { key: '_line', needs: ['_ts', '_account'], holds: ['json', 'text'] },
  // A custom table of Azure Monitor
  { key: 'columns', isMark: isTypedColumn, needs: ['TimeGenerated'], object: fromTypedColumns, holds: [] },
]

export const ENVELOPES: readonly Envelope[] = [...COLLECTORS, ...QUEUE_ENVELOPES]

/** Keys without which an object is no envelope. */
export const ENVELOPE_KEYS: ReadonlySet<string> = new Set(
  ENVELOPES.flatMap(({ key, marks, isMark }) => (isMark === undefined ? (marks ?? [key]) : [])),
)
