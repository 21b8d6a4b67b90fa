import type { Verdict } from './mapping.ts'
import { phraseOf, somePiecesOf } from './phrase.ts'
import type { Piece } from './phrase-pieces.ts'
import type { Words } from './value-words.ts'

/** What is entered, and with what. */
const ENTRY: readonly Piece[] = ['login', 'password', 'factor', 'lock', 'locked', 'unlock']
const ENDS: readonly Piece[] = ['success', 'failure', 'refused', 'wrong', 'missing', 'disabled', 'exceeded']
/** Things that something else than a login may succeed or fail with. */
const THINGS: readonly Piece[] = ['order', 'points', 'payment', 'shop', 'history', 'address', 'profile', 'mypage', 'phone', 'email']

const has = (pieces: ReadonlySet<Piece>, some: readonly Piece[]): boolean => some.some((piece) => pieces.has(piece))

/** May a word that is not understood be a login, or how one ended? Then nobody may leave it out. */
const maySpeakOfLogins = (value: string): boolean => {
  const pieces = somePiecesOf(value)
  return has(pieces, ENTRY) || (has(pieces, ENDS) && !has(pieces, THINGS))
}

/** The same words, and those acts of a service's own (`coupon_obtained`) are left out that cannot be logins. */
export const leavingActsOut = ({ words, phrase }: Words): Words => ({
  words,
  phrase: (value): Verdict | undefined => phrase(value) ?? (maySpeakOfLogins(value) ? undefined : 'ignore'),
})

/** A word of a system, which may stand in a report; a sentence may hold anything. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u

/** Why a record is ignored that no code of a mapping leaves out: `act:` and its word (i18n/words.ts); undefined where that is none. */
export const actByName = (value: string | undefined): string | undefined =>
  value !== undefined && WORD.test(value) && phraseOf(value) !== '' ? `act:${value}` : undefined
