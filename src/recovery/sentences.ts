import type { Lang } from '../model/vocabulary.ts'

/** Once each, joined: several commands often carry the same remark. Null when there is none. */
export const joinSentences = (parts: readonly (string | null | undefined)[], lang: Lang): string | null => {
  const texts = [...new Set(parts.filter((part): part is string => typeof part === 'string' && part !== ''))]
  return texts.length === 0 ? null : texts.join(lang === 'ja' ? '。' : '. ')
}
