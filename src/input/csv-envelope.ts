import { isOfShipper } from './envelopes.ts'
import type { Peeled } from './peel.ts'
import { peel, peelLine } from './peel.ts'

/** Columns that hold a whole record: Splunk and Sumo Logic, CloudWatch Logs Insights, Azure Monitor. */
const WHOLE: readonly string[] = ['_raw', '@message', 'rawdata']

/** A console's table of lines: which column is the line, a column that all of its tables have, and which may be there besides. */
interface ConsoleTable {
  readonly line: string
  readonly needs: readonly string[]
  readonly may: (column: string) => boolean
}

const oneOf =
  (...columns: readonly string[]) =>
  (column: string): boolean =>
    columns.includes(column)

/** Columns of a pipeline that has taken the line apart. */
const SAYS_MORE = /^(?:event\.(?:category|kind|action|outcome|type)|source\..*)$/

const ofDiscover = (column: string): boolean =>
  (isOfShipper(column) && !SAYS_MORE.test(column)) || ['_id', '_index', '_score', 'message'].includes(column)

/** They name their columns as anybody might: a table that has others as well is somebody's own. */
const CONSOLES: readonly ConsoleTable[] = [
  // CloudWatch, Graylog
  {
    line: 'message',
    needs: ['timestamp'],
    may: (column) => oneOf('timestamp', 'logstreamname', 'ingestiontime', 'eventid', 'source', '_id')(column) || column.startsWith('gl2_'),
  },
  // Kibana's Discover, of lines that nobody took apart
  { line: 'event.original', needs: ['@timestamp'], may: ofDiscover },
  { line: 'message', needs: ['@timestamp'], may: ofDiscover },
  // Grafana's Explore, of Loki
  { line: 'line', needs: ['time'], may: oneOf('time', 'tsns', 'id', 'labels', 'labeltypes') },
  // Datadog's Log Explorer
  {
    line: 'message',
    needs: ['date', 'service'],
    may: oneOf('date', 'service', 'host', 'source', 'status', 'tags'),
  },
  { line: 'content', needs: ['date', 'service'], may: oneOf('date', 'service', 'host', 'source', 'status', 'tags') },
  // Sumo Logic's messages tab
  {
    line: 'message',
    needs: ['#', 'time'],
    may: oneOf('#', 'time', '_sourcehost', '_sourcename', '_sourcecategory', 'host', 'category', 'name'),
  },
]

const isTableOf =
  (header: readonly string[]) =>
  ({ line, needs, may }: ConsoleTable): boolean =>
    header.includes(line) && needs.every((column) => header.includes(column)) && header.every((column) => column === line || may(column))

/** Which column of a table with this header holds the record; −1 where the row is the record. */
export const envelopeColumn = (header: readonly string[]): number => {
  const whole = header.findIndex((name) => WHOLE.includes(name))
  if (whole >= 0) return whole
  return header.indexOf(CONSOLES.find(isTableOf(header))?.line ?? '\0')
}

let lastHeader: readonly string[] | undefined
let lastColumn = -1

/** Takes the record out of its row; undefined where the row is the record. */
export const peelRow = (cells: readonly string[], header: readonly string[]): Peeled | undefined => {
  if (header !== lastHeader) {
    lastHeader = header
    lastColumn = envelopeColumn(header)
  }
  const cell = lastColumn < 0 ? undefined : cells[lastColumn]
  if (cell === undefined || cell === '') return undefined
  const column = header[lastColumn] ?? ''
  const { value, path } = peel(cell)
  const inside = typeof value === 'string' ? peelLine(value) : { value, path }
  return { value: inside.value, path: inside.path === '' ? column : `${column}.${inside.path}` }
}
