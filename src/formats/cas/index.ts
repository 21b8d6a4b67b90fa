import { defineFormat, isoTime, type Computed, type Path, type TextShape } from '../define-format.ts'
import { AUDIT_OBJECTS } from './audit-objects.ts'
import { classify } from './classify.ts'
import { cutLines } from './cut-lines.ts'
import { CREDENTIAL, nameOf, SERVICE, when } from './values.ts'
import { AUDIT_LINE, BLOCK, BLOCK_PATTERNS, JSON_LINE, JSON_PATTERNS, PATTERNS } from './lines.ts'

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

const who: Computed = {
  from: ['who', 'json', 'what'],
  to: (text, json, credentials) => nameOf(value('who', 'who').to(text, json), value('what', 'what').to(credentials, json)),
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
    client: ofWhat('service', SERVICE),
    ip: value('client', 'clientIpAddress'),
    userAgent: value('agent', 'userAgent'),
  },
  classify: { by: ['pattern', value('action', 'action'), ofWhat('credential', CREDENTIAL)], to: classify },
})

const blocks = shape('audit-log-blocks', BLOCK, BLOCK_PATTERNS)

/** Apereo CAS audit log (`cas_audit.log`, or inside `cas.log`), a record on one line or on several. */
export const format = defineFormat({
  id: 'cas',
  title: 'Apereo CAS audit log',
  provider: 'cas',
  zone: 'option',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'always',
  shapes: [
    { ...blocks, fields: { ...blocks.fields, time: when('time') } },
    { ...shape('audit-log', AUDIT_LINE, PATTERNS), cut: cutLines },
    shape('audit-log-json', JSON_LINE, JSON_PATTERNS),
    ...AUDIT_OBJECTS,
  ],
  spec: 'https://apereo.github.io/cas/development/audits/Audits-File.html',
  // Records over several lines were held against the cas.log of a server of 2019 that somebody published while asking about single logout.
  unverified: ['audit-log-json', 'audit-json', 'audit-context', 'audit-table'],
  howToExport: {
    en: 'Copy cas_audit.log (or cas.log), in whichever form: records over several lines, `cas.audit.slf4j.use-single-line=true`, or JSON; or the table COM_AUDIT_TRAIL as CSV, or what the actuator `auditLog` answers. Times have no offset: give `--timezone`.',
    ja: 'cas_audit.log(または cas.log)を複製する。1 件が複数行の既定の形式、`cas.audit.slf4j.use-single-line=true` の 1 行形式、JSON のいずれも読み取る。表 COM_AUDIT_TRAIL の CSV、アクチュエーター `auditLog` の応答でもよい。時刻にオフセットがないため `--timezone` を指定する。',
  },
})
