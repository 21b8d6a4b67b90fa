import { lookup } from '../../kernel/lookup.ts'
import type { Classified, Computed, JsonShape, TextShape, TimeField } from '../define-format.ts'
import { historyMessages } from './history-codes.ts'

const classify = (key?: string): Classified => lookup(historyMessages, key) ?? { ignore: 'other-event' }

/** `date` is UTC; the local one stands beside it. */
const time = (path: string): TimeField => ({ path, syntax: 'iso', zone: 'UTC' })

const MOST_OCCASIONS = 10_000
/** Like events in a row are one entry that says how many they are. */
const occasions = (path: string): Computed => ({
  from: [path],
  to: (count) => (/^\d{1,6}$/.test(count ?? '') ? String(Math.min(Math.max(Number(count), 1), MOST_OCCASIONS)) : '1'),
})

const unlessSame: Computed['to'] = (doer, ...targets) => (targets.includes(doer) ? undefined : doer)

export const historyJson: JsonShape = {
  name: 'simple-history-json',
  kind: 'json',
  signature: { has: ['logger', 'initiator', 'date', 'context'], any: [['context_message_key', 'context._message_key', 'occasionsID']] },
  fields: {
    time: time('date'),
    account: 'context._user_id',
    username: 'context._user_login',
    ip: 'context._server_remote_addr',
    forwardedFor: 'context._server_http_x_forwarded_for_0',
    userAgent: 'context.server_http_user_agent',
  },
  subjects: {
    typed: {
      account: ['context.login_id', 'context.user_id'],
      username: [
        'context.login',
        'context.failed_username',
        'context.failed_login_username',
        'context.user_login',
        'context.login_user_login',
      ],
    },
    target: {
      account: ['context.edited_user_id', 'context.created_user_id', 'context.deleted_user_id', 'context.user_id'],
      username: ['context.edited_user_login', 'context.created_user_login', 'context.deleted_user_login', 'context.user_login'],
      actor: {
        from: ['context._user_login', 'context.edited_user_login', 'context.created_user_login', 'context.deleted_user_login'],
        to: unlessSame,
      },
    },
  },
  classify: { by: [{ from: ['context_message_key', 'context._message_key'], to: (key, inside) => key ?? inside }], to: classify },
  repeat: occasions('subsequentOccasions'),
}

const CELL = '(?:"(?:[^"]|"")*"|[^",]*)'
const DATE = '"?(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)"?,"?\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d"?'
/** The export has no header: date, local date, logger, level, initiator, message key, e-mail, login, roles, header, message, occasions. */
const START = `^${DATE},(?<logger>[A-Z]\\w{2,60}),(?<level>[a-z]{4,9}),(?<initiator>[a-z_]{2,20}),(?<key>\\w{0,80}),`

const unquoted = (cell: string | undefined): string | undefined => {
  const text = cell !== undefined && cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
  // A sign that a spreadsheet would run is hidden behind a quote.
  return text?.replace(/^'(?=[=+\-@])/, '')
}

/** What was typed stands in the message only. */
const TYPED =
  /username "(.*)" \((?:incorrect password entered|username does not exist)\)$|^Failed to authenticate with application password for user "(.*?)"/s

/** Names are in front of the address in what is shown of who it was: the last one that looks like one is the server's. */
const ADDRESS = /(?:\d{1,3}\.){3}\d{1,3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}/gi

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
  fields: {
    time: time('time'),
    username: { from: ['login'], to: unquoted },
    ip: { from: ['who'], to: (who) => who?.match(ADDRESS)?.at(-1) },
  },
  subjects: {
    typed: {
      username: {
        from: ['message'],
        to: (message) => {
          const match = TYPED.exec(unquoted(message) ?? '')
          return match?.[1] ?? match?.[2]
        },
      },
    },
    // The message is in the site's language: whom somebody else was acting on is not read out of it.
    target: { username: { from: [], to: () => undefined }, actor: { from: ['login'], to: unquoted } },
  },
  classify: { by: ['key'], to: classify },
  repeat: occasions('occasions'),
}
