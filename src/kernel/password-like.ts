/** An address of e-mail or a principal name: `taro@example.jp`. */
const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
/** Signs that names have too: `EXAMPLE\taro`, `taro.yamada_2`. */
const SIGN = /[^\p{L}\p{M}\p{N}\s._\-@\\/]/u
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{M}\p{N}\s._-]/u]
const SHORTEST = 8
const LONGEST = 128
/** "Passwords must meet complexity requirements" of Windows, and most rules since: characters of three kinds. */
const LEAST_KINDS = 3

/**
 * Does a text look like a password rather than a name? Characters of three kinds, or of two and a sign that names do not have. Never
 * certain: it is asked only of names that belong to nobody.
 */
export const isPasswordLike = (text: string): boolean => {
  if (text.length < SHORTEST || text.length > LONGEST || ADDRESS.test(text) || /[\s\\]/.test(text)) return false
  const kinds = KINDS.filter((kind) => kind.test(text)).length
  return kinds >= LEAST_KINDS || (kinds === LEAST_KINDS - 1 && SIGN.test(text))
}
