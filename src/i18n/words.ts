import { once } from '../kernel/once.ts'
import type { Lang } from '../model/vocabulary.ts'
import { catalogue } from './catalogue.ts'
import { placeholderName } from './catalogue/help.ts'

/** Data of these names hold a word of a closed vocabulary, under `<vocabulary>.<value>` in the catalogue. */
const VOCABULARY_OF: Readonly<Record<string, string>> = {
  action: 'action',
  actions: 'action',
  outcome: 'outcome',
  reason: 'event-reason',
  method: 'method',
  kind: 'network',
  networkKind: 'network',
  severity: 'severity',
  confidence: 'confidence',
  why: 'why',
  input: 'format-word',
  ignored: 'ignored',
  detail: 'detail',
  lacks: 'carried',
  given: 'plugin-value',
  wants: 'plugin-value',
}

const COUNTRY_NAMES = new Set(['country', 'countries', 'fromCountry', 'toCountry', 'newCountry', 'usualCountry', 'usualCountries'])
const COUNTRY_CODE = /^[A-Z]{2}$/

// Only when a country is named: together they take as long to make as all that this program says.
const namesIn = (lang: Lang): (() => Intl.DisplayNames) => once(() => new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }))
const regions: Readonly<Record<Lang, () => Intl.DisplayNames>> = { en: namesIn('en'), ja: namesIn('ja') }
/** Asked for once each: two capital letters, so there are few. */
const known: Readonly<Record<Lang, Map<string, string>>> = { en: new Map(), ja: new Map() }

const lookUpCountry = (code: string, lang: Lang): string => {
  const name = regions[lang]().of(code) ?? code
  known[lang].set(code, name)
  return name
}

/** The name of an ISO 3166 country code; anything else comes back as it is. */
export const countryName = (code: string, lang: Lang): string =>
  COUNTRY_CODE.test(code) ? (known[lang].get(code) ?? lookUpCountry(code, lang)) : code

/** A datum's value as a person says it: words of closed vocabularies and country codes; everything else as it is. */
export const wordOf = (name: string, value: string, lang: Lang): string => {
  if (name === 'placeholder') return placeholderName(value, lang)
  if (COUNTRY_NAMES.has(name)) return countryName(value, lang)
  // What a home-made log calls an act that is no login (formats/generic/unknown-acts.ts).
  if (name === 'ignored' && value.startsWith('act:')) return `${wordOf(name, 'other-act', lang)}: ${value.slice(4)}`
  const vocabulary = Object.hasOwn(VOCABULARY_OF, name) ? VOCABULARY_OF[name] : undefined
  if (vocabulary === undefined) return value
  return catalogue.get(`${vocabulary}.${value}`)?.[lang] ?? value
}
