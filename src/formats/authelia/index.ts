import { defineFormat, isoTime, type Computed, type JsonShape, type TextShape } from '../define-format.ts'
import { classify } from './classify.ts'
import { cutLines } from './cut-lines.ts'
import { readAttempt, type Attempt } from './message.ts'

/** Of a line's pairs, or a record's values. */
const ofRecord = (key: keyof Attempt): Computed => ({ from: ['msg', 'error'], to: (message, error) => readAttempt(message, error)[key] })

const attempt = {
  fields: { time: isoTime('time'), username: ofRecord('user'), ip: 'remote_ip' },
  classify: { by: [ofRecord('verdict'), ofRecord('method'), ofRecord('detail')], to: classify },
} as const

const OWN_NEWS = '(?:Authelia |Storage schema |Log(?:ging)? severity |Startup complete|Initializing server |Listening for )'

/**
 * The line's head is logrus's and so many programs'; ours end in `path=… remote_ip=…`, or speak of Authelia's own start.
 * The end is anchored: elsewhere in the line a stranger could have typed it.
 */
const text: TextShape = {
  name: 'text',
  kind: 'text',
  signature: new RegExp(`^time="[^"]{10,40}" level=[a-z]{4,7} msg=(?:.* path=\\S* remote_ip=\\S+(?: stack=.*)?$|"${OWN_NEWS})`),
  patterns: { line: /^(?<logfmt>.*)$/ },
  other: 'server-message',
  cut: cutLines,
  ...attempt,
}

const json: JsonShape = {
  name: 'json',
  kind: 'json',
  signature: { has: ['level', 'msg', 'time', 'method', 'path', 'remote_ip'] },
  ...attempt,
}

const START = new RegExp(`^${OWN_NEWS}`)

const news: JsonShape = {
  name: 'json-news',
  kind: 'json',
  signature: {
    has: ['level', 'msg', 'time'],
    not: ['remote_ip'],
    test: ({ msg }) => typeof msg === 'string' && START.test(msg),
    reads: ['msg'],
  },
  fields: { time: isoTime('time') },
  classify: { by: ['level'], to: () => ({ ignore: 'server-message' }) },
}

/** Authelia's log, as text (logfmt) or JSON. */
export const format = defineFormat({
  id: 'authelia',
  title: 'Authelia log',
  provider: 'authelia',
  zone: 'in-record',
  repeats: 'legitimate',
  names: 'folded',
  // Successes are written at level debug: a log at the default level holds failures only.
  successes: 'configurable',
  shapes: [text, json, news],
  spec: 'https://www.authelia.com/configuration/miscellaneous/logging/',
  howToExport: {
    en: 'Copy the file of `log.file_path`, or save `docker logs authelia`. Successful logins are in it only with `log.level: debug`.',
    ja: '`log.file_path` のファイルを複製するか、`docker logs authelia` の出力を保存する。成功したログインは `log.level: debug` のときだけ残る。',
  },
})
