import { anyTime, defineFormat, type Classified, type TextShape } from '../define-format.ts'
import { messages, others } from './codes.ts'
import { cutLines } from './cut-lines.ts'
import { PATTERNS, PORTAL_LINE } from './lines.ts'

type Value = string | undefined

/** Words of a message that may be a refused login in a wording that is not known here: it must not be skipped in silence. */
const SPEAKS_OF_LOGIN = /passw|authenticat|2f\b|totp|u2f|webauthn|second factor|login|credential|not found|denied|reject/i

const speaksOfLogin = (rest: Value): Value => (rest !== undefined && SPEAKS_OF_LOGIN.test(rest) ? 'yes' : undefined)

const classify = (pattern: Value, level: Value, suspect: Value): Classified => {
  if (pattern !== undefined && Object.hasOwn(messages, pattern)) return { ...messages[pattern as keyof typeof messages], code: pattern }
  if (pattern !== undefined && Object.hasOwn(others, pattern)) return { ignore: others[pattern as keyof typeof others] }
  const isComplaint = level === undefined || level === 'warn' || level === 'error'
  return isComplaint && suspect !== undefined ? { reject: 'unknown-code', detail: 'wording of a login' } : { ignore: 'other-message' }
}

const text: TextShape = {
  name: 'syslog',
  kind: 'text',
  signature: PORTAL_LINE,
  patterns: PATTERNS,
  other: 'other-message',
  cut: cutLines,
  fields: { time: anyTime('time'), username: 'user', client: 'client', ip: 'ip', protocol: 'protocol' },
  classify: { by: ['pattern', 'level', { from: ['rest'], to: speaksOfLogin }], to: classify },
}

/** LemonLDAP::NG's user log, as the portal sends it to syslog. */
export const format = defineFormat({
  id: 'lemonldap',
  title: 'LemonLDAP::NG user log (syslog)',
  provider: 'lemonldap',
  zone: 'option',
  repeats: 'legitimate',
  names: 'folded',
  // Refusals are level warn, successes notice: `logLevel = warn` keeps failures only.
  successes: 'configurable',
  shapes: [text],
  spec: 'https://lemonldap-ng.org/documentation/latest/logs.html',
  howToExport: {
    en: 'Copy the syslog file of facility auth (often /var/log/auth.log or syslog); `logLevel = notice` keeps successful logins too. Times have neither year nor offset: give `--timezone`.',
    ja: '`auth` ファシリティの syslog ファイル(/var/log/auth.log や syslog など)を複製する。成功したログインも残すには `logLevel = notice`。時刻に年とオフセットがないため `--timezone` を指定すること。',
  },
})
