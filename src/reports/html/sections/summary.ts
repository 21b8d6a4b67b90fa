import { affectedAccounts } from '../../../i18n/describe/reading-order.ts'
import { describePreface, describeSummary, type SummaryEntry } from '../../../i18n/describe/summary.ts'
import { say } from '../../../i18n/translate.ts'
import { formatCount } from '../../../i18n/quantity.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../../model/case.ts'

const LISTED: ReadonlySet<SummaryEntry['id']> = new Set(['caveats', 'classes'])
/** In the terminal the arrow points to the text below; here the checklist has its own heading. */
const isPointer = (item: string): boolean => item.startsWith('→')

const wordsOf = (id: SummaryEntry['id'], said: readonly string[], separator: string): SafeHtml => {
  const points = said.map((item) => markup`<li>${item.replace(/^(?:!|\d+) /, '')}</li>`)
  if (id === 'now')
    return markup`<ol>
          ${points}
        </ol>`
  if (LISTED.has(id))
    return markup`<ul>
            ${points}
          </ul>`
  return markup`${said.join(separator.trim() === '' ? ' / ' : separator)}`
}

const entryMarkup = ({ id, label, items, separator }: SummaryEntry): SafeHtml => {
  const said = items.filter((item) => !isPointer(item))
  const words = wordsOf(id, said, separator)
  return markup`<dt>${label}</dt>
    ${id === 'answer' ? markup`<dd class="answer">${words}</dd>` : markup`<dd>${words}</dd>`}`
}

const figures = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const { accounts, passwordKnown } = document.summary
  const confirmed = affectedAccounts(document).filter(({ decision }) => decision.state === 'confirmed').length
  const counted = [
    [say('report.confirmed', {}, options), confirmed],
    [say('verdict.compromised', {}, options), accounts.compromised],
    [say('verdict.suspected', {}, options), accounts.suspected],
    [say('report.maximum', {}, options), accounts.compromised + accounts.suspected],
    [say('flag.passwordKnown', {}, options), passwordKnown],
    [say('verdict.undetermined', {}, options), accounts.undetermined],
  ] as const
  return markup`<ul class="figures">
    ${counted.map(([label, count]) => markup`<li><b>${formatCount(count)} <small>${say('unit.accounts', {}, options)}</small></b>${label}</li>`)}
  </ul>`
}

/** The answer first, with the very sentences of the terminal's summary; then the figures that people quote, by accounts. */
export const summarySection = (document: CaseDocument, options: RenderOptions): SafeHtml =>
  markup`<p class="preface">${describePreface(document.summary, options).join(' / ')}</p>
    <dl class="summary">${describeSummary(document, options).map(entryMarkup)}</dl>
    ${figures(document, options)}`
