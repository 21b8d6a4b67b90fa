/**
 * What JavaScript means by `\s` (ECMA-262, WhiteSpace and LineTerminator); RE2 means ASCII alone.
 */
const BLANK = '\\t-\\r \\xA0\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}'
const NOT_BLANK =
  '\\x00-\\x08\\x0E-\\x1F!-\\x{9F}\\xA1-\\x{167F}\\x{1681}-\\x{1FFF}\\x{200B}-\\x{2027}\\x{202A}-\\x{202E}\\x{2030}-\\x{205E}' +
  '\\x{2060}-\\x{2FFF}\\x{3001}-\\x{FEFE}\\x{FF00}-\\x{10FFFF}'
/** RE2's dot stops at a line feed only. */
const DOT = '[^\\n\\r\\x{2028}\\x{2029}]'

/** An escape by code, another escape, the opening of a named group, or one character. */
const PART = /\\u\{(?<braced>[0-9A-Fa-f]+)\}|\\u(?<four>[0-9A-Fa-f]{4})|\\c(?<control>[A-Za-z])|\\[^]|\(\?<(?![=!])[^>]*>|[^]/gu

const escapeOf = (part: string, isClass: boolean): string => {
  if (part === '\\s') return isClass ? BLANK : `[${BLANK}]`
  if (part === '\\S') return isClass ? NOT_BLANK : `[${NOT_BLANK}]`
  if (part === '\\b' && isClass) return '\\x08'
  return part === '\\0' ? '\\x00' : part
}

const plainOf = (part: string, isClass: boolean): string => {
  // `[[:alpha:]]` is a class of RE2's own.
  if (isClass) return part === '[' ? '\\[' : part
  if (part === '.') return DOT
  return part.startsWith('(?<') ? '(' : part
}

/** A pattern of JavaScript's Unicode mode in the syntax of RE2, with the same meaning; its groups have places, no names. */
export const toRe2 = (source: string): string => {
  let isClass = false
  return source.replace(PART, (part: string, ...found: readonly unknown[]) => {
    const { braced, four, control } = found.at(-1) as Readonly<Record<'braced' | 'four' | 'control', string | undefined>>
    const code = braced ?? four
    if (code !== undefined) return `\\x{${code}}`
    if (control !== undefined) return `\\x{${(control.charCodeAt(0) % 32).toString(16)}}`
    if (part.startsWith('\\')) return escapeOf(part, isClass)
    const text = plainOf(part, isClass)
    if (part === '[') isClass = true
    else if (part === ']') isClass = false
    return text
  })
}
