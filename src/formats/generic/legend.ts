import type { Outcome } from '../../model/vocabulary.ts'
import { codeKey, type Verdict } from './mapping.ts'
import { OUTCOMES_SAID, readWord } from './value-words.ts'

/** What a table's own legend says of the signs in it: codes, as `codeKey` spells them, to how a login ended. */
export type Legend = ReadonlyMap<string, Verdict>

/** What begins such a line: a comment, `※`, `凡例`; what somebody typed may begin with anything else. */
const MARK = /^[\ufeff"\s]*(?:#|\/\/|--|[※■*]|凡例|記号|注|備考|legend|key|note)/iu
/** `1=成功`, `0: OK`, `9→エラー`; the word ends where the next one may begin. */
const EXPLAINED = /(?<![\p{L}\p{N}_.-])([A-Za-z0-9○〇◯×✕-]{1,4})\s?(?:[=:：＝→]|は)\s?([^\s,;、，/()（）"=:：＝→]{1,30})/gu

const endingOf = (word: string): Outcome | undefined => {
  const said = /^[a-z\d]$/i.test(word) ? undefined : readWord(OUTCOMES_SAID, word)
  return typeof said === 'object' ? said.outcome : undefined
}

/**
 * The legend in lines that stand round a table (`凡例,1=成功,0=失敗`, `# 0=OK 1=NG`). A code that is explained in two ways is not explained,
 * and one that no word for an outcome stands behind belongs to another column. Undefined where nothing is explained.
 */
export const legendIn = (lines: readonly string[]): Legend | undefined => {
  const told = new Map<string, Set<Outcome>>()
  for (const line of lines.filter((text) => MARK.test(text))) {
    for (const [, code = '', word = ''] of line.normalize('NFKC').matchAll(EXPLAINED)) {
      const outcome = endingOf(word)
      if (outcome !== undefined) told.set(codeKey(code), (told.get(codeKey(code)) ?? new Set()).add(outcome))
    }
  }
  const sure = [...told].flatMap(([code, [outcome, ...others]]) =>
    outcome === undefined || others.length > 0 ? [] : [[code, { outcome }] as const],
  )
  return sure.length === 0 ? undefined : new Map(sure)
}

/** Are all of these values explained? */
export const explains = (legend: Legend | undefined, values: readonly string[]): legend is Legend =>
  legend !== undefined && values.length > 0 && values.every((value) => legend.has(codeKey(value)))
