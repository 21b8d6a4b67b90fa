import type { Lang } from '../../../model/vocabulary.ts'

/** A draft as a Mustache template in both languages. `{{name}}` is a fact of the case; 【 】 is for people to fill in. */
export interface DraftTemplate {
  readonly id: string
  /** What it is for, in one line. */
  readonly title: Readonly<Record<Lang, string>>
  readonly text: Readonly<Record<Lang, string>>
}
