import type { Computed, CsvShape, TextShape } from '../define-format.ts'
import { messageSubjects } from './history-message.ts'
import { classifyHistory, historyTime, occasions } from './simple-history.ts'

const CELL = '(?:"(?:[^"]|"")*"|[^",]*)'
const DATE = '"?(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)"?,"?\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"?'
/** Without a header unless one is asked for: date, local date, logger, level, initiator, message key, e-mail, login, roles, header, message, occasions. */
const START = `^${DATE},(?<logger>[A-Z]\\w{2,60}),(?<level>[a-z]{4,9}),(?<initiator>[a-z_]{2,20}),(?<key>\\w{0,80}),`

/** A sign that a spreadsheet would run is hidden behind a quote. */
const unhidden = (text: string | undefined): string | undefined => text?.replace(/^'(?=[=+\-@])/, '')

const unquoted = (cell: string | undefined): string | undefined =>
  unhidden(cell !== undefined && cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)

/** Names are in front of the address in what is shown of who it was: the last one that looks like one is the server's. */
const ADDRESS = /(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}/gi
const addressIn = (from: string): Computed => ({ from: [from], to: (who) => who?.match(ADDRESS)?.at(-1) })

export const historyCsv: TextShape = {
  name: 'simple-history-csv',
  kind: 'text',
  signature: new RegExp(START),
  patterns: {
    row: new RegExp(
      `${START}(?<email>${CELL}),(?<login>${CELL}),(?<roles>${CELL}),(?<who>${CELL}),(?<message>${CELL})(?:,(?<occasions>\\d+))?`,
    ),
  },
  other: 'cut-off-row',
  fields: { time: historyTime('time'), username: { from: ['login'], to: unquoted }, ip: addressIn('who') },
  subjects: messageSubjects({ message: 'message', login: 'login', clean: unquoted }),
  classify: { by: ['key'], to: classifyHistory },
  repeat: occasions('occasions'),
}

/** The same with the header that later versions offer. */
export const historyTable: CsvShape = {
  name: 'simple-history-table',
  kind: 'csv',
  signature: { columns: ['date (utc)', 'date (local)', 'logger', 'initiator', 'message key', 'user login'] },
  fields: { time: historyTime('date (utc)'), username: { from: ['user login'], to: unhidden }, ip: addressIn('header message') },
  subjects: messageSubjects({ message: 'details', login: 'user login', clean: unhidden }),
  classify: { by: ['message key'], to: classifyHistory },
  repeat: occasions('occasions'),
}
