import { once } from './once.ts'

/** An address of e-mail or a principal name: `taro@example.jp`. */
const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
/** Made when the first text is long enough to be one: the classes of Unicode take as long as a hundred plain patterns. */
const patterns = once(() => ({
  /** Not the signs that names have too: `EXAMPLE\taro`, `taro.yamada_2`. */
  sign: /[^\p{L}\p{M}\p{N}\s._\-@\\/]/u,
  kinds: [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{M}\p{N}\s._-]/u],
}))
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
  const { sign, kinds } = patterns()
  const found = kinds.filter((kind) => kind.test(text)).length
  return found >= LEAST_KINDS || (found === LEAST_KINDS - 1 && sign.test(text))
}
