import type { Classified } from '../define-format.ts'

type Value = string | undefined

const SUCCESS: Classified = { action: 'login', outcome: 'success', accountKnown: true, code: 'session' }
const FAILURE: Classified = { action: 'login', outcome: 'failure', reason: 'bad-credentials', code: 'refused' }

/** ut_type of utmp(5) */
const LOGIN_PROCESS = '6'
const USER_PROCESS = '7'

/** In wtmp getty's own waiting is a LOGIN_PROCESS of "LOGIN"; in btmp it is a refused name. */
const byType = (type: Value, isGetty: boolean): Classified => {
  if (type === USER_PROCESS) return SUCCESS
  return type === LOGIN_PROCESS && !isGetty ? FAILURE : { ignore: 'system-event' }
}

/** sshd writes refused logins, and only these, without a terminal. */
const isRefused = (tty: Value): boolean => tty === 'ssh:notty'

/**
 * A row of `lastb` looks like one of `last` that ended when it began. sshd names no terminal for the one, a pseudo terminal
 * for the other; of a console nobody can tell, and such a row is refused: whether somebody got in is never guessed.
 */
const byRow = (tty: Value, instant: Value): Classified => {
  if (isRefused(tty)) return FAILURE
  if (instant === 'no' || tty?.startsWith('pts/') === true) return SUCCESS
  return { reject: 'ambiguous-value', detail: 'last or lastb: ends when it begins, on a console' }
}

/** The kind of line, the terminal, whether it ended when it began, utmpdump's type, and whether it is getty that waits. */
export const classify = (pattern: Value, tty: Value, instant: Value, type: Value, getty: Value): Classified => {
  if (pattern === 'row') return byRow(tty, instant)
  if (pattern === 'dump') return byType(type, getty !== undefined)
  return { ignore: pattern === 'trailer' ? 'trailer' : 'system-event' }
}

/** The terminal as far as it matters: its number is not part of the meaning. */
export const kindOfTerminal = (tty: Value): Value => {
  const name = tty?.trim()
  return isRefused(name) ? name : name?.replace(/\d+$/, '')
}

const CLOCK = /\d\d:\d\d(?::\d\d)?/

/** Did the session end in the second, or the minute, in which it began? */
export const instantOf = (start: Value, end: Value): 'yes' | 'no' => {
  if (start === undefined || end === undefined || !CLOCK.test(end)) return 'no'
  return start === end || CLOCK.exec(start)?.[0] === end ? 'yes' : 'no'
}
