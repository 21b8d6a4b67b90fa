import { createRequire } from 'node:module'
import type { RE2JS } from 're2js'
import { once } from '../../kernel/once.ts'
import { toRe2 } from './re2-syntax.ts'

/** A quarter of a megabyte, for patterns that users write. */
const library = once(() => createRequire(import.meta.url)('re2js') as { readonly RE2JS: typeof RE2JS })

/**
 * A regular expression that takes time in proportion to the line, whatever stands in it: RE2 follows all ways to match at once. To
 * everybody who uses it a RegExp, with groups by place (compilePatterns knows their names).
 */
class LinearPattern extends RegExp {
  readonly #engine: RE2JS

  constructor(source: string, engine: RE2JS) {
    super(source, 'u')
    this.#engine = engine
  }

  override exec(text: string): RegExpExecArray | null {
    const matcher = this.#engine.matcher(text)
    if (!matcher.find()) return null
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, place) => matcher.group(place) ?? undefined)
    // A group that took no part is undefined there, too, although the type says text.
    return Object.assign(groups as RegExpExecArray, { index: matcher.start(), input: text })
  }

  override test(text: string): boolean {
    return this.#engine.test(text)
  }
}

/** RE2 sees one loop in a repeated repetition, JavaScript two of them. */
const REPEATED_GROUP = /\)(?:[*+]|\{\d+,\})/u

/**
 * The same pattern, safe from lines that are made to be slow: attackers write the lines of a log. Throws where RE2 cannot do what it
 * asks for (look-ahead, look-behind, references back). Where each character leaves one way to go on, which RE2 calls one-pass, there is
 * nothing to go back to: the machine's own engine is as safe, and forty times as fast.
 */
export const linearPattern = (source: string): RegExp => {
  const engine = library().RE2JS.compile(toRe2(source))
  const isOnePass = engine.re2().onepass !== null && !REPEATED_GROUP.test(source)
  return isOnePass ? new RegExp(source, 'u') : new LinearPattern(source, engine)
}
