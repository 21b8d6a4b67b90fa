import { defineFormat, isoTime, type Computed, type Path, type TextShape } from '../define-format.ts'
import { classify } from './classify.ts'
import { cutLines } from './cut-lines.ts'
import { AUDIT_LINE, JSON_LINE, JSON_PATTERNS, PATTERNS } from './lines.ts'

type Value = string | undefined

let lastText: Value
let lastValue: Readonly<Record<string, unknown>> = {}

/** The object inside a line of the JSON form; several fields ask for it in turn. */
const parsed = (text: Value): Readonly<Record<string, unknown>> => {
  if (text === lastText) return lastValue
  lastText = text
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    lastValue = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    lastValue = {}
  }
  return lastValue
}

/** A value of the compact form, or by its name of the JSON form. */
const value = (group: string, name: string): Computed => ({
  from: [group, 'json'],
  to: (text, json) => {
    if (json === undefined) return text
    const found = parsed(json)[name]
    return typeof found === 'string' ? found : undefined
  },
})

/** CAS writes `audit:unknown` where it knows nobody. */
const who: Computed = {
  from: ['who', 'json'],
  to: (text, json) => {
    const found = json === undefined ? text : parsed(json)['who']
    return typeof found === 'string' && found !== 'audit:unknown' ? found : undefined
  },
}

const ofWhat = (cut: Path, pattern: RegExp): Computed => {
  const what = value('what', 'what')
  return { from: what.from, cut, to: (text, json) => pattern.exec(what.to(text, json) ?? '')?.[1] }
}

const shape = (name: string, signature: RegExp, patterns: TextShape['patterns']): TextShape => ({
  name,
  kind: 'text',
  signature,
  patterns,
  other: 'other-message',
  fields: {
    time: isoTime('time'),
    username: who,
    client: ofWhat('service', /^ST-\S+ for (\S+)/),
    ip: value('client', 'clientIpAddress'),
    userAgent: value('agent', 'userAgent'),
  },
  classify: { by: ['pattern', value('action', 'action'), ofWhat('credential', /^Supplied credentials: \[(\w{1,60})/i)], to: classify },
})

/** Apereo CAS audit log (`cas_audit.log`, or inside `cas.log`), one line per record. */
export const format = defineFormat({
  id: 'cas',
  title: 'Apereo CAS audit log',
  provider: 'cas',
  zone: 'option',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'always',
  shapes: [{ ...shape('audit-log', AUDIT_LINE, PATTERNS), cut: cutLines }, shape('audit-log-json', JSON_LINE, JSON_PATTERNS)],
  spec: 'https://apereo.github.io/cas/development/audits/Audits-File.html',
  unverified: ['audit-log-json'],
  howToExport: {
    en: 'Copy cas_audit.log. The default form spreads a record over several lines, which Ashiato refuses: set `cas.audit.slf4j.use-single-line=true`, or join old blocks by a script into `when|CAS|what|ACTION|who|client|server`. Times have no offset: give `--timezone`.',
    ja: 'cas_audit.log を複製する。既定の形式は 1 件が複数行にわたり、Ashiato は受け付けない。`cas.audit.slf4j.use-single-line=true` を設定するか、既存の記録をスクリプトで `when|CAS|what|ACTION|who|client|server` の 1 行にまとめること。時刻にオフセットがないため `--timezone` を指定する。',
  },
})
