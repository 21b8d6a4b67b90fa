import type { JsonShape, TextShape } from '../define-format.ts'
import { messageSubjects } from './history-message.ts'
import { classifyHistory, historyTime } from './simple-history.ts'

const STAMP = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ'
const ID = '(?<user_id>\\d{1,20})'

/**
 * Log files that Simple History writes from version 5.7 on, in one of three forms:
 * https://github.com/bonny/WordPress-Simple-History/tree/main/inc/channels/formatters
 * The plain one has no address. A login is at most 60 characters long, and what is behind it is the plugin's own.
 */
const HEAD = `^\\[(?<time>${STAMP})\\] [A-Z]{4,9} {1,7}(?<logger>\\w{2,60}): `
const TAIL = ` \\| initiator=[a-z_]{2,20}(?: message_key=(?<message_key>\\w{1,80}))?(?: user_id=${ID})?(?: user_login=(?<user_login>.{1,60}?))?(?: user_email=\\S{1,100})?$`

export const historyPlain: TextShape = {
  name: 'simple-history-file',
  kind: 'text',
  signature: new RegExp(`${HEAD}.* \\| initiator=`, 's'),
  patterns: { line: new RegExp(`${HEAD}(?<message>.*)${TAIL}`, 's') },
  other: 'other-event',
  fields: { time: historyTime('time'), account: 'user_id', username: 'user_login' },
  subjects: messageSubjects({ message: 'message', login: 'user_login', id: 'user_id' }),
  classify: { by: ['message_key'], to: classifyHistory },
}

export const historySyslog: TextShape = {
  name: 'simple-history-syslog',
  kind: 'text',
  signature: new RegExp(`^(?:<\\d{1,3}>)?1 ${STAMP} \\S{1,255} SimpleHistory - `),
  patterns: {
    line: new RegExp(
      `^(?:<\\d{1,3}>)?1 (?<time>${STAMP}) \\S{1,255} SimpleHistory - \\S{1,80} \\[simplehistory@0 (?<logfmt>(?:[^\\]\\\\]|\\\\.)*)\\] (?<message>.*)$`,
      's',
    ),
  },
  other: 'other-event',
  fields: { time: historyTime('time'), account: 'user_id', username: 'user_login', ip: 'server_remote_addr' },
  subjects: messageSubjects({ message: 'message', login: 'user_login', id: 'user_id' }),
  classify: { by: ['message_key'], to: classifyHistory },
}

/** GELF, whose fields of its own begin with an underscore. */
export const historyGelf: JsonShape = {
  name: 'simple-history-gelf',
  kind: 'json',
  signature: { has: ['short_message', '_logger', '_initiator', '_message_key'] },
  fields: {
    time: { path: 'timestamp', syntax: 'epoch' },
    account: '_user_id',
    username: '_user_login',
    ip: '_server_remote_addr',
  },
  subjects: messageSubjects({ message: 'short_message', login: '_user_login', id: '_user_id' }),
  classify: { by: ['_message_key'], to: classifyHistory },
}
