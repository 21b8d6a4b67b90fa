import { codeKey } from './mapping.ts'

/** A result as screens of core systems show it: a word, and the code that stands for it. */
interface Coded {
  readonly word: string
  readonly code: string
}

const CODE = '[a-z]{0,3}-?\\d{1,6}'
const WORD = '[^()\\[\\]:\\d][^()\\[\\]:]{0,40}?'
/** `正常(0000)`, `OK[200]`, `0000(正常)`, `0:正常`, `正常:0`, as `codeKey` spells them. */
const FORMS: readonly RegExp[] = [
  `(?<word>${WORD}) ?[(\\[](?<code>${CODE})[)\\]]`,
  `(?<code>${CODE}) ?[(\\[](?<word>${WORD})[)\\]]`,
  `(?<code>${CODE}) ?: ?(?<word>${WORD})`,
  `(?<word>${WORD}) ?: ?(?<code>${CODE})`,
].map((form) => new RegExp(`^${form}$`, 'u'))

const codedIn = (value: string): Coded | undefined => {
  const key = codeKey(value)
  for (const form of FORMS) {
    const { word, code } = form.exec(key)?.groups ?? {}
    if (word !== undefined && code !== undefined) return { word, code }
  }
  return undefined
}

/**
 * The word of each code, where every value is a known word or one with its code, and no code stands for two words: then the words say what
 * the codes only repeat. Undefined where no value is so, or where it is not sure.
 */
export const wordsOfCodes = (values: readonly string[], words: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> | undefined => {
  const found = new Map<string, string>()
  for (const value of values) {
    if (words.has(codeKey(value))) continue
    const coded = codedIn(value)
    if (coded === undefined || !words.has(coded.word) || (found.get(coded.code) ?? coded.word) !== coded.word) return undefined
    found.set(coded.code, coded.word)
  }
  return found.size === 0 ? undefined : found
}

/** The word in a value with its code; undefined where its code is that of another word. */
export const wordIn = (value: string, wordOfCode: ReadonlyMap<string, string>): string | undefined => {
  const coded = codedIn(value)
  return coded !== undefined && (wordOfCode.get(coded.code) ?? coded.word) === coded.word ? coded.word : undefined
}
