const LEVEL = '(?:trace|debug|info|notice|warn|error|crit|alert|emerg)'
const BSD_TIME = '[A-Z][a-z]{2} {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d'
const ISO_TIME = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)'
const SYSLOG = `(?:(?:<\\d{1,3}>)?(?:${BSD_TIME}|${ISO_TIME}) [\\w.:%-]{1,255} [\\w./-]{1,64}(?:\\[\\d+\\])?: )?`

/** `2026/11/21 02:11:02 [error] 334#334: *338 ` */
const NGINX = `^${SYSLOG}(?<time>\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d) \\[${LEVEL}\\] \\d+#\\d+: (?:\\*\\d+ )?`
/** What stands behind nginx's words: a name sent by basic authentication ends at its first colon, so none of this can be part of one. */
const CLIENT = ', client: (?<ip>[\\da-fA-F:.]{2,60}), server: (?<server>[^ ,]{0,255})'

const CTIME = '[A-Z][a-z]{2} [A-Z][a-z]{2} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})? \\d{4}'
/** What PHP of WordPress lets Apache write is a log of its own. */
const APACHE = `^${SYSLOG}\\[(?<time>${CTIME})\\] \\[(?<module>(?:[\\w-]{1,40}:)?${LEVEL}\\d?)\\] (?!(?:\\[pid [^\\]]{0,60}\\] )?(?:\\[client [^\\]]{0,60}\\] )?auditor:event=)(?:\\[pid \\d+(?::tid \\d+)?\\] )?(?:\\[remote [^\\]]{2,60}\\] )?(?:\\[client (?<peer>[^\\]\\s]{2,60})\\] )?`
const NUMBER = '(?:AH\\d{5}: )?(?:Digest: )?'

const nginx = (message: string): RegExp => new RegExp(NGINX + message)
const apache = (message: string): RegExp => new RegExp(`${APACHE}${NUMBER}${message}(?:, referer: .*)?$`)

/** Any line of an error log of nginx or Apache. */
export const NGINX_LINE = new RegExp(NGINX)
export const APACHE_LINE = new RegExp(APACHE)

/** First that matches wins. */
export const NGINX_PATTERNS: Readonly<Record<string, RegExp>> = {
  nginxNotFound: nginx(`user "(?<user>[^:]*)" was not found in "[^"]*"${CLIENT}`),
  nginxMismatch: nginx(`user "(?<user>[^:]*)": password mismatch${CLIENT}`),
  mailRefused: nginx(`client login failed: "[^"]*" while [^,]*${CLIENT}, login: "(?<user>.*)"$`),
  bookstack: nginx(`FastCGI sent in stderr: "PHP message: Failed login for (?<user>[^"]*)" while [^,]*${CLIENT}`),
  noPassword: nginx('no user/password was provided for basic authentication'),
  other: nginx('(?<rest>.*)$'),
}

/** A name sent by digest authentication may hold anything; one by basic authentication has no colon. */
export const APACHE_PATTERNS: Readonly<Record<string, RegExp>> = {
  basicMismatch: apache('user (?<user>[^:]*): authentication failure for ".*": Password Mismatch'),
  digestNotFound: apache("user `(?<user>.*)' in realm `[^`']*' not found: \\S*"),
  digestDenied: apache("user `(?<user>.*)' in realm `[^`']*' denied by provider: \\S*"),
  digestMismatch: apache('user (?<user>.*): password mismatch: \\S*'),
  notAuthorized: apache(
    '(?:user (?<user>[^:]*): authorization failure for ".*": ?|Authorization of user (?<user>\\S+) to access \\S* failed, reason: .*)',
  ),
  basicNotFound: apache('user (?<user>[^:]*) not found: \\S*'),
  baikal: apache("Got error 'PHP message: user (?<user>.*) authentication failure for Ba[iï]kal'"),
  ldapDetail: apache('auth_ldap authenticate: .*'),
  other: apache('(?<rest>.*)'),
}
