import type { FoldRecord } from '../define-format.ts'
import { NO_PASSWORD } from './patterns.ts'

/**
 * The lines of one connection (host and pid) → the events that stay.
 *
 * sshd, its PAM modules and PAM's summary ("PAM 2 more authentication failures") each write their own line about one and the
 * same try. So lines are put into families, each of which has at most one line per try; the family with the most lines is the
 * number of tries, and it alone stays. On a tie the one that says most stays, in the order below. Hence
 * `Invalid user` + `input_userauth_request` + `pam authentication failure` + `Failed password` is one failure, three
 * `Failed password` lines are three, and `PAM 2 more` beside them adds none.
 */
const FAMILIES: readonly (readonly [codes: readonly string[], most: number])[] = [
  [['not-allowed', 'account-expired', 'password-expired', 'pam-tally'], 1],
  [['failed'], Infinity],
  [['pam-error'], Infinity],
  [['invalid-user'], Infinity],
  [['pam-failure', 'pam-more'], Infinity],
  [['pam-other-failure'], Infinity],
  [['userauth-invalid-user'], Infinity],
]

/** Only worth an event when the connection shows no try by password: a client offers all its keys, and asks for methods, unasked. */
const LAST_RESORTS: readonly (readonly string[])[] = [
  ['failed-key'],
  ['too-many', 'too-many-named', 'too-many-bare'],
  ['postponed'],
  ['peer-left'],
]

/** PAM stacks log one module's refusal although the next one accepts: beside an `Accepted` these lines are no failures. */
const UNDONE_BY_SUCCESS: ReadonlySet<string> = new Set(['pam-failure', 'pam-more', 'pam-other-failure', 'pam-error'])

const kindOf = ({ code = '' }: FoldRecord): string => {
  const [kind = '', method = ''] = code.split('/')
  return kind === 'failed' && NO_PASSWORD.has(method) ? 'failed-key' : kind
}

const rowsOf = (kinds: readonly string[], codes: readonly string[], most: number): readonly number[] => {
  const rows = kinds.flatMap((kind, row) => (codes.includes(kind) ? [row] : []))
  return rows.length > most ? rows.slice(0, most) : rows
}

const longest = (families: readonly (readonly number[])[]): readonly number[] =>
  families.reduce((best, rows) => (rows.length > best.length ? rows : best), [])

const FOLDED: ReadonlySet<string> = new Set([...FAMILIES.flatMap(([codes]) => codes), ...LAST_RESORTS.flat()])

/** Indexes of the records that stay, ascending. Successes, sessions and locks always do. */
export const foldConnection = (records: readonly FoldRecord[]): readonly number[] => {
  const kinds = records.map(kindOf)
  const accepted = kinds.includes('accepted')
  const families = FAMILIES.filter(([codes]) => !(accepted && codes.some((code) => UNDONE_BY_SUCCESS.has(code))))
  let tries = longest(families.map(([codes, most]) => rowsOf(kinds, codes, most)))
  if (tries.length === 0 && !accepted) {
    tries = LAST_RESORTS.map((codes) => rowsOf(kinds, codes, 1)).find((rows) => rows.length > 0) ?? []
  }
  const always = kinds.flatMap((kind, row) => (FOLDED.has(kind) ? [] : [row]))
  return [...always, ...tries].sort((a, b) => a - b)
}
