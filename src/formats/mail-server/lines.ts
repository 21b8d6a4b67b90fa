import { BSD_TIME, ISO_TIME } from '../syslog-time.ts'

const TIME = `(?<time>${BSD_TIME}|${ISO_TIME})`
const SYSLOG = `^(?:<\\d{1,3}>)?${TIME} [\\w.:%-]{1,255} `
const PID = '(?:\\[\\d+\\])?: '

/** Dovecot's services, as syslog names them behind `dovecot: `, and its own log file in place of it. */
const SERVICES =
  '(?:imap|pop3|managesieve|sieve|submission|lmtp|auth|auth-worker|master|config|anvil|log|stats|indexer-worker|doveadm|lda)(?:-login)?'
const OWN_FILE = `^${TIME} (?=${SERVICES}(?:[(<][^:]{0,600})?: (?:Info|Warning|Error|Debug|Panic|Fatal): )`
const DOVECOT = `(?:${SYSLOG}dovecot(?:/[\\w-]{1,40})?${PID}|${OWN_FILE})`
const POSTFIX = `${SYSLOG}postfix(?:-[\\w.-]{1,40})?(?:/[\\w.-]{1,40}){1,3}${PID}`
/** Courier's programs are called as those of others are: its lines are told by their words in capitals. */
const COURIER = `${SYSLOG}(?:courier-?)?(?<service>imap|pop3)(?:d|login)(?:-ssl)?${PID}(?:(?:Info|INFO): )?`
const COURIER_WORDS = '(?:LOGIN|LOGOUT|DISCONNECTED|TIMEOUT|Connection)(?: FAILED)?,'

export const MAIL_LINE = new RegExp(`${DOVECOT}|${POSTFIX}|${COURIER}${COURIER_WORDS}`.replace(/\?<(?:time|service)>/g, '?:'))

const IP = '(?<ip>[0-9A-Fa-f.:%]{2,60})'
const LEVEL = '(?:(?:Info|Warning): )?'
const LOGIN = `${DOVECOT}(?<service>imap|pop3|managesieve|sieve|submission)-login(?:\\(\\d+\\))?: ${LEVEL}`
/** Behind a name, which may be anything that was typed: the last of such places is the server's own. */
const CLIENT = `user=<(?<user>.*)>, (?:method=[\\w-]{1,40}, )?rip=${IP}, lip=[^,]{2,60}(?:, (?!session=)[^,<>]{0,200}){0,6}(?:, session=<(?<session>[^<>]{1,60})>)?`
const AUTH = `${DOVECOT}auth(?:-worker)?(?:\\(\\d+\\))?(?:<[^<>]{1,80}>)?: ${LEVEL}(?:conn [^:]{1,60}:[^:]{0,60}: )?(?:auth-worker<\\d+>: )?[a-z\\d-]{2,20}\\((?<user>.+),${IP},<(?<session>[^<>]{1,60})>\\): `
const PEER = `[^\\[\\]]{1,255}\\[${IP}\\](?::\\d{1,5})?`

const line = (head: string, message: string): RegExp => new RegExp(head + message)

/** First that matches wins. */
export const PATTERNS: Readonly<Record<string, RegExp>> = {
  loggedIn: line(LOGIN, `(?:Login|Logged in): ${CLIENT}$`),
  proxied: line(LOGIN, `proxy\\(.{1,320}\\): started proxying to [^ ]{2,300}: ${CLIENT}$`),
  authFailed: line(
    LOGIN,
    `[A-Z][^<>]{0,300}\\(auth failed, (?<count>\\d{1,3}) attempts(?: in \\d+ secs)?\\)(?: \\(auth_failed\\))?: ${CLIENT}$`,
  ),
  tooMany: line(LOGIN, `Maximum number of connections from user\\+IP exceeded [^<>]{0,80}: ${CLIENT}$`),
  plaintext: line(LOGIN, `[A-Z][^<>]{0,300}\\(tried to use disallowed (?:plaintext|cleartext) auth[^<>]{0,40}: ${CLIENT}$`),
  internal: line(LOGIN, `[A-Z][^<>]{0,300}\\((?:internal failure|auth internal failure), \\d+ successful auths[^<>]{0,60}: ${CLIENT}$`),
  noTry: line(LOGIN, `[A-Z][^<>]{0,300}\\((?:no auth attempts|client didn't finish SASL auth|disconnected|auth process|cert required)`),
  otherLogin: line(LOGIN, `[A-Z][^<>]{0,300}: user=<.+>, (?:method=[\\w-]{1,40}, )?rip=${IP},`),
  wrongPassword: line(AUTH, '(?:Password mismatch|pam_authenticate\\(\\) failed: Authentication failure)'),
  unknownUser: line(AUTH, '(?:unknown user|pam_authenticate\\(\\) failed: User not known)'),
  wrongCredentials: line(AUTH, '[Ii]nvalid credentials'),
  refusedByPolicy: line(AUTH, 'Authentication failure due to policy server refusal'),
  loggedOut: line(
    DOVECOT,
    `(?<service>imap|pop3|managesieve|submission)\\((?<user>[^()<>]{1,320})\\)(?:<\\d+><(?<session>[^<>]{1,60})>)?: ${LEVEL}(?:Disconnected: )?Logged out\\b`,
  ),
  submitted: line(
    POSTFIX,
    `[0-9A-Za-z]{5,20}: client=${PEER}, sasl_method=[\\w-]{1,40}, sasl_username=(?<user>[^,]{1,320})(?:, sasl_sender=.*)?$`,
  ),
  saslLost: line(POSTFIX, `(?:warning: )?${PEER}: SASL [\\w-]{1,40} authentication failed: Connection lost to authentication server`),
  saslFailed: line(
    POSTFIX,
    `(?:warning: )?${PEER}: SASL [\\w-]{1,40} authentication failed(?:: (?:(?!, sasl_username=).){0,300}(?:, sasl_username=(?<user>.{1,320}))?)?$`,
  ),
  courierIn: line(COURIER, `LOGIN, user=(?<user>.{1,320}), ip=\\[${IP}\\](?:, port=\\[(?<port>\\d{1,5})\\])?(?:, protocol=\\w{1,20})?$`),
  courierFailed: line(
    COURIER,
    `LOGIN FAILED, (?:method=[\\w-]{1,40}, )?(?:user=(?<user>.{1,320}), )?ip=\\[${IP}\\](?:, port=\\[(?<port>\\d{1,5})\\])?$`,
  ),
  courierOut: line(COURIER, `LOGOUT, user=(?<user>.{1,320}), ip=\\[${IP}\\]`),
}
