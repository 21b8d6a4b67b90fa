import type { LinePlan } from '../../model/line-plan.ts'

const FROM = ' ({ip:address})'

/** By the patterns of lines.ts, with names that are one word. */
const MESSAGES: readonly (readonly [pattern: string, line: string])[] = [
  ['notFound', `{user:word} was not found in LDAP directory${FROM}`],
  ['notFound', '{user:word} was not found in LDAP directory'],
  ['badPassword', `Bad password for {user:word}${FROM}`],
  ['badPassword', 'Bad password for {user:word}'],
  ['allFailed', `All schemes failed for user {user:word}${FROM}`],
  ['granted', `Session granted for {user:word} by {protocol:backend}${FROM}`],
  ['disconnected', `User {user:word} has been disconnected from {protocol:backend}${FROM}`],
  ['passwordChanged', `Password changed for {user:word}${FROM}`],
  ['authenticated', 'User {:word} successfully authenticated at level {:grade}'],
  ['authorized', 'User {user:word} is authorized to access to {client:host}'],
  ['redirected', 'User {:word} is redirected to {:word}'],
  ['connected', '{:word} connected'],
]

const PROGRAMS = [
  'LLNG[{:pid}]: [{level:lowerLevel}] ',
  'lemonldap-ng[{:pid}]: Lemonldap::NG : ',
  'lemonldap-ng[{:pid}]: [{level:lowerLevel}] ',
]

export const cutLines: LinePlan = {
  signs: [' LLNG['],
  heads: ['{time:bsd}', '{time:iso}'].flatMap((time) => PROGRAMS.map((program) => `${time} {:node} ${program}`)),
  bodies: MESSAGES.map(([pattern, line]) => ({ line, values: { pattern } })),
  modes: new Map([['time', 'time']]),
  runs: {
    node: { letters: '!-~', least: 1, most: 255 },
    pid: { letters: '0-9', least: 1, most: 10 },
    grade: { letters: '0-9', least: 1, most: 3 },
    backend: { letters: '\\w-', least: 1, most: 40 },
    host: { letters: '!-~', least: 1, most: 255 },
  },
}
