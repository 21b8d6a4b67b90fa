import { NO_PATTERN, type LinePlan } from '../../model/line-plan.ts'
import { ROOT_TOOLS } from './root-tools.ts'
import { NEIGHBOURS } from './syslog-head.ts'

/**
 * Most lines of an auth.log, as OpenSSH and PAM write them (see patterns.ts for the sources), with names that are one word.
 * `code` is that of message.ts. Everything else (names with blanks, certificates with an address in their id, old wordings)
 * is read by the patterns.
 */
const METHODS = ['password', 'publickey', 'keyboard-interactive/pam', 'none'] as const
const FROM = 'from {ip:address} port {port:port}'
const ENDS = ['', ' [preauth]'] as const

type Body = LinePlan['bodies'][number]

const body = (line: string, code: string, method?: string): Body => ({ line, values: method === undefined ? { code } : { code, method } })
const withEnds = (line: string, code: string, method?: string): readonly Body[] => ENDS.map((end) => body(`${line}${end}`, code, method))

const tries = METHODS.flatMap((method) => [
  ...withEnds(`Failed ${method} for invalid user {user:word} ${FROM} ssh2`, `failed/${method}/invalid`, method),
  ...withEnds(`Failed ${method} for {user:word} ${FROM} ssh2`, `failed/${method}`, method),
  body(`Accepted ${method} for {user:word} ${FROM} ssh2`, `accepted/${method}`, method),
  body(`Accepted ${method} for {user:word} ${FROM} ssh2: {:rest}`, `accepted/${method}`, method),
])

const unfinished = METHODS.flatMap((method) =>
  (['Postponed', 'Partial'] as const).flatMap((word) => [
    ...withEnds(`${word} ${method} for invalid user {user:word} ${FROM} ssh2`, `${word.toLowerCase()}/${method}/invalid`, method),
    ...withEnds(`${word} ${method} for {user:word} ${FROM} ssh2`, `${word.toLowerCase()}/${method}`, method),
  ]),
)

const TOO_MANY = 'maximum authentication attempts exceeded for'
const NOT_ALLOWED = 'User {user:word} from {ip:address} not allowed because'
const refusals = [
  ...['error: ', ''].flatMap((error) => [
    ...withEnds(`${error}${TOO_MANY} invalid user {user:word} ${FROM} ssh2`, 'too-many/invalid'),
    ...withEnds(`${error}${TOO_MANY} {user:word} ${FROM} ssh2`, 'too-many'),
  ]),
  ...['authenticating', 'invalid'].flatMap((kind) =>
    withEnds(`Disconnecting ${kind} user {user:word} {ip:address} port {port:port}: Too many authentication failures`, 'too-many-named'),
  ),
  ...withEnds('input_userauth_request: invalid user {user:name}', 'userauth-invalid-user'),
  body(`${NOT_ALLOWED} account is locked`, 'not-allowed/locked'),
  ...['not listed in AllowUsers', "none of user's groups are listed in AllowGroups", 'listed in DenyUsers'].map((why) =>
    body(`${NOT_ALLOWED} ${why}`, 'not-allowed'),
  ),
  body('PAM service(sshd) ignoring max retries; {:rest}', 'ignored/detail-of-attempt'),
]

const PAM = 'pam_unix(sshd:auth): authentication failure; logname= uid=0 euid=0 tty=ssh ruser= rhost={ip:address}'
/** What pam_strerror of Linux-PAM says of a refusal. */
const PAM_ERRORS = [
  'Authentication failure',
  'User not known to the underlying authentication module',
  'Have exhausted maximum number of retries for service',
] as const
const SESSION = 'pam_unix(sshd:session): session'

const pam = [
  body(`${PAM}  user={user:name}`, 'pam-failure'),
  body(PAM, 'pam-failure/invalid'),
  body(`${PAM} `, 'pam-failure/invalid'),
  body('pam_unix(sshd:auth): check pass; user unknown', 'pam-check'),
  body('pam_faillock(sshd:auth): Consecutive login failures for user {user:name} account temporarily locked', 'pam-lock'),
  ...PAM_ERRORS.flatMap((error) => [
    ...['invalid', 'illegal'].map((kind) => body(`error: PAM: ${error} for ${kind} user {user:word} from {ip:word}`, 'pam-error/invalid')),
    body(`error: PAM: ${error} for {user:word} from {ip:word}`, 'pam-error'),
  ]),
  body(`${SESSION} opened for user {user:name} by (uid={:digits})`, 'session-opened'),
  ...['', '{:name}'].map((by) => body(`${SESSION} opened for user {user:name}(uid={:digits}) by ${by}(uid={:digits})`, 'session-opened')),
  body(`${SESSION} closed for user {user:name}`, 'session-closed'),
]

