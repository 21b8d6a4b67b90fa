import { say } from '../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../kernel/safe-html.ts'
import type { RenderOptions } from '../../model/case.ts'
import type { AccountRow } from './account-row.ts'
import { stepMarkup } from './step-markup.ts'
import { stepRow } from './step-row.ts'

const block = (title: string, items: readonly string[], list: 'ol' | 'ul'): SafeHtml => {
  if (items.length === 0) return markup``
  const points = items.map((item) => markup`<li>${item}</li>`)
  return markup`<h4>${title}</h4>
    ${
      list === 'ol'
        ? markup`<ol>
            ${points}
          </ol>`
        : markup`<ul>
            ${points}
          </ul>`
    }`
}

/** One account, folded: the page's script draws the same from the embedded data. */
export const accountMarkup = (row: AccountRow, options: RenderOptions): SafeHtml =>
  markup`<details class="account">
    <summary>
      <span class="cell account-id">${row.account}${row.names === '' ? markup`` : markup`<small>${row.names}</small>`}</span
      ><span class="cell"><b class="verdict ${row.verdict}">${say(`verdict-short.${row.verdict}`, {}, options)}</b></span
      ><span class="cell">${say(`severity.${row.severity}`, {}, options)}</span><span class="cell">${row.harmClass}</span
      ><span class="cell">${say(`decision.${row.decision}`, {}, options)}</span><span class="cell">${row.first}</span
      ><span class="cell">${row.flags}</span>
    </summary>
    <div class="body">
      ${row.others === '' ? markup`` : markup`<p><b>${say('report.others', {}, options)}</b> ${row.others}</p>`}${row.decided === '' ? markup`` : markup`<p><b>${say('column.decision', {}, options)}</b> ${row.decided}</p>`}${block(say('html.grounds', {}, options), row.reasons, 'ol')}
      <p><b>${say('report.usual', {}, options)}</b> ${row.usual}</p>
      ${block(say('html.sessions-of', {}, options), row.sessions, 'ul')}${
        row.steps.length === 0
          ? markup``
          : markup`<h4>${say('report.checklists', {}, options)}</h4>
              <ul class="steps">
                ${row.steps.map((step) => stepMarkup(stepRow(step, options), row.account))}
              </ul>`
      }
    </div>
  </details> `
