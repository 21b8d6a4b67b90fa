import { LONGEST_PIECE, PIECE_OF } from './phrase-pieces.ts'
import type { Piece } from './phrase-pieces.ts'

/** Longer texts are sentences of somebody's, not words of a system's. */
const LONGEST = 80

/** Signs become blanks, `loginFailed` two words, widths and cases one; places for values (`User {Name}`) are nothing. */
export const phraseOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\{[^{}]{1,40}\}/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    // ASP.NET Core's words for any login that fails; 不正ログイン is another thing.
    .replace(/\binvalid (?=login|logon|sign ?in)/, 'failed ')

/** An amount: `500pt`, `1 200円`, `3回目`. */
const AMOUNT = /^\d+(?: \d{3})*(?:pt|p|ポイント|円|件|個|点|回目?|度目?|yen|points?)(?![a-z])/

const isLatin = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/.test(char)

/** Length of the longest piece at `from`; Latin words end where their letters do. */
const pieceAt = (phrase: string, from: number): number => {
  for (let length = Math.min(LONGEST_PIECE, phrase.length - from); length > 0; length--) {
    const end = from + length
    if (isLatin(phrase[end - 1]) && isLatin(phrase[end])) continue
    if (PIECE_OF.has(phrase.slice(from, end))) return length
  }
  return AMOUNT.exec(phrase.slice(from))?.[0].length ?? 0
}

/** What those pieces of a text speak of that are known, of whatever else it is made. */
export const somePiecesOf = (text: string): ReadonlySet<Piece> => {
  const phrase = phraseOf(text)
  const pieces = new Set<Piece>()
  for (let at = 0; at < phrase.length;) {
    const length = isLatin(phrase[at - 1]) && isLatin(phrase[at]) ? 0 : pieceAt(phrase, at)
    const piece = PIECE_OF.get(phrase.slice(at, at + length))
    if (piece !== undefined) pieces.add(piece)
    at += Math.max(length, 1)
  }
  return pieces
}

/** What all pieces of a phrase speak of; undefined where one of them is not known, or the text is no phrase. */
export const piecesOf = (text: string): ReadonlySet<Piece> | undefined => {
  if (text.length > LONGEST) return undefined
  const phrase = phraseOf(text)
  const pieces = new Set<Piece>()
  for (let at = 0; at < phrase.length;) {
    if (phrase[at] === ' ') at++
    else {
      const length = pieceAt(phrase, at)
      if (length === 0) return undefined
      const piece = PIECE_OF.get(phrase.slice(at, at + length))
      if (piece !== undefined && piece !== 'glue') pieces.add(piece)
      at += length
    }
  }
  return pieces.size === 0 ? undefined : pieces
}
