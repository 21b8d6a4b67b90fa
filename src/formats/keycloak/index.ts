import { anyTime, defineFormat, isoTime, type JsonShape, type TextShape } from '../define-format.ts'
import { cutLines, LOGGERS } from './cut-lines.ts'
import { messageClassifier, messageFields, messageSubjects, pairsInRecord, pairsOfLine } from './message-shape.ts'
import { wordsOf } from './message.ts'
import { adminEventTable, eventTable } from './database-csv.ts'
import { adminRestEvents, userEvents } from './rest-shapes.ts'

/** Loggers of the server; categories are abbreviated by some layouts (`org.key.events`). */
const SERVER_LINE = new RegExp(
  `^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} +[A-Z]{4,5} +\\[(?:${LOGGERS.join('|').replaceAll('.', '\\.')})[^\\]]{0,200}\\] `,
)

const IN_LINE = pairsOfLine('message')

const text: TextShape = {
  name: 'text',
  kind: 'text',
  signature: SERVER_LINE,
  patterns: {
    event:
      /^(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) +[A-Z]{4,5} +\[[^\]]{1,220}\] (?:\([^)]{0,200}\) )?(?<message>(?:type|operationType)="?[A-Z0-9_]{3,60}"?, realmId=.*)$/,
  },
  pairsIn: { message: wordsOf },
  other: 'server-message',
  cut: cutLines,
  fields: messageFields(IN_LINE, isoTime('time')),
  subjects: messageSubjects(IN_LINE),
  classify: messageClassifier(IN_LINE),
}

const IN_RECORD = pairsInRecord('message')
const EVENT_MESSAGE = /^(?:type|operationType)="?[A-Z0-9_]{3,60}"?, realmId=/

/** The console log as JSON (`--log-console-output=json`), in the default or the ECS layout. */
const consoleJson = (name: string, time: string, logger: string): JsonShape => ({
  name,
  kind: 'json',
  signature: {
    has: ['message', time, logger],
    test: ({ message }) => typeof message === 'string' && EVENT_MESSAGE.test(message),
    reads: ['message'],
  },
  fields: { ...messageFields(IN_RECORD, anyTime(time)), ...(name === 'json' && { sequence: 'sequence' }) },
  subjects: messageSubjects(IN_RECORD),
  classify: messageClassifier(IN_RECORD),
})

/** Keycloak user and admin events: server log (text, JSON, ECS) and Admin REST API. */
export const format = defineFormat({
  id: 'keycloak',
  title: 'Keycloak events',
  provider: 'keycloak',
  zone: 'option',
  repeats: 'legitimate',
  // Successful events are logged at DEBUG: a log at the default level holds failures only.
  successes: 'configurable',
  sequence: true,
  shapes: [
    text,
    userEvents,
    adminRestEvents,
    eventTable,
    adminEventTable,
    consoleJson('json', 'timestamp', 'loggerName'),
    consoleJson('ecs', '@timestamp', "'log.logger'"),
    consoleJson('ecs-nested', '@timestamp', 'log.logger'),
  ],
  spec: 'https://www.keycloak.org/docs/latest/server_admin/#configuring-auditing-to-track-events',
  unverified: ['rest-events', 'rest-admin-events', 'event-table', 'admin-event-table', 'json', 'ecs', 'ecs-nested'],
  howToExport: {
    en: "`kcadm.sh get events -r REALM -q max=100000` and `kcadm.sh get admin-events -r REALM -q max=100000`, if the realm saves events, or the database's tables EVENT_ENTITY and ADMIN_EVENT_ENTITY as CSV with their column names; otherwise the server's log. Successful logins are in that log only with `--spi-events-listener-jboss-logging-success-level=info`. Its times have no offset: give `--timezone`.",
    ja: 'レルムがイベントを保存していれば `kcadm.sh get events -r REALM -q max=100000` と `kcadm.sh get admin-events -r REALM -q max=100000`、またはデータベースの表 EVENT_ENTITY と ADMIN_EVENT_ENTITY を列名付きの CSV で。なければサーバログ(成功したログインは `--spi-events-listener-jboss-logging-success-level=info` のときだけ残る)。サーバログの時刻にはオフセットがないため `--timezone` を指定すること。',
  },
})
