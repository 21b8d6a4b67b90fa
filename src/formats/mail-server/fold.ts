import type { FoldRecord } from '../define-format.ts'

/** Said by the authentication process, once per try. */
const BY_AUTH: ReadonlySet<string> = new Set(['wrongPassword', 'unknownUser', 'wrongCredentials', 'refusedByPolicy'])

/**
 * The lines of one connection → the events that stay. Dovecot says at its end how many tries failed, and before, where it is told to,
 * of each try why: the longer of the two counts is the number of tries, and on a tie the lines that say why stay.
 */
export const foldConnection = (records: readonly FoldRecord[]): readonly number[] => {
  const rowsOf = (is: (code: string) => boolean): readonly number[] => records.flatMap(({ code = '' }, row) => (is(code) ? [row] : []))
  const byAuth = rowsOf((code) => BY_AUTH.has(code))
  const atEnd = rowsOf((code) => code === 'authFailed')
  const always = rowsOf((code) => !BY_AUTH.has(code) && code !== 'authFailed')
  return [...always, ...(byAuth.length >= atEnd.length ? byAuth : atEnd)].sort((a, b) => a - b)
}
