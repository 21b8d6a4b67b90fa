import type { Node } from 'yaml'
import { linearPattern } from './linear-pattern.ts'
import type { YamlReader } from './yaml-reader.ts'

const problemOf = (make: () => unknown): string | undefined => {
  try {
    make()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'not a regular expression'
  }
}

/** A regular expression of a mapping, Unicode mode, in linear time; an error is noted, when it is none or asks for more. */
export const readPattern = (reader: YamlReader, node: Node, what: string): RegExp | undefined => {
  const text = reader.text(node, what)
  if (text === undefined) return undefined
  const problem = problemOf(() => new RegExp(text, 'u'))
  if (problem !== undefined) return reader.fail(node, { en: `${what}: ${problem}`, ja: `${what}: 正規表現として読めません: ${text}` })
  if (problemOf(() => linearPattern(text)) !== undefined)
    return reader.fail(node, {
      en: `${what}: look-ahead, look-behind, references back and counts above 1,000 can take for ever on a line that is made for it; write it without them`,
      ja: `${what}: 先読み・後読み・後方参照・1,000を超える繰り返し回数は、細工された行で処理が終わらなくなるため使えません。使わずに書いてください`,
    })
  return linearPattern(text)
}
