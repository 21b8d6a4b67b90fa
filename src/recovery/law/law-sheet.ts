import { HOUR_MS } from '../../kernel/time-units.ts'
import type { Lang } from '../../model/vocabulary.ts'
import type { Bilingual } from '../bilingual.ts'
import { addDays, dayOf, endOfDay, lastDayInJapan } from './calendar-day.ts'
import type { Clock, Law, LawFacts, LawSource, Term } from './define-law.ts'

/** When which department came to know: typed by a person, never taken from a log. */
export interface Awareness {
  /** ISO 8601 with Z. */
  readonly at: string
  readonly department: string
}

export interface Deadline {
  readonly id: string
  readonly recipient: string
  readonly what: string
  /** How long there is, in words. */
  readonly term: string
  /** Days of the law's zone; one, or the two ends of a guide value. Empty while it is not known when it became known. */
  readonly days: readonly string[]
  /** The end of the term as a time; null for a soft term or without knowing. */
  readonly due: string | null
  /** Where the term stands in the law, and the numbers of the sources in which it was read. */
  readonly basis: string
}

export interface LawSheet {
  readonly id: string
  readonly title: string
  readonly zone: string
  readonly categories: readonly { readonly text: string; readonly standing: string }[]
  readonly unknown: readonly string[]
  readonly deadlines: readonly Deadline[]
  readonly sources: readonly string[]
  readonly counsel: readonly string[]
  /** The last day on which one of the sources was read. */
  readonly checked: string
}

const daysOfTerm = (term: Term, zone: string, awareMs: number): readonly string[] => {
  const first = dayOf(awareMs, zone)
  if (term.kind === 'day-range') return [addDays(first, term.from - 1), addDays(first, term.to - 1)]
  if (term.kind === 'days-japan') return [lastDayInJapan(first, term.days)]
  if (term.kind === 'calendar-days') return [addDays(first, term.firstCounts ? term.days - 1 : term.days)]
  return []
}

const TERM_WORDS: { readonly [Kind in Term['kind']]: (term: Extract<Term, { kind: Kind }>) => Bilingual } = {
  promptly: () => ({ en: 'promptly', ja: '速やかに' }),
  'day-range': ({ from, to }) => ({
    en: `promptly; as a guide within ${from} to ${to} days of coming to know`,
    ja: `速やかに(目安は知った時点から${from}〜${to}日以内)`,
  }),
  'days-japan': ({ days }) => ({
    en: `within ${days} days of coming to know (that day is day 1; weekends and holidays count; a last day on a weekend, a holiday or 29 Dec to 3 Jan moves to the next working day)`,
    ja: `知った日から${days}日以内(知った日を1日目とし土日祝日を含む。末日が土日祝日・12月29日〜1月3日の場合は翌開庁日)`,
  }),
  'calendar-days': ({ days }) => ({
    en: `within ${days} calendar days of coming to know (not moved for holidays here)`,
    ja: `知った日から${days}日以内(休日による繰り下げは計算に含めない)`,
  }),
  hours: ({ hours }) => ({ en: `within ${hours} hours of becoming aware`, ja: `認識から${hours}時間以内` }),
  'days-after-act': ({ days, act }) => ({ en: `within ${days} calendar days of ${act.en}`, ja: `${act.ja}から${days}日以内` }),
}

const termWords = (term: Term): Bilingual => (TERM_WORDS[term.kind] as (term: Term) => Bilingual)(term)

const dueOf = ({ term }: Clock, days: readonly string[], zone: string, awareMs: number): string | null => {
  if (term.kind === 'hours') return new Date(awareMs + term.hours * HOUR_MS).toISOString()
  const last = days.at(-1)
  return last === undefined ? null : endOfDay(last, zone)
}

const READ: Bilingual = { en: 'read', ja: '確認' }
const STOOD: Bilingual = { en: 'as of', ja: '時点' }

const sourceText = ({ what, at, stood, read }: LawSource, index: number, lang: Lang): string => {
  const days = [...(stood === null ? [] : [lang === 'ja' ? `${stood}${STOOD.ja}` : `${STOOD.en} ${stood}`]), `${READ[lang]} ${read}`]
  return `[${index + 1}] ${what[lang]} ${at} (${days.join(lang === 'ja' ? '、' : ', ')})`
}

const numbersOf = ({ readIn }: Clock, sources: readonly LawSource[]): string =>
  readIn.map((id) => `[${sources.findIndex((source) => source.id === id) + 1}]`).join('')

const deadlineOf = (clock: Clock, { zone, sources }: Law, aware: Awareness | null, lang: Lang): Deadline => {
  const awareMs = aware === null ? Number.NaN : Date.parse(aware.at)
  const days = aware === null ? [] : daysOfTerm(clock.term, zone, awareMs)
  return {
    id: clock.id,
    recipient: clock.recipient[lang],
    what: clock.what[lang],
    term: termWords(clock.term)[lang],
    days,
    due: aware === null ? null : dueOf(clock, days, zone, awareMs),
    basis: `${clock.basis} ${numbersOf(clock, sources)}`,
  }
}

/** A law as it looks at this case: what may apply, what is still unknown, and until when. It never says that nothing is to be done. */
export const lawSheet = (law: Law, facts: LawFacts, aware: Awareness | null, lang: Lang): LawSheet => ({
  id: law.id,
  title: law.title[lang],
  zone: law.zone,
  categories: law.categories.map(({ text, standing }) => ({ text: text[lang], standing: standing(facts)[lang] })),
  unknown: law.unknown.map((fact) => fact[lang]),
  deadlines: law.clocks.map((clock) => deadlineOf(clock, law, aware, lang)),
  sources: law.sources.map((source, index) => sourceText(source, index, lang)),
  counsel: law.counsel.map((item) => item[lang]),
  checked:
    law.sources
      .map(({ read }) => read)
      .toSorted()
      .at(-1) ?? '',
})
