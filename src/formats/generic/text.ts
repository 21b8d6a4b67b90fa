import type { Lang } from '../../model/vocabulary.ts'

/** A sentence in both languages of the house. */
export type Text = Readonly<Record<Lang, string>>
