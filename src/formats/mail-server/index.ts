import { anyTime, defineFormat, type Classified, type TextShape } from '../define-format.ts'
import { messages } from './codes.ts'
import { cutLines } from './cut-lines.ts'
import { foldConnection } from './fold.ts'
import { MAIL_LINE, PATTERNS } from './lines.ts'

const classify = (pattern: string | undefined): Classified => {
  if (pattern !== undefined && Object.hasOwn(messages, pattern)) return { ...messages[pattern as keyof typeof messages], code: pattern }
  // Of a client that gave a name, in a wording that is not known here: it must not be skipped in silence.
  return pattern === 'otherLogin' ? { reject: 'unknown-code', detail: 'wording of a login' } : { ignore: 'no-login-tried' }
}

const text: TextShape = {
  name: 'syslog',
  kind: 'text',
  signature: MAIL_LINE,
  patterns: PATTERNS,
  other: 'other-message',
  cut: cutLines,
  fields: { time: anyTime('time'), username: 'user', ip: 'ip', port: 'port', session: 'session', protocol: 'service' },
  classify: { by: ['pattern'], to: classify },
  repeat: 'count',
}

/** Logins at mailboxes and at the server that takes mail to be sent, in syslog or in Dovecot's own file. */
export const format = defineFormat({
  id: 'mail-server',
  title: 'Mail server logins (Dovecot, Courier, Postfix SASL)',
  provider: 'generic',
  zone: 'option',
  repeats: 'legitimate',
  names: 'folded',
  successes: 'always',
  attempt: { key: ['session'], withinMs: 600_000, fold: foldConnection },
  shapes: [text],
  spec: 'https://doc.dovecot.org/latest/core/admin/logging.html',
  howToExport: {
    en: 'Copy /var/log/mail.log* (Debian, Ubuntu), /var/log/maillog* (Red Hat), or the file that `doveadm log find` names for `info`. `auth_verbose = yes` adds why a login failed. Times have neither year nor offset, unless syslog writes them: give `--timezone`.',
    ja: '/var/log/mail.log*(Debian系)または /var/log/maillog*(Red Hat系)、あるいは `doveadm log find` が `info` の出力先として示すファイルを複製する。`auth_verbose = yes` にすると失敗の理由も残る。syslog が書かない限り時刻に年とオフセットがないため、`--timezone` を指定すること。',
  },
})
