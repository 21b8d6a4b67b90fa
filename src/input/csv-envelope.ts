import { fromCustomRow, isCustomTable } from './custom-table.ts'
import { isOfShipper } from './envelopes.ts'
import type { Peeled } from './peel.ts'
import { peel, peelLine, under } from './peel.ts'
import { mayBeSyslog, syslogLine, withHead } from './syslog-parts.ts'

/** The whole record beside what a console says of it, which is shown where the record is broken: Microsoft 365. */
const AUDIT_DATA = 'auditdata'

/** A console's table of lines: which column is the line, a column that all of its tables have, and which may be there besides. */
interface ConsoleTable {
  readonly line: string
  /** What a line without a head of its own gets one from. */
  readonly time?: string
  readonly host?: string
  readonly needs: readonly string[]
  readonly may: (column: string) => boolean
}

/** Columns that hold a whole record: Splunk and Sumo Logic, CloudWatch Logs Insights, Azure Monitor. */
const WHOLE: readonly Pick<ConsoleTable, 'line' | 'time'>[] = [
  { line: '_raw', time: '_time' },
  { line: '@message', time: '@timestamp' },
  { line: 'rawdata' },
]

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
    time: 'timestamp',
    host: 'source',
    needs: ['timestamp'],
    may: (column) => oneOf('timestamp', 'logstreamname', 'ingestiontime', 'eventid', 'source', '_id')(column) || column.startsWith('gl2_'),
  },
  // Kibana's Discover, of lines that nobody took apart
  { line: 'event.original', needs: ['@timestamp'], may: ofDiscover },
  { line: 'message', time: '@timestamp', host: 'host.name', needs: ['@timestamp'], may: ofDiscover },
  // Grafana's Explore, of Loki
  { line: 'line', needs: ['time'], may: oneOf('time', 'tsns', 'id', 'labels', 'labeltypes') },
  // Datadog's Log Explorer
  {
    line: 'message',
    time: 'date',
    host: 'host',
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

/** Takes the record out of a row. */
interface RowReader {
  readonly read: (cells: readonly string[]) => Peeled | undefined
  /** Where it stands in a cell as it is: the number of the column. */
  readonly column?: number
}

const cellOf = (cells: readonly string[], at: number): string | undefined => cells[at] || undefined

/** From the column that holds the record, with what a console shows beside it. */
const fromColumn = (header: readonly string[], { line, time, host }: Pick<ConsoleTable, 'line' | 'time' | 'host'>): RowReader => {
  const [lineAt, timeAt, hostAt] = [header.indexOf(line), header.indexOf(time ?? '\0'), header.indexOf(host ?? '\0')]
  const read: RowReader['read'] = (cells) => {
    const cell = cellOf(cells, lineAt)
    if (cell === undefined) return undefined
    const peeled = peel(cell)
    const { value } = peeled
    const outerTime = cellOf(cells, timeAt)
    const inner = typeof value === 'string' ? peelLine(withHead(value, outerTime, cellOf(cells, hostAt))) : peeled
    return under(line, outerTime === undefined ? inner : { ...inner, outerTime })
  }
  return { read, column: lineAt }
}

/** From the column of an object; a row of which it is none stays a row. */
const fromObject = (column: number, name: string): RowReader => ({
  read: (cells) => {
    const peeled = peel(cellOf(cells, column))
    return typeof peeled.value === 'object' ? under(name, peeled) : undefined
  },
  column,
})

/** From columns into which a collector took a line apart. */
const fromParts = (names: readonly string[]): RowReader => ({
  read: (cells) => {
    const text = syslogLine(names, (name) => cellOf(cells, names.indexOf(name.toLowerCase())))
    return text === undefined ? undefined : under('syslog', peel(text))
  },
})

const fromTypedColumns = (header: readonly string[]): RowReader => ({
  read: (cells) => {
    const value = fromCustomRow(header, cells)
    return value && under('columns', peel(value))
  },
})

/** How rows of a table with this header hold their records; undefined where the row is the record. */
const readerOf = (header: readonly string[]): RowReader | undefined => {
  if (isCustomTable(header)) return fromTypedColumns(header)
  const object = header.indexOf(AUDIT_DATA)
  if (object >= 0) return fromObject(object, AUDIT_DATA)
  const whole = WHOLE.find(({ line }) => header.includes(line))
  if (whole !== undefined) return fromColumn(header, whole)
  // Azure's portal adds to a time's name that it is UTC.
  const names = header.map((column) => column.replace(/ \[utc\]$/, ''))
  if (mayBeSyslog(names)) return fromParts(names)
  const table = CONSOLES.find(isTableOf(header))
  return table && fromColumn(header, table)
}

let lastHeader: readonly string[] | undefined
let lastReader: RowReader | undefined

const readerFor = (header: readonly string[]): RowReader | undefined => {
  if (header !== lastHeader) {
    lastHeader = header
    lastReader = readerOf(header)
  }
  return lastReader
}

/** Do rows of a table with this header hold records of their own? */
export const holdsRecordsInRows = (header: readonly string[]): boolean => readerFor(header) !== undefined

/** The column whose cells are records as they are, if that is how rows with this header hold them. */
export const recordColumn = (header: readonly string[]): number | undefined => readerFor(header)?.column

/** Takes the record out of its row; undefined where the row is the record. */
export const peelRow = (cells: readonly string[], header: readonly string[]): Peeled | undefined => readerFor(header)?.read(cells)
