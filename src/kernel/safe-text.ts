import { once } from './once.ts'
import { truncate } from './text-width.ts'

/**
 * Everything that can steer a terminal, reorder text or hide in it: controls (C0, C1, DEL), format characters (bidi,
 * zero-width, tags), lone surrogates, private use, unassigned, line and paragraph separators, default-ignorable
 * fillers, spaces that only look like spaces (not the ideographic one), marks piled more than two high, and a
 * backslash that would make a literal `\u{…}` look like an escape of ours. Made when first needed: classes of Unicode take 5 ms.
 */
const unsafe = once(() => /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?![ \u3000])\p{Zs}|(?<=\p{M}{2})\p{M}|\\(?=u\{)/gu)

/** Most texts are of these alone, none of which is unsafe: printable ASCII but the backslash, kana, common ideographs, Japanese punctuation. */
const PLAIN = /^[ -[\]-~\u3000-\u3002\u300c\u300d\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fa5\uff08\uff09\uff1a]*$/

/** Code units kept per wanted column before escaping: a pair and two astral marks, so that a 100 MB name costs nothing. */
const UNITS_PER_COLUMN = 8

const escapeCharacter = (character: string): string =>
  character === '\\' ? '\\\\' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

const escapeUnsafe = (text: string): string => (PLAIN.test(text) ? text : text.replace(unsafe(), escapeCharacter))

/**
 * Text of any origin made fit for a terminal line: unsafe characters become visible `\u{202e}` escapes.
 * `max` limits the result to that many columns, cut with `…`.
 */
export const safeText = (text: string, max?: number): string =>
  max === undefined ? escapeUnsafe(text) : truncate(escapeUnsafe(text.slice(0, (max + 1) * UNITS_PER_COLUMN)), max)

const HTML_ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** What would be read as an HTML entity or a tag; any other `&` stands for itself, and is read unrendered as well. */
const HTML_START = /&(?=#\d+;|#x[\da-f]+;|[a-z][\da-z]*;)|[<>]/gi
/** What would begin a block: a heading or list item only before a blank or the end, a rule, an underline or a table anywhere. */
const BLOCK_START = /^(\s*)(#{1,6}(?=\s|$)|\+(?=\s|$)|[-=:]|\d+(?=[.)](?:\s|$)))/

/** Text of any origin as Markdown text, also inside a table cell: shown literally, no markup, no HTML, no automatic link. */
export const safeMarkdown = (text: string): string =>
  safeText(text)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(HTML_START, (character) => HTML_ENTITIES[character] ?? '')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(BLOCK_START, (_, blanks: string, mark: string) => blanks + (/^\d/.test(mark) ? `${mark}\\` : `\\${mark}`))

/** Text of any origin as a Markdown code span (ids, addresses, commands), also inside a table cell. */
export const safeMarkdownCode = (text: string): string => {
  const inner = safeText(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = inner === '' || /^[` ]|[` ]$/.test(inner) ? ' ' : ''
  return fence + pad + inner + pad + fence
}

/** First characters that make a spreadsheet evaluate a cell (OWASP, CSV injection), with their full-width forms. */
const FORMULA_START = /^[\s\u200b\ufeff]*[=+\-@|%\t\r\n＝＋－＠]/u
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

/** A cell that no spreadsheet evaluates: a leading apostrophe where the value could start a formula. */
export const guardSpreadsheet = (cell: string): string => (FORMULA_START.test(cell) && !PLAIN_NUMBER.test(cell) ? `'${cell}` : cell)

/** What JSON allows raw but a terminal obeys or hides: DEL, C1, bidi and zero-width characters, line separators, BOM. */
const STEERING = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** JSON text whose steering characters are written as `\\uXXXX`: the same values, harmless to look at. */
export const escapeSteering = (json: string): string =>
  json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A value as JSON on one line, harmless to look at. */
export const safeJson = (value: unknown): string => escapeSteering(JSON.stringify(value))