const PEER = 'user {user:word} {ip:address} port {port:port}'
const connections = [
  ...withEnds(`Invalid user {user:word} ${FROM}`, 'invalid-user'),
  ...['closed', 'reset'].flatMap((how) => [
    ...withEnds(`Connection ${how} by authenticating ${PEER}`, 'peer-left'),
    ...withEnds(`Connection ${how} by invalid ${PEER}`, 'peer-left/invalid'),
    ...withEnds(`Connection ${how} by {:address} port {:port}`, 'ignored/probe'),
  ]),
  ...withEnds(`Disconnected from authenticating ${PEER}`, 'peer-left'),
  ...withEnds(`Disconnected from invalid ${PEER}`, 'peer-left/invalid'),
  ...withEnds(`Disconnected from ${PEER}`, 'user-left'),
  body('Did not receive identification string from {:address} port {:port}', 'ignored/probe'),
  body('error: kex_exchange_identification: {:rest}', 'ignored/probe'),
  body('reverse mapping checking getaddrinfo for {:name} [{:address}] failed - POSSIBLE BREAK-IN ATTEMPT!', 'ignored/name-check'),
  ...withEnds('Disconnected from {:address} port {:port}', 'ignored/connection-end'),
  body('Received disconnect from {:address} port {:port}:{:rest}', 'ignored/connection-end'),
]

/** As RFC 5424 has it: the process, a message's id, and structured data or none. */
const STRUCTURED = ['-', '[{:data}]'] as const
const SYSLOG = [': ', '[{:digits}]: '] as const
const RFC5424 = STRUCTURED.map((data) => ` {:word} {:messageId} ${data} `)
const unread = (program: string, pids: readonly string[], rest: string): readonly Body[] =>
  pids.map((pid) => ({ line: `${program}${pid}${rest}`, values: { pattern: NO_PATTERN } }))

const others: readonly Body[] = [
  ...NEIGHBOURS.flatMap((program) => unread(program, [...SYSLOG, ...RFC5424], '{:rest}')),
  // What PAM writes of the tools that make somebody root says nothing that their own lines do not; as RFC 5424 has them, no pattern reads them.
  ...ROOT_TOOLS.flatMap((tool) => [...unread(tool, SYSLOG, `pam_unix(${tool}{:rest}`), ...unread(tool, RFC5424, '{:rest}')]),
]

const OTHERS = [...NEIGHBOURS, ...ROOT_TOOLS]

const PRIORITIES = ['', '<{:digits}>'] as const
const TIMES = ['{time:iso}', '{time:bsd}'] as const
const PROGRAMS = ['sshd', 'sshd-session', 'sshd-auth'] as const
const SESSION_OF_LINE = '{session=_host/_pid}'

const heads = PRIORITIES.flatMap((priority) =>
  TIMES.flatMap((time) => [
    ...PROGRAMS.map((program) => `${priority}${time} {_host:host} ${program}[{_pid:digits}]: ${SESSION_OF_LINE}`),
    ...OTHERS.map((program) => `${priority}${time} {:host} {?${program}}`),
  ]),
)
const headsOfRfc5424 = [
  ...PROGRAMS.flatMap((program) => STRUCTURED.map((data) => `${program} {_pid:digits} {:messageId} ${data} ${SESSION_OF_LINE}`)),
  ...OTHERS.map((program) => `{?${program}}`),
].map((program) => `<{:digits}>1 {time:iso} {_host:host} ${program}`)

export const cutLines: LinePlan = {
  signs: [' sshd'],
  heads: [...heads, ...headsOfRfc5424],
  bodies: [...tries, ...connections, ...pam, ...unfinished, ...refusals, ...others],
  modes: new Map([['time', 'time']]),
  runs: {
    messageId: { letters: '!-~', least: 1, most: 32 },
    data: { letters: ' -\\\\^-~', least: 0, most: 1000 },
  },
}
