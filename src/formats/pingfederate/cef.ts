import { cefExtension } from '../../kernel/cef.ts'
import type { Computed, TextShape } from '../define-format.ts'
import { classify } from './classify.ts'

const extension = (name: string): Computed => ({
  from: ['extension'],
  to: (text) => {
    const value = cefExtension(text ?? '')?.get(name)
    return value === undefined || value === '' ? undefined : value
  },
})

/** `torn` where the extension cannot be trusted, as in the other layouts. */
const event: Computed = {
  from: ['event', 'extension'],
  to: (name, text) => (cefExtension(text ?? '') === undefined ? 'torn' : name),
}

/** "in progress" as well as "inprogress". */
const status: Computed = {
  from: ['extension'],
  to: (text) =>
    cefExtension(text ?? '')
      ?.get('msg')
      ?.replace(' ', ''),
}

/** The name that was typed, or the one that was asserted in its place. */
const subject: Computed = {
  from: ['extension'],
  to: (text) => {
    const pairs = cefExtension(text ?? '')
    return pairs?.get('duid') || /(?:^|[{,]\s*)SAML_SUBJECT=([^,}]+)/.exec(pairs?.get('cs6') ?? '')?.[1]
  },
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
  fields: {
    time: { path: extension('rt'), syntax: 'rfc3164' },
    username: subject,
    client: extension('cs2'),
    ip: extension('src'),
    session: extension('externalId'),
    protocol: extension('cs3'),
  },
  classify: { by: ['pattern', event, status], to: (pattern, name, outcome) => classify(pattern, name, outcome, undefined) },
}
