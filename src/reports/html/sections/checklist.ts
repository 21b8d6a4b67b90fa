import { caseSteps, classSteps } from '../../../i18n/describe/reading-order.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, CaseStep, RenderOptions } from '../../../model/case.ts'
import type { HarmClass } from '../../../model/vocabulary.ts'
import { stepMarkup } from '../step-markup.ts'
import { stepRow } from '../step-row.ts'

const CLASSES: readonly HarmClass[] = ['C', 'B', 'A']
/** Longer lists stand in the account list and in CSV: nobody reads ten thousand ids here. */
const MOST_LISTED = 1000

const listOf = ({ list }: CaseStep, options: RenderOptions): SafeHtml => {
  if (list.length === 0) return markup``
  const more =
    list.length > MOST_LISTED ? markup`<p class="note">${say('report.more', { count: list.length - MOST_LISTED }, options)}</p>` : markup``
  return markup`<details>
    <summary>${say('html.on-list', {}, options)} (${say('checklist.list', { count: list.length }, options)})</summary>
    <ul class="list">
      ${list.slice(0, MOST_LISTED).map((account) => markup`<li>${account}</li>`)}
    </ul>
    ${more}
  </details>`
}

const block = (title: string, steps: readonly CaseStep[], target: string, options: RenderOptions): SafeHtml =>
  steps.length === 0
    ? markup``
    : markup`<h3>${title}</h3>
        <ul class="steps">
          ${steps.map((step) => stepMarkup(stepRow(step, options), target, listOf(step, options)))}
        </ul>`

/** The steps of the case and of each class, worst class first, with tick boxes and the lists attached. */
export const checklistSection = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  if (document.steps.length === 0) return markup`<p>${say('report.none', {}, options)}</p>`
  const classes = CLASSES.map((name) => {
    const data = { class: name, words: say(`class.${name}`, {}, options), count: document.summary.classes[name] }
    return block(say('checklist.class', data, options), classSteps(document, name), `class-${name}`, options)
  })
  return markup`${block(say('checklist.case', {}, options), caseSteps(document), 'case', options)}${classes}`
}
