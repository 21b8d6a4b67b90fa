import { createRequire } from 'node:module'
import { once } from './once.ts'
import type measure from 'string-width'

/** Compiling its expressions takes 25 ms: paid by the first text that is not plain ASCII, not by every start. */
let library: typeof measure | undefined
const stringWidth = (text: string): number =>
  (library ??= (createRequire(import.meta.url)('string-width') as { readonly default: typeof measure }).default)(text)

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/

/** Kana, kanji, their punctuation and full-width forms: each a single code unit, two columns wide, and never part of a longer character. */
const WIDE_ONLY = '\\u3001-\\u3029\\u3041-\\u3096\\u30a1-\\u30fc\\u4e00-\\u9fff\\uff01-\\uff5e'
const JAPANESE = new RegExp(`^[\\x20-\\x7e${WIDE_ONLY}]*$`)
const EVERY_WIDE = new RegExp(`[${WIDE_ONLY}]`, 'g')

/** Terminal columns that a text takes; wide characters count two, colour codes nothing. What stands in most cells is counted without the library. */
export const displayWidth = (text: string): number => {
  if (PRINTABLE_ASCII.test(text)) return text.length
  return JAPANESE.test(text) ? text.length + (text.match(EVERY_WIDE)?.length ?? 0) : stringWidth(text)
}

/** Fills up to `width` columns with blanks on the right; longer text stays as it is. */
export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** Fills up to `width` columns with blanks on the left; longer text stays as it is. */
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text

const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))
const graphemes = (text: string): string[] => Array.from(segmenter().segment(text), (part) => part.segment)

/** The longest start of `text` that fits into `width` columns, by whole characters. */
const fitting = (text: string, width: number): string => {
  let used = 0
  let end = 0
  for (const part of graphemes(text)) {
    used += displayWidth(part)
    if (used > width) break
    end += part.length
  }
  return text.slice(0, end)
}

/** Cuts to at most `width` columns; what was cut shows as `…`. */
export const truncate = (text: string, width: number): string => {
  if (displayWidth(text) <= width) return text
  return width < 1 ? '' : `${fitting(text, width - 1)}…`
}

/** Japanese line breaking (JIS X 4051): characters that may not start a line, and those that may not end one. */
const NO_START = new Set('、。，．・：；？！ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ）」』】〉》〕］｝)]},.:;!?%…〜～→')
const NO_END = new Set('（「『【〈《〔［｛([{')
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u

const KATAKANA = /^[ァ-ヴー・]$/
/** Longest run of katakana kept together: a loan word reads badly when broken, an endless run must break somewhere. */
const KATAKANA_COLUMNS = 16

/** May no line break stand between a piece so far and the next character? */
const isBound = (piece: string, next: string): boolean => {
  const before = piece.at(-1) ?? ''
  if (next === ' ' || NO_START.has(next) || NO_END.has(before)) return true
  if (KATAKANA.test(next) && KATAKANA.test(before)) return displayWidth(piece) < KATAKANA_COLUMNS
  return before !== ' ' && !WIDE.test(next) && !WIDE.test(before)
}

/** Pieces between which a line may break: Latin words with their blanks, single wide characters, kinsoku glued together. */
const breakable = (text: string): string[] => {
  const pieces: string[] = []
  for (const part of graphemes(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && isBound(last, part)) pieces[pieces.length - 1] = last + part
    else pieces.push(part)
  }
  return pieces
}

/** A piece wider than a line, cut into pieces that fit. */
const cut = (piece: string, width: number): string[] => {
  const parts: string[] = []
  let rest = piece
  while (displayWidth(rest.trimEnd()) > width) {
    const start = fitting(rest, width) || graphemes(rest)[0] || rest
    parts.push(start)
    rest = rest.slice(start.length)
  }
  return rest === '' ? parts : [...parts, rest]
}

/** Breaks text into lines of at most `width` columns, at blanks in Latin text and between characters in Japanese. */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of breakable(text).flatMap((part) => cut(part, width))) {
    if (line !== '' && displayWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}
