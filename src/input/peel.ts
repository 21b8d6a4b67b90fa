import { hasFewKeys } from './few-keys.ts'

/** What is inside an envelope. A value that is a string is a line of text. */
export interface Peeled {
  readonly value: unknown
  /** Where it lay, for the origin: `detail`, `result._raw`, `json(message)`; empty when nothing was peeled. */
  readonly path: string
}

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)

const MAX_DEPTH = 3

const jsonObject = (text: string): Plain | undefined => {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isPlain(value) ? value : undefined
  } catch {
    return undefined
  }
}

interface Envelope {
  readonly key: string
  /** Of the object under the key. */
  readonly inner?: string
  /** Keys that may stand beside it; undefined: any. */
  readonly beside?: readonly string[]
  /** Keys beside it may be flattened: `cloud.region` stands for `cloud`. */
  readonly dotted?: true
  readonly needs?: readonly string[]
  /** A key without which it is none; default: its own. Records that have it are read in full. */
  readonly mark?: string
  readonly unless?: (value: Plain) => boolean
  /** object: as it is · json: a string that holds an object · text: a string, as JSON or as a line. */
  readonly holds: readonly ('object' | 'json' | 'text')[]
}

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
const CLOUDWATCH_KEYS = ['id', 'eventId', 'timestamp', 'ingestionTime', 'logStreamName', 'logStream', 'extractedFields']

/** A pipeline has said what happened: then the fields count, not the line. */
const isParsed = ({ event }: Plain): boolean =>
  isPlain(event) && ['category', 'kind', 'action', 'outcome'].some((key) => event[key] !== undefined)

const ENVELOPES: readonly Envelope[] = [
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
    mark: 'sourcetype',
    needs: ['sourcetype'],
    beside: ['time', 'host', 'source', 'sourcetype', 'index', 'fields'],
    holds: ['object', 'json', 'text'],
  },
  // Google Cloud Logging of applications; Identity Platform's own log is a format of its own
  { key: 'jsonPayload', needs: ['logName'], unless: ({ logName }) => String(logName).includes('identitytoolkit'), holds: ['object'] },
  { key: 'textPayload', needs: ['logName'], holds: ['json', 'text'] },
  // Loki: `logcli -o jsonl`, Grafana's download
  { key: 'line', needs: ['timestamp'], beside: ['timestamp', 'labels', 'date', 'fields', 'id'], holds: ['json', 'text'] },
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
    mark: 'input',
    needs: ['@timestamp', 'input'],
    unless: isParsed,
    holds: ['json', 'text'],
  },
  {
    key: 'message',
    beside: SHIPPER_KEYS,
    dotted: true,
    mark: 'input',
    needs: ['@timestamp', 'log', 'input'],
    unless: isParsed,
    holds: ['text'],
  },
  // CloudWatch Insights, saved from the console
  { key: '@message', beside: ['@timestamp', '@ptr', '@log', '@logStream', '@ingestionTime', '@entity'], holds: ['json', 'text'] },
]

/** Keys without which an object is no envelope. */
export const ENVELOPE_KEYS: ReadonlySet<string> = new Set(ENVELOPES.map(({ key, mark }) => mark ?? key))
const OPENERS: readonly string[] = [...ENVELOPE_KEYS]

const isBeside = ({ key: own, beside, dotted }: Envelope, key: string): boolean =>
  key === own || beside?.includes(dotted === true ? (key.split('.', 1)[0] ?? '') : key) === true

/** What a key of an object says about the envelope that the object may be: at most one bit each. */
export const envelopesOf = (key: string): { readonly beside: number; readonly opened: number } => {
  let [beside, opened] = [0, 0]
  ENVELOPES.forEach((envelope, bit) => {
    if (envelope.beside === undefined || isBeside(envelope, key)) beside |= 1 << bit
    if ((envelope.mark ?? envelope.key) === key) opened |= 1 << bit
  })
  return { beside, opened }
}
export const ENVELOPE_COUNT = ENVELOPES.length

const isAround = (envelope: Envelope, value: Plain): boolean =>
  (envelope.needs?.every((key) => value[key] !== undefined) ?? true) &&
  envelope.unless?.(value) !== true &&
  (envelope.beside === undefined || Object.keys(value).every((key) => isBeside(envelope, key)))

