import { NO_PATTERN, type LinePlan, type LineSection } from '../../model/line-plan.ts'

/**
 * Most lines of the patterns of lines.ts, with names that hold no brackets, and of Dovecot and Postfix those lines that tell of no login.
 * A line that counts several tries is left to the patterns.
 */
type Body = LineSection['bodies'][number]

const body = (pattern: string, line: string): Body => ({ line, values: { pattern } })
const other = (line: string): Body => body(NO_PATTERN, line)

const SYSLOG = '{(}<{:priority}>{)}{time:syslog} {:host} '
/** In syslog the service stands behind the program and without a level; in Dovecot's own file it is the other way round. */
const DOVECOT = [
  [`${SYSLOG}dovecot{(}[{:digits}]{)}: `, ''],
  ['{time:syslog} ', 'Info: '],
] as const
const behindDovecot = (service: string, rest: string): readonly string[] =>
  DOVECOT.map(([start, level]) => `${start}${service}: ${level}${rest}`)

const LOGIN_SERVICES = ['imap', 'pop3', 'managesieve', 'sieve', 'submission'] as const
const PART = '{(}, {!session=}{:part}{)}'
const CLIENT = `user=<{user:typed}>, {(}method={:method}, {)}rip={ip:peer}, lip={:lip}${PART.repeat(6)}{(}, session=<{session:session}>{)}`
const REASON = '{:capital}{:reason}'

const logins: LineSection = {
  heads: LOGIN_SERVICES.flatMap((service) => behindDovecot(`{?${service}-login}{service:service}-login{(}({:digits}){)}`, '')),
  bodies: [
    body('loggedIn', `Login: ${CLIENT}`),
    body('loggedIn', `Logged in: ${CLIENT}`),
    body('proxied', `proxy({:proxied}): started proxying to {:word}: ${CLIENT}`),
    body('authFailed', `${REASON}(auth failed, 1 attempts{(} in {:digits} secs{)}){(} (auth_failed){)}: ${CLIENT}`),
    body('tooMany', `Maximum number of connections from user+IP exceeded {:limit}: ${CLIENT}`),
    ...['plaintext', 'cleartext'].map((kind) => body('plaintext', `${REASON}(tried to use disallowed ${kind} auth{:afterAuth}: ${CLIENT}`)),
    ...['internal failure', 'auth internal failure'].map((kind) =>
      body('internal', `${REASON}(${kind}, {:digits} successful auths{:afterAuths}: ${CLIENT}`),
    ),
    ...['no auth attempts', "client didn't finish SASL auth", 'disconnected', 'auth process', 'cert required'].map((kind) =>
      body('noTry', `{:capital}{:noBracket}(${kind}{:noBracketToEnd}`),
    ),
  ],
}

const authentication: LineSection = {
  heads: behindDovecot(
    'auth{(}-worker{)}{(}({:digits}){)}{(}<{:worker}>{)}',
    '{(}conn {:socket}:{:ofSocket}: {)}{(}auth-worker<{:digits}>: {)}{:database}({user:named},{ip:peer},<{session:session}>): ',
  ),
  bodies: [
    ...['Password mismatch', 'pam_authenticate() failed: Authentication failure'].map((words) =>
      body('wrongPassword', `${words}{:untyped}`),
    ),
    ...['unknown user', 'pam_authenticate() failed: User not known'].map((words) => body('unknownUser', `${words}{:untyped}`)),
    ...['invalid credentials', 'Invalid credentials'].map((words) => body('wrongCredentials', `${words}{:untyped}`)),
    body('refusedByPolicy', 'Authentication failure due to policy server refusal{:untyped}'),
  ],
}

const sessions: LineSection = {
  heads: ['imap', 'pop3', 'managesieve', 'submission'].flatMap((service) =>
    behindDovecot(`{?${service}(}{service:service}({user:ofSession}){(}<{:digits}><{session:session}>{)}`, ''),
  ),
  bodies: [
    ...['', 'Disconnected: '].flatMap((word) => [body('loggedOut', `${word}Logged out`), body('loggedOut', `${word}Logged out {:text}`)]),
    ...['Disconnected: ', 'Connection closed', 'expunge: ', 'copy from ', 'delete: '].map((words) =>
      other(`{!Disconnected: Logged out}${words}{:text}`),
    ),
  ],
}

const deliveries: LineSection = {
  heads: ['lmtp(', 'lda(', 'master: ', 'anvil: ', 'stats: ', 'indexer', 'doveadm'].map((service) => `${DOVECOT[0][0]}{?${service}}`),
  bodies: [other('{:text}')],
}

const PEER = '{:peerName}[{ip:peer}]{(}:{:port}{)}'
const SASL_FAILED = `{(}warning: {)}${PEER}: SASL {:method} authentication failed`
const QUEUED = '{:queue}: '

