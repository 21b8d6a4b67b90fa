import type { Node } from 'yaml'
import { runsAway } from './runs-away.ts'
import type { YamlReader } from './yaml-reader.ts'

/** A regular expression of a mapping, Unicode mode; an error is noted, when it is none or a dangerous one. */
export const readPattern = (reader: YamlReader, node: Node, what: string): RegExp | undefined => {
  const text = reader.text(node, what)
  if (text === undefined) return undefined
  try {
    const pattern = new RegExp(text, 'u')
    if (runsAway(text))
      return reader.fail(node, {
        en: `${what}: a repeated group can match the same text in several ways, and can take for ever; make its alternatives exclude each other`,
        ja: `${what}: 繰り返しの中が同じ文字列に何通りにも一致し、処理が終わらないことがあります。選択肢が重ならないように書いてください`,
      })
    return pattern
  } catch (error) {
    return reader.fail(node, {
      en: `${what}: ${error instanceof Error ? error.message : 'not a regular expression'}`,
      ja: `${what}: 正規表現として読めません: ${text}`,
    })
  }
}
