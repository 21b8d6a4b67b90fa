import { describeNone } from '../../i18n/describe/none.ts'
import { describeVerdict } from '../../i18n/describe/verdict.ts'
import { affectedAccounts, caseSteps, classSteps } from '../../i18n/describe/reading-order.ts'
import { say } from '../../i18n/translate.ts'
import { safeText } from '../../kernel/safe-text.ts'
import type { CaseDocument, CaseStep, RenderOptions } from '../../model/case.ts'
import type { HarmClass } from '../../model/vocabulary.ts'
import { paragraph } from './flow.ts'
import type { Palette } from './paint.ts'
import { stepLines } from './step.ts'

/** Up to so many accounts each get their own checklist on the screen; beyond, people work by class and list. */
const MOST_ACCOUNTS = 5
const HEADING_COLUMNS = 240
const CLASSES: readonly HarmClass[] = ['C', 'B', 'A']

const block = (heading: string, steps: readonly CaseStep[], options: RenderOptions, palette: Palette): string[] => {
  if (steps.length === 0) return []
  const title = paragraph('  ', safeText(heading, HEADING_COLUMNS), options.width).map((line) => palette.heading(line))
  return [...title, ...steps.flatMap((step) => stepLines(step, options, palette)), '']
}

const perAccount = (document: CaseDocument, options: RenderOptions, palette: Palette): string[] =>
  affectedAccounts(document).flatMap((account) => {
    const verdict = describeVerdict(account, options)
    return block(say('checklist.account', { account: account.account, verdict }, options), account.checklist, options, palette)
  })

const perClass = (document: CaseDocument, options: RenderOptions, palette: Palette): string[] =>
  CLASSES.flatMap((name) => {
    const count = document.summary.classes[name]
    if (count === 0) return []
    const heading = say('checklist.class', { class: name, words: say(`class.${name}`, {}, options), count }, options)
    return block(heading, classSteps(document, name), options, palette)
  })

/** What to do: for the case as a whole, then per account, or per class where there are too many accounts. */
export const checklistLines = (document: CaseDocument, options: RenderOptions, palette: Palette): string[] => {
  const affected = affectedAccounts(document)
  const single = affected.length <= MOST_ACCOUNTS
  const lines = [
    ...block(say('checklist.case', {}, options), caseSteps(document), options, palette),
    ...(single ? perAccount(document, options, palette) : perClass(document, options, palette)),
  ]
  if (!single) lines.push(...paragraph('  ', say('checklist.pointer', { count: affected.length }, options), options.width), '')
  return lines.length === 0 ? [`  ${describeNone(document, options)}`] : lines.slice(0, -1)
}
