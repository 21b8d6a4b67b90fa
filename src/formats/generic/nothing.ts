import { MISSING } from '../path.ts'

/**
 * Words that home-made logs write where there is nothing, besides those of any log (`presentText`): Python's, JavaScript's, Go's, a database's
 * (`\N`), a spreadsheet's. Vendors use some of them as codes. `nil` and `nan` are left out: they are people's names too.
 */
const WORDS: ReadonlySet<string> = new Set([
  ...MISSING,
  ...'-- <null> [null] none (none) <none> [none] undefined n/a #n/a \\n (nil) <nil> なし 無し 該当なし'.split(' '),
])
const LONGEST = Math.max(...[...WORDS].map(({ length }) => length))

export const isNothing = (text: string): boolean => text.length <= LONGEST && WORDS.has(text.trim().toLowerCase())

/** The value, unless it is a word for nothing. */
export const unlessNothing = (text: string | undefined): string | undefined => (text === undefined || isNothing(text) ? undefined : text)
