import {
  defineFormat,
  epochTime,
  type Classified,
  type Computed,
  type CsvShape,
  type Field,
  type SubjectFields,
  type TextShape,
} from '../define-format.ts'
import { messages } from './codes.ts'
import { cutLines } from './cut-lines.ts'
import { DRUPAL_LINE, PATTERNS } from './lines.ts'
import { MESSAGES, SPEAKS_OF_LOGIN } from './messages.ts'

type Value = string | undefined
type Key = keyof typeof messages

const classifyMessage = (key: Value, rest: Value): Classified => {
  if (key !== undefined && Object.hasOwn(messages, key)) return { ...messages[key as Key], code: key }
  return rest !== undefined && SPEAKS_OF_LOGIN.test(rest)
    ? { reject: 'unknown-code', detail: 'wording of a login' }
    : { ignore: 'other-message' }
}

/** Nobody is logged in as number 0. */
const loggedIn: Computed = { from: ['uid'], to: (uid) => (uid === '0' ? undefined : uid) }

const nothing: Computed = { from: [], to: () => undefined }

const subjectsOf = (username: Field, target: Field): Readonly<Record<string, SubjectFields>> => ({
  // The number on the line is that of whoever was logged in: the administrator's.
  named: { account: nothing, username, actor: loggedIn },
  numbered: { account: target },
  nobody: {},
})

const syslog: TextShape = {
  name: 'syslog',
  kind: 'text',
  signature: DRUPAL_LINE,
  patterns: PATTERNS,
  other: 'other-message',
  cut: cutLines,
  fields: { time: epochTime('time'), account: loggedIn, username: 'user', ip: 'ip' },
  subjects: subjectsOf('user', 'target'),
  classify: {
    by: ['pattern', 'rest'],
    to: (pattern, rest) => (pattern === 'withBars' ? { reject: 'ambiguous-value', detail: '|' } : classifyMessage(pattern, rest)),
  },
}

const KEY_OF: ReadonlyMap<string, string> = new Map(Object.entries(MESSAGES).map(([key, [, template]]) => [template, key]))

/** A value of the message, as PHP serialises them: `s:5:"%name";s:3:"aoi";`. */
const variable = (names: string): Computed => {
  const form = new RegExp(`"%(?:${names})";(?:s:\\d+:"([^"]{1,254})"|i:(\\d{1,10}))`)
  return {
    from: ['variables'],
    to: (variables) => {
      const [, text, number] = form.exec(variables ?? '') ?? []
      return text ?? number
    },
  }
}

const watchdog: CsvShape = {
  name: 'watchdog',
  kind: 'csv',
  signature: { columns: ['wid', 'uid', 'type', 'message', 'variables', 'location', 'hostname', 'timestamp'] },
  fields: { time: epochTime('timestamp'), account: loggedIn, username: variable('name|user'), ip: 'hostname' },
  subjects: subjectsOf(variable('name|user'), variable('uid')),
  classify: {
    by: ['type', 'message'],
    to: (type, message) => (type === 'user' ? classifyMessage(KEY_OF.get(message ?? ''), message) : { ignore: 'other-message' }),
  },
}

/** Drupal: the channel `user` of its log, in syslog or as its database keeps it. */
export const format = defineFormat({
  id: 'drupal',
  title: 'Drupal log (syslog, watchdog table)',
  provider: 'generic',
  zone: 'utc',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'always',
  shapes: [syslog, watchdog],
  spec: 'https://www.drupal.org/docs/administering-a-drupal-site/site-building/log-messages',
  howToExport: {
    en: 'With the module Syslog: copy the lines of `drupal` from the syslog file. With Database Logging: save the table watchdog with its column names as CSV (`drush sql:query` or a database tool). Database Logging keeps 1,000 entries unless the site was told otherwise, so that a wave of failures soon pushes out what was before it.',
    ja: 'Syslog モジュールの場合: syslog ファイルの `drupal` の行を複製する。Database Logging の場合: watchdog 表を列名付きの CSV で保存する(`drush sql:query` またはデータベースのツール)。Database Logging は設定を変えない限り 1,000 件しか残さないため、失敗が続くとそれ以前の記録が消える。',
  },
})
