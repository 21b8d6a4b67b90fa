import { describeMissing, describeOthers, describeTrait } from '../../../i18n/describe/victims.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseVictims } from '../../../model/case-victims.ts'
import type { RenderOptions } from '../../../model/case.ts'

const MOST_OTHERS = 50

/** The accounts that customers reported: what they share, who shares it, and why the rest was not found. */
export const victimsSection = ({ shared, missing }: CaseVictims, options: RenderOptions): SafeHtml => {
  const traits = shared.map((trait) => {
    const others = describeOthers(trait, MOST_OTHERS, options)
    return markup`<li>${describeTrait(trait, options)}${others === undefined ? '' : markup`<br><span class="note">${others}</span>`}</li>`
  })
  const unfound = missing.map((one) => markup`<li><code>${one.account}</code> ${describeMissing(one, options)}</li>`)
  return markup`<h3>${say('report.victims-shared', {}, options)}</h3>
    ${
      traits.length === 0
        ? markup`<p>${say('report.victims-nothing-shared', {}, options)}</p>`
        : markup`<ul>
            ${traits}
          </ul>`
    }
    ${
      unfound.length === 0
        ? markup``
        : markup`<h3>${say('report.victims-missing', {}, options)}</h3>
            <ul>
              ${unfound}
            </ul>`
    }`
}
