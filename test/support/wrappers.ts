const WHEN = '2026-11-21T02:14:05.000Z'

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
  'Google Cloud Logging': (line) => ({ insertId: 'i', logName: 'projects/p/logs/x', timestamp: WHEN, textPayload: line }),
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
