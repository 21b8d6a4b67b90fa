import type { Node } from 'yaml'
import type { YamlReader } from './yaml-reader.ts'

/** `(a+)+`, `(a*b?)*`: an endless quantifier on a group that holds one. Attackers write the lines that would make it run for years. */
const NESTED_QUANTIFIER = /\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,\})/

/** A regular expression of a mapping, Unicode mode; an error is noted, when it is none or a dangerous one. */
export const readPattern = (reader: YamlReader, node: Node, what: string): RegExp | undefined => {
  const text = reader.text(node, what)
  if (text === undefined) return undefined
  if (NESTED_QUANTIFIER.test(text))
    return reader.fail(node, {
      en: `${what}: a repetition inside a repetition can take for ever; write it without`,
      ja: `${what}: 繰り返しの中の繰り返しは処理が終わらないことがあります。使わずに書いてください`,
    })
  try {
    return new RegExp(text, 'u')
  } catch (error) {
    return reader.fail(node, {
      en: `${what}: ${error instanceof Error ? error.message : 'not a regular expression'}`,
      ja: `${what}: 正規表現として読めません: ${text}`,
    })
  }
}