const contentOf = ({ holds, key, inner }: Envelope, value: Plain): Peeled | undefined => {
  const outer = value[key]
  const content = inner === undefined ? outer : isPlain(outer) ? outer[inner] : undefined
  const path = inner === undefined ? key : `${key}.${inner}`
  if (isPlain(content)) return holds.includes('object') ? { value: content, path } : undefined
  if (typeof content !== 'string' || content === '') return undefined
  const parsed = holds.includes('json') ? jsonObject(content) : undefined
  if (parsed !== undefined) return { value: parsed, path: `json(${path})` }
  return holds.includes('text') ? { value: content.replace(/[\r\n]+$/, ''), path } : undefined
}

const ofLine = (text: string, key: string): Peeled => {
  const parsed = jsonObject(text)
  return parsed === undefined ? { value: text.replace(/[\r\n]+$/, ''), path: key } : { value: parsed, path: `json(${key})` }
}

const isNamedCell = (cell: unknown): cell is { readonly field: string; readonly value?: unknown } =>
  isPlain(cell) && typeof cell['field'] === 'string'

/** A record that is an array: Loki's `[nanoseconds, line]`, a row of CloudWatch Insights. */
const peelRow = (row: readonly unknown[]): Peeled | undefined => {
  const [time, line] = row
  if (typeof time === 'string' && /^\d{16,}$/.test(time) && typeof line === 'string') return ofLine(line, '[1]')
  if (row.length === 0 || !row.every(isNamedCell)) return undefined
  const message = row.find(({ field }) => field === '@message')?.value
  if (typeof message === 'string') return ofLine(message, '@message')
  return { value: Object.fromEntries(row.map(({ field, value }) => [field, value])), path: 'row' }
}

const peelOnce = (value: unknown): Peeled | undefined => {
  if (Array.isArray(value)) return peelRow(value)
  if (typeof value === 'string') {
    const parsed = jsonObject(value)
    return parsed === undefined ? undefined : { value: parsed, path: 'json()' }
  }
  if (!isPlain(value) || !hasFewKeys(value) || !OPENERS.some((key) => value[key] !== undefined)) return undefined
  for (const envelope of ENVELOPES) {
    if (value[envelope.key] === undefined || !isAround(envelope, value)) continue
    const content = contentOf(envelope, value)
    if (content !== undefined) return content
  }
  return undefined
}

const DASH = 45
const CLOSE_BRACE = 125
const hasIsoStart = (line: string): boolean => line.charCodeAt(4) === DASH && line.charAt(10) === 'T'

/**
 * What runtimes and exports write before a line: CRI (`<time> stdout F …`), docker compose (`service-1  | …`), syslog before an
 * object, and the time of CloudWatch's export to S3, which only goes where an object or a time of the line's own follows.
 * `may` is cheaper than the head, and true of every line that begins with it.
 */
const LINE_HEADS: readonly { readonly may: (line: string) => boolean; readonly head: RegExp }[] = [
  {
    may: hasIsoStart,
    head: /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) (?:stdout|stderr) [FP] (.+)$/s,
  },
  {
    may: (line) => line.includes(' | '),
    head: /^[\w.-]{1,80}[-_]\d{1,4} +\| (.+)$/s,
  },
  {
    may: hasIsoStart,
    head: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z ((?:\{|time=|[A-Z][a-z]{2} [ \d]\d \d\d:|\d{4}-\d\d-\d\d[T ]\d\d:|\S{2,45} \S{1,80} \S{1,80} \[\d\d\/).*)$/s,
  },
  {
    may: (line) => line.charCodeAt(line.length - 1) === CLOSE_BRACE,
    head: /^(?:<\d{1,3}>)?(?:1 \S{1,40}(?: \S{1,255}){4} (?:-|\[[^\]]{0,1000}\]) |[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,255} [^\s:]{1,80}: )(?:\ufeff)?(\{.*\})$/s,
  },
]

const behindHead = (line: string): string | undefined => {
  for (const { may, head } of LINE_HEADS) {
    const rest = may(line) ? head.exec(line)?.[1] : undefined
    if (rest !== undefined) return rest
  }
  return undefined
}

/** Takes what is logged out of a line of text: an object, or the line behind a head. */
export const peelLine = (line: string): Peeled => {
  const rest = behindHead(line)
  if (rest === undefined) return { value: line, path: '' }
  const { value, path } = peel(rest)
  return { value, path: path === '' ? 'line' : `line.${path}` }
}

/** Takes a record out of its envelopes, at most three deep. Auth0's `{log_id, data}` stays: its format reads it. */
export const peel = (value: unknown): Peeled => {
  let peeled: Peeled = { value, path: '' }
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const inner = peelOnce(peeled.value)
    if (inner === undefined) break
    peeled = { value: inner.value, path: peeled.path === '' ? inner.path : `${peeled.path}.${inner.path}` }
  }
  return peeled
}
