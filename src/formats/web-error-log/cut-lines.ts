import type { LinePlan } from '../../model/line-plan.ts'

const runs: LinePlan['runs'] = {
  user: { letters: ' !#-9;-_a-~', least: 0, most: 500 },
  unquoted: { letters: ' !#-&(-_a-~', least: 0, most: 2000 },
  file: { letters: ' !#-~', least: 0, most: 2000 },
  server: { letters: '!-+--~', least: 0, most: 255 },
  module: { letters: '\\w-', least: 1, most: 40 },
  number: { letters: '0-9', least: 5, most: 5 },
}

const LEVELS = ['error', 'warn', 'info', 'notice', 'crit'] as const
/** Of nginx's words for what is no login, the beginnings of the frequent ones. */
const OTHERS = ['open() "', 'access forbidden', 'directory index of', 'connect() failed', 'upstream ', 'recv() failed', 'client intended']
const CLIENT = ', client: {ip:address}, server: {server:server}{:text}'

/** By the patterns of lines.ts, with names that hold no quotes. */
export const nginxLines: LinePlan = {
  signs: ['" was not found in "', '": password mismatch, client: ', ' no user/password was provided for basic authentication'],
  heads: LEVELS.flatMap((level) => ['*{:digits} ', ''].map((connection) => `{time:slashed} [${level}] {:digits}#{:digits}: ${connection}`)),
  bodies: [
    { line: `user "{user:user}" was not found in "{:file}"${CLIENT}`, values: { pattern: 'nginxNotFound' } },
    { line: `user "{user:user}": password mismatch${CLIENT}`, values: { pattern: 'nginxMismatch' } },
    { line: 'no user/password was provided for basic authentication{:text}', values: { pattern: 'noPassword' } },
    ...OTHERS.map((words) => ({ line: `{?${words}}{rest:text}`, values: { pattern: 'other' } })),
  ],
  modes: new Map([['time', 'time']]),
  runs,
}

const PIDS = ['[pid {:digits}] ', '[pid {:digits}:tid {:digits}] '] as const
const NUMBERS = ['AH{:number}: ', ''] as const
/** A page that a client says it comes from may hold any words but no blanks. */
const PAGES = ['', ', referer: {:word}'] as const

const REALM = "user `{user:unquoted}' in realm `{:unquoted}'"
const MESSAGES: readonly (readonly [pattern: string, line: string])[] = [
  ['basicMismatch', 'user {user:user}: authentication failure for "{:file}": Password Mismatch'],
  ['digestNotFound', `${REALM} not found: {:word}`],
  ['digestDenied', `${REALM} denied by provider: {:word}`],
  ['digestMismatch', 'user {user:user}: password mismatch: {:word}'],
  ['notAuthorized', 'user {user:user}: authorization failure for "{:file}": '],
  ['basicNotFound', 'user {user:user} not found: {:word}'],
]
/** Words for what is no login, or to their end. */
const LONGER: readonly (readonly [pattern: string, line: string])[] = [
  ['notAuthorized', 'Authorization of user {user:word} to access {:word} failed, reason: {:text}'],
  ['ldapDetail', 'auth_ldap authenticate: {:text}'],
  ...['client denied', 'File does not exist', 'Invalid URI'].map((words) => ['other', `{?${words}}{rest:text}`] as const),
]

export const apacheLines: LinePlan = {
  signs: ['[auth_basic:error]', '[auth_digest:error]'],
  // Since 2.4 the module is named, and a port stands behind each address.
  heads: [
    ...['error', 'info'].flatMap((level) =>
      PIDS.flatMap((pid) =>
        NUMBERS.map((number) => `[{time:ctime}] [{:module}:${level}] ${pid}[client {address:address}:{clientPort:port}] ${number}`),
      ),
    ),
    '[{time:ctime}] [error] [client {address:address}] ',
    '[{time:ctime}] [error] [client {address:address}] Digest: ',
  ],
  bodies: [
    ...MESSAGES.flatMap(([pattern, line]) => PAGES.map((page) => ({ line: `${line}${page}`, values: { pattern } }))),
    ...LONGER.map(([pattern, line]) => ({ line, values: { pattern } })),
  ],
  modes: new Map([['time', 'time']]),
  runs,
}
