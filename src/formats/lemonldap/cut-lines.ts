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
  ['pamFailed', 'PAM failed to authenticate {user:word}: {:reason}'],
  ['pamPassed', 'Good PAM authentication for {:word}'],
  ['factorFailed', '{protocol:backend}2f: failed for {user:word}'],
  ['factorAdded', '{protocol:device} registration of {:text} succeeds for {user:word}'],
  ['factorRemoved', '{protocol:device} deletion succeeds for {user:word}'],
  ['factorRemoved', '{protocol:device} unregistration succeeds for {user:word}'],
  ['authenticated', 'User {:word} successfully authenticated at level {:grade}'],
  ['authenticated', 'User {:word} successfully authenticated at level {:grade} ({:address})'],
  ['notAuthorized', 'User {user:word} is not authorized to access to {client:host}'],
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
    reason: { letters: ' -9;-~', least: 1, most: 100 },
    device: { letters: '\\w ', least: 1, most: 40 },
    backend: { letters: '\\w-', least: 1, most: 40 },
    host: { letters: '!-~', least: 1, most: 255 },
  },
}
