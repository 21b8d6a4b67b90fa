import { lookup } from '../../kernel/lookup.ts'
import type { Classified, TextShape } from '../define-format.ts'
import { failToBanLines } from './cut-lines.ts'
import { failToBanMessages, failToBanProtocols } from './message-codes.ts'

const BSD_TIME = '[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d'
const ISO_TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)?'
const HEAD = `^(?:<\\d{1,3}>)?(?<time>${BSD_TIME}|${ISO_TIME}) [\\w.:%-]{1,255} (?:wordpress|wp)(?:\\((?<site>[^()\\s]{1,255})\\))?(?:\\[\\d+\\])?: `
/** The name is typed by a stranger: what the plugin wrote behind it stands last. */
const FROM = 'from (?<ip>\\S{1,255})(?: via (?<via>XML-RPC))?$'
const WAY = '(?:(?<way>XML-RPC|REST) a|A)uthentication'

const message = (words: string): RegExp => new RegExp(`${HEAD}${words} ${FROM}`, 's')

const classify = (pattern?: string, way?: string, via?: string): Classified => {
  const known = lookup(failToBanMessages, pattern)
  if (known === undefined) return { reject: 'unknown-code', detail: pattern ?? 'no pattern' }
  const protocol = lookup(failToBanProtocols, way ?? via)
  return { ...known, ...(protocol !== undefined && { protocol }), code: pattern ?? '' }
}

/** The plugin WP fail2ban writes to syslog. */
export const failToBan: TextShape = {
  name: 'fail2ban-syslog',
  kind: 'text',
  signature: new RegExp(HEAD),
  patterns: {
    accepted: message('Accepted password for (?<user>.*)'),
    unknownUser: message(`${WAY} attempt for unknown user (?<user>.*)`),
    failed: message(`${WAY} failure for (?<user>.*)`),
    blocked: message('Blocked (?:username )?authentication attempt for (?<user>.*)'),
    multicall: message('(?<way>XML-RPC) multicall authentication failure'),
    emptyName: message('Empty username'),
    resetRequested: message('Password reset requested for (?<user>.*)'),
  },
  other: 'not-a-login',
  cut: failToBanLines,
  fields: {
    // RFC 3164 unless it begins with a year.
    time: { path: 'time', syntax: 'any' },
    username: 'user',
    tenant: 'site',
    ip: 'ip',
  },
  classify: { by: ['pattern', 'way', 'via'], to: classify },
}
