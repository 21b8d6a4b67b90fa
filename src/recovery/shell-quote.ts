/**
 * Quoting of log-derived text for commands that a person will paste. What the shell hands to the program equals the
 * text byte for byte. Characters that act on a terminal or hide there (controls, bidi, zero width) are written as
 * escapes, so that showing the command does nothing and copying it from a screen loses nothing.
 */
export type Shell = 'posix' | 'powershell'

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u
const HIDDEN_ALL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Text that no argument can carry: NUL ends a C string, a lone surrogate has no UTF-8 bytes. */
export const isUnquotable = (text: string): boolean => text.includes('\0') || !text.isWellFormed()

const octal = (character: string): string =>
  [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

/** One POSIX word. Trailing newlines stay raw in quotes, for `$(…)` would strip them. */
export const quotePosix = (text: string): string => {
  const tail = /\n*$/.exec(text)?.[0] ?? ''
  const body = text.slice(0, text.length - tail.length)
  if (!HIDDEN.test(body)) return `'${text.replaceAll("'", "'\\''")}'`
  const format = body.replaceAll('\\', '\\\\').replaceAll('%', '%%').replaceAll("'", '\\047').replace(HIDDEN_ALL, octal)
  return `"$(printf '${format}')"${tail === '' ? '' : `'${tail}'`}`
}

/** PowerShell takes the typographic single quotes for quotes as well; each is doubled. */
const quotePlainPowerShell = (text: string): string => `'${text.replace(/['\u2018-\u201b]/g, '$&$&')}'`

/** One PowerShell argument; hidden characters become `[char]` terms of an expression. */
export const quotePowerShell = (text: string): string => {
  if (!HIDDEN.test(text)) return quotePlainPowerShell(text)
  const parts = text.split(/([\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u).filter((part) => part !== '')
  const terms = parts.map((part) =>
    HIDDEN.test(part) ? `[char]::ConvertFromUtf32(0x${part.codePointAt(0)?.toString(16)})` : quotePlainPowerShell(part),
  )
  return `(${terms.join('+')})`
}

/** Percent-encoding that also covers `!'()*`, which encodeURIComponent leaves and a shell would read. */
export const encodeUrl = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

const unicodeEscape = (character: string): string =>
  Array.from({ length: character.length }, (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')

/** The inside of a JSON string that may stand in single quotes of either shell: no quote character is left in it. */
export const escapeJson = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/['\u2018-\u201b]/g, unicodeEscape)
    .replace(HIDDEN_ALL, unicodeEscape)

/** OData doubles the quotes inside a quoted literal. */
export const escapeOData = (text: string): string => text.replaceAll("'", "''")

export const quoteWord = (text: string, shell: Shell): string => (shell === 'posix' ? quotePosix(text) : quotePowerShell(text))
