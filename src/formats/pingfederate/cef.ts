import { cefExtension, cefValue } from '../../kernel/cef.ts'
import type { Computed, TextShape } from '../define-format.ts'
import { classify } from './classify.ts'
import { cefLines } from './cut-lines.ts'

/** What stands in the extension under a name; where the scanner cut the line, by itself. */
const valueIn = (text: string | undefined, cut: string | undefined, name: string): string | undefined => {
  const value = text === undefined ? cut && cefValue(cut) : cefExtension(text)?.get(name)
  return value === '' ? undefined : value
}

const extension = (name: string): Computed => ({
  from: ['extension', name],
  to: (text, cut) => valueIn(text, cut, name),
})

/** `torn` where the extension cannot be trusted, as in the other layouts. */
const event: Computed = {
  from: ['event', 'extension'],
  to: (name, text) => (text !== undefined && cefExtension(text) === undefined ? 'torn' : name),
}

/** "in progress" as well as "inprogress". */
const status: Computed = {
  from: ['extension', 'msg'],
  to: (text, cut) => valueIn(text, cut, 'msg')?.replace(' ', ''),
}

/** The name that was typed, or the one that was asserted in its place. */
const subject: Computed = {
  from: ['extension', 'duid', 'cs6'],
  to: (text, typed, attributes) =>
    valueIn(text, typed, 'duid') ?? /(?:^|[{,]\s*)SAML_SUBJECT=([^,}]+)/.exec(valueIn(text, attributes, 'cs6') ?? '')?.[1],
}

/** The same events for a SIEM (`SecurityAuditToCEFFile`, or by syslog). */
export const cef: TextShape = {
  name: 'audit-cef',
  kind: 'text',
  signature: /CEF:\d\|Ping Identity\|PingFederate\|/,
  patterns: {
    cef: /^.{0,200}?CEF:\d\|Ping Identity\|PingFederate\|[^|]{0,40}\|(?<event>[A-Za-z_]{1,60})\|[^|]{0,60}\|\d{1,2}\|(?<extension>.*)$/,
    torn: /^/,
  },
  other: 'other-line',
  cut: cefLines,
  fields: {
    time: { path: { ...extension('rt'), cut: 'rt' }, syntax: 'rfc3164' },
    username: subject,
    client: extension('cs2'),
    ip: extension('src'),
    session: { ...extension('externalId'), cut: 'externalId' },
    protocol: extension('cs3'),
  },
  classify: { by: ['pattern', event, status], to: (pattern, name, outcome) => classify(pattern, name, outcome, undefined) },
}
