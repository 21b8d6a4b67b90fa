import { lookup } from '../../kernel/lookup.ts'
import { anyTime, defineFormat, type Classified, type Computed, type Path, type TextShape } from '../define-format.ts'
import { messages, others } from './codes.ts'
import { apacheLines, nginxLines } from './cut-lines.ts'
import { APACHE_LINE, APACHE_PATTERNS, NGINX_LINE, NGINX_PATTERNS } from './lines.ts'

type Value = string | undefined

/** A refusal in words that are not known here must not be skipped in silence. */
const SPEAKS_OF_LOGIN = /password mismatch|authentication fail|failed login|login failed|user .{0,200} (?:not found|was not found)/i

const classify = (pattern: Value, suspect: Value): Classified => {
  const known = lookup(messages, pattern)
  if (known !== undefined) return { ...known, code: pattern ?? '' }
  const why = lookup(others, pattern)
  if (why !== undefined) return { ignore: why }
  return suspect === undefined ? { ignore: 'other-message' } : { reject: 'unknown-code', detail: 'wording of a login' }
}

const suspect: Computed = { from: ['rest'], to: (rest) => (SPEAKS_OF_LOGIN.test(rest ?? '') ? 'yes' : undefined) }

/** Since 2.4, which names the module, a port stands behind each address, with nothing around one of IPv6. */
const peer = (part: 'ip' | 'port', cut: Path): Computed => ({
  from: ['peer', 'module'],
  cut,
  to: (text, module) => {
    const at = module?.includes(':') === true ? (text?.lastIndexOf(':') ?? -1) : -1
    if (part === 'port') return at < 0 ? undefined : text?.slice(at + 1)
    return at < 0 ? text : text?.slice(0, at)
  },
})

const nginx: TextShape = {
  name: 'nginx',
  kind: 'text',
  signature: NGINX_LINE,
  patterns: NGINX_PATTERNS,
  other: 'other-message',
  cut: nginxLines,
  fields: { time: anyTime('time'), username: 'user', client: 'server', ip: 'ip' },
  classify: { by: ['pattern', suspect], to: classify },
}

const apache: TextShape = {
  name: 'apache',
  kind: 'text',
  signature: APACHE_LINE,
  patterns: APACHE_PATTERNS,
  other: 'other-message',
  cut: apacheLines,
  fields: { time: { path: 'time', syntax: 'ctime' }, username: 'user', ip: peer('ip', 'address'), port: peer('port', 'clientPort') },
  classify: { by: ['pattern', suspect], to: classify },
}

/** Error logs of web servers that check passwords by themselves: only here do they say whether there was such a name. */
export const format = defineFormat({
  id: 'web-error-log',
  title: 'Web server error logs (nginx, Apache: basic and digest authentication)',
  provider: 'generic',
  zone: 'option',
  repeats: 'legitimate',
  names: 'exact',
  successes: 'configurable',
  shapes: [nginx, apache],
  spec: 'https://httpd.apache.org/docs/2.4/mod/mod_auth_basic.html',
  howToExport: {
    en: 'Copy error.log with its rotated parts from every server, and access.log beside it: the error log holds refused passwords with the reason, and only refusals. Times have no offset: give `--timezone`.',
    ja: 'すべてのサーバーから error.log(ローテート済みを含む)を、access.log とともに取得する。エラーログにはパスワードが拒否された記録とその理由があり、成功は残らない。時刻にオフセットがないため `--timezone` を指定すること。',
  },
})
