import type { SayOptions } from '../../i18n/translate.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Cell } from '../account-list.ts'
import { draftFacts, type DraftInput } from './facts.ts'
import { renderDraft } from './render-draft.ts'
import { DRAFTS } from './templates/all.ts'

/** A user's own templates by file name, e.g. `customer-A.ja.md`. */
export type OwnTemplates = ReadonlyMap<string, string>

interface DraftFile {
  readonly name: string
  readonly text: string
}

export const DRAFT_LANGS: readonly Lang[] = ['ja', 'en']

export const draftName = (id: string, lang: Lang): string => `${id}.${lang}.md`

/** Names that a template of the user's own may have. */
export const draftNames = (): readonly string[] => DRAFTS.flatMap(({ id }) => DRAFT_LANGS.map((lang) => draftName(id, lang)))

/** The built-in template, to start an own one from. */
export const draftTemplate = (id: string, lang: Lang): string | undefined => DRAFTS.find((draft) => draft.id === id)?.text[lang]

/** All drafts in one language, with the facts of the case as they stand; the document's steps are worded in that language. */
export const draftFiles = (input: DraftInput, { lang, zone }: SayOptions, own: OwnTemplates): readonly DraftFile[] => {
  const facts = draftFacts(input, { lang, zone })
  return DRAFTS.map(({ id, text }) => {
    const name = draftName(id, lang)
    return { name, text: renderDraft(own.get(name) ?? text[lang], facts, name) }
  })
}

/** What there is, for a person who does not know the names. */
export const draftTable = (lang: Lang): readonly (readonly Cell[])[] => [
  ['id', 'title'],
  ...DRAFTS.map(({ id, title }) => [id, title[lang]]),
]
