import { formatCount } from '../quantity.ts'
import type { CaseStep } from '../../model/case.ts'
import type { Lang } from '../../model/vocabulary.ts'

/** For how many accounts a step is, at the end of its text. */
export const ofAccounts = (count: number, lang: Lang): string =>
  lang === 'ja' ? `(対象 ${formatCount(count)}アカウント)` : ` (${formatCount(count)} account${count === 1 ? '' : 's'})`

const LANGS = ['en', 'ja'] as const

/** One step of several classes, for all accounts of those classes. */
const together = ([first, ...others]: readonly [CaseStep, ...CaseStep[]]): CaseStep => {
  const own = LANGS.find((lang) => first.text.endsWith(ofAccounts(first.list.length, lang)))
  if (others.length === 0 || own === undefined) return first
  const list = [...first.list, ...others.flatMap((step) => step.list)]
  return { ...first, list, text: first.text.slice(0, -ofAccounts(first.list.length, own).length) + ofAccounts(list.length, own) }
}

/** Whoever reads "suspend (87 accounts)" takes it for all of them: what each class has is told once, with the sum. */
export const acrossClasses = (steps: readonly CaseStep[]): readonly CaseStep[] =>
  [...Map.groupBy(steps, ({ id, scope }) => (scope === 'class' ? id.slice(2) : id)).values()].map((same) =>
    together(same as [CaseStep, ...CaseStep[]]),
  )