const postfix: LineSection = {
  heads: [`${SYSLOG}postfix{(}-{:part40}{)}/{:part40}{(}/{:part40}{)}{(}/{:part40}{)}{(}[{:digits}]{)}: `],
  bodies: [
    body('submitted', `${QUEUED}client=${PEER}, sasl_method={:method}, sasl_username={user:sender}{(}, sasl_sender={:text}{)}`),
    body('saslLost', `${SASL_FAILED}: Connection lost to authentication server{:text}`),
    body('saslFailed', `${SASL_FAILED}{(}: {:noComma}{)}{(}, sasl_username={user:sender}{)}`),
    ...['connect', 'disconnect', 'lost connection', 'timeout'].map((word) => other(`{?${word} }{:noSquare}[{:peer}]{(} {:noSquare}{)}`)),
    ...['message-id=', 'from=<', 'removed'].map((word) => other(`${QUEUED}{?${word}}{:noSquare}`)),
    other(`${QUEUED}client=${PEER}`),
    other(`${QUEUED}to=<{:noSquare}[{:peer}]:{:port}, {:noSquare}`),
    other(`${QUEUED}to=<{:noSquare}`),
  ],
}

const COURIER_PEER = ', ip=[{ip:peer}]'
const COURIER_PORT = '{(}, port=[{port:port}]{)}'

const courier: LineSection = {
  heads: ['imap', 'pop3'].flatMap((service) =>
    ['d', 'login'].map(
      (program) => `${SYSLOG}{(}courier{)}{(}-{)}{?${service}}{service:four}${program}{(}-ssl{)}{(}[{:digits}]{)}: {(}INFO: {)}`,
    ),
  ),
  bodies: [
    body('courierIn', `LOGIN, user={user:client}${COURIER_PEER}${COURIER_PORT}{(}, protocol={:word20}{)}`),
    body('courierFailed', `LOGIN FAILED, {(}method={:method}, {)}user={user:client}${COURIER_PEER}${COURIER_PORT}`),
    body('courierFailed', `LOGIN FAILED, {(}method={:method}, {)}{!user=}${COURIER_PEER.slice(2)}${COURIER_PORT}`),
    body('courierOut', `LOGOUT, user={user:client}${COURIER_PEER}{:text}`),
    ...['Connection, ', 'DISCONNECTED, ', 'TIMEOUT, '].map((word) => other(`${word}{:text}`)),
  ],
}

export const cutLines: LinePlan = {
  signs: [
    ' dovecot: ',
    ' dovecot[',
    ' postfix/',
    '-login: Info: ',
    ...['imap', 'pop3'].flatMap((service) => ['d: ', 'd[', 'd-ssl: ', 'd-ssl[', 'login: ', 'login['].map((rest) => `${service}${rest}`)),
  ],
  ...logins,
  others: [authentication, sessions, deliveries, postfix, courier],
  modes: new Map([
    ['time', 'time'],
    ['session', 'hashed'],
  ]),
  runs: {
    service: { letters: 'a-z\\d', least: 4, most: 11 },
    four: { letters: 'a-z\\d', least: 4, most: 4 },
    typed: { letters: ' -;=?-~', least: 0, most: 2000 },
    named: { letters: " -'*+\\--;=?-~", least: 1, most: 2000 },
    ofSession: { letters: " -'*-;=?-~", least: 1, most: 320 },
    client: { letters: ' -+\\--~', least: 1, most: 320 },
    sender: { letters: ' -+\\--~', least: 1, most: 320 },
    proxied: { letters: " -'*-;=?-~", least: 1, most: 320 },
    method: { letters: '\\w-', least: 1, most: 40 },
    peer: { letters: '0-9A-Fa-f.:%', least: 2, most: 60 },
    peerName: { letters: ' -Z\\\\^-~', least: 1, most: 255 },
    lip: { letters: ' -+\\--;=?-~', least: 2, most: 60 },
    part: { letters: ' -+\\--;=?-~', least: 0, most: 200 },
    session: { letters: ' -;=?-~', least: 1, most: 60 },
    capital: { letters: 'A-Z', least: 1, most: 1 },
    reason: { letters: ' -;=?-~', least: 0, most: 300 },
    limit: { letters: ' -+\\--;=?-~', least: 0, most: 80 },
    afterAuth: { letters: ' -+\\--;=?-~', least: 0, most: 40 },
    afterAuths: { letters: ' -+\\--;=?-~', least: 0, most: 60 },
    noBracket: { letters: " -')-;=?-~", least: 0, most: 300 },
    noBracketToEnd: { letters: " -')-~", least: 0, most: 4000 },
    worker: { letters: ' -;=?-~', least: 1, most: 80 },
    socket: { letters: ' -9;-~', least: 1, most: 60 },
    ofSocket: { letters: ' -9;-~', least: 0, most: 60 },
    database: { letters: 'a-z\\d-', least: 2, most: 20 },
    untyped: { letters: ' -;=?-~', least: 0, most: 4000 },
    part40: { letters: '\\w.-', least: 1, most: 40 },
    queue: { letters: '0-9A-Za-z', least: 5, most: 20 },
    noComma: { letters: ' -+\\--~', least: 0, most: 300 },
    noSquare: { letters: ' -Z\\\\^-~', least: 0, most: 4000 },
    word20: { letters: '\\w', least: 1, most: 20 },
  },
}
