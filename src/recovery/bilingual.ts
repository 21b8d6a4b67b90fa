import type { Lang } from '../model/vocabulary.ts'

/** A sentence in both languages of the house. */
export type Bilingual = Readonly<Record<Lang, string>>

/** One text for both languages, or the one that is asked for. */
export const inLanguage = (text: string | Bilingual, lang: Lang): string => (typeof text === 'string' ? text : text[lang])
