import { defineFormat, isoTime, type JsonShape, type TextShape } from '../define-format.ts'
import { keepOneTeller } from '../one-teller.ts'
import { classify, wordOf } from './classify.ts'
import { cutLines } from './cut-lines.ts'

const record = {
  fields: { time: isoTime('t'), username: 'User', ip: 'remote_addr' },
  classify: { by: ['msg', { from: ['error'], to: wordOf }, 'status', 'path'], to: classify },
} as const

const textShape = (name: string, signature: RegExp): TextShape => ({
  name,
  kind: 'text',
  signature,
  patterns: { line: /^(?<logfmt>.*)$/ },
  other: 'server-message',
  ...record,
})

const text: TextShape = {
  ...textShape('text', /^logger=[\w.:-]{1,80} (?:[^\s=]{1,80}=(?:"(?:[^"\\]|\\.)*"|[^\s"]\S*|) )*?t=\d{4}-\S+ level=[a-z]{4,8} msg=/),
  cut: cutLines,
}

/** Before version 9 the time came first, and `lvl`. */
const oldText = textShape('text-before-9', /^t=\d{4}-\S+ lvl=[a-z]{3,5} msg=.* logger=[\w.:-]{1,80}/)

const json: JsonShape = {
  name: 'json',
  kind: 'json',
  signature: { has: ['logger', 'level', 'msg', 't'] },
  ...record,
}

/** Grafana's server log, as text (logfmt) or JSON. Refused logins name no account, successful ones no address. */
export const format = defineFormat({
  id: 'grafana',
  title: 'Grafana server log',
  provider: 'grafana',
  zone: 'in-record',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'always',
  attempt: keepOneTeller(['context', 'request', 'http'], 1_000),
  shapes: [text, oldText, json],
  spec: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#log',
  unverified: ['text-before-9'],
  howToExport: {
    en: 'Copy grafana.log (by default in /var/log/grafana), or save `docker logs grafana`. A refused login has an address and no name, a successful one a name and no address: add the access log of the proxy in front.',
    ja: 'grafana.log(既定では /var/log/grafana)を複製するか、`docker logs grafana` の出力を保存する。拒否されたログインには名前がなく、成功したログインにはアドレスがないため、前段プロキシのアクセスログもあわせて渡すこと。',
  },
})
