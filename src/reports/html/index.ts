import { say } from '../../i18n/translate.ts'
import type { MessageId } from '../../i18n/catalogue.ts'
import { urgencyOrder } from '../../i18n/describe/reading-order.ts'
import { markup, trusted, type SafeHtml } from '../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { defineReport } from '../define-report.ts'
import { accountRow, indexSessions, type AccountRow } from './account-row.ts'
import { activityChart } from './charts/activity.ts'
import { script } from './client/script.ts'
import { dataBlock } from './data-block.ts'
import { contentPolicy } from './policy.ts'
import { accountsSection } from './sections/accounts.ts'
import { campaignsSection } from './sections/campaigns.ts'
import { checklistSection } from './sections/checklist.ts'
import { networksTable } from './sections/networks.ts'
import { scopeSection } from './sections/scope.ts'
import { summarySection } from './sections/summary.ts'
import { timelineSection } from './sections/timeline.ts'
import { victimsSection } from './sections/victims.ts'
import { style } from './style.ts'

/** Accounts written out for readers without a script; the script draws all of them. */
const WITHOUT_SCRIPT = 100

interface Section {
  readonly id: string
  readonly title: MessageId
  readonly body: SafeHtml
}

const sectionsOf = (document: CaseDocument, first: readonly AccountRow[], options: RenderOptions): readonly Section[] => [
  { id: 'activity', title: 'html.activity', body: activityChart(document, options) },
  { id: 'campaigns', title: 'html.campaigns', body: campaignsSection(document, options) },
  { id: 'timeline', title: 'report.timeline', body: timelineSection(document, options) },
  ...(document.summary.victims === null
    ? []
    : [{ id: 'victims', title: 'report.victims' as const, body: victimsSection(document.summary.victims, options) }]),
  { id: 'networks', title: 'html.networks', body: networksTable(document, options) },
  { id: 'checklist', title: 'report.checklists', body: checklistSection(document, options) },
  { id: 'accounts', title: 'report.accounts', body: accountsSection(first, options) },
  { id: 'inputs', title: 'html.inputs', body: scopeSection(document, options) },
]

// Pieces of a page, not whole elements: what opens here closes at the end of `render`. The style must be the exact text of its hash.
const head = (options: RenderOptions): SafeHtml => {
  const policy = trusted(contentPolicy(script, style))
  return markup`${trusted('<!doctype html>')}
<html lang="${options.lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">
<title>${say('heading.title', {}, options)}</title><style>${trusted(style)}</style></head>
<body>`
}

const contents = (sections: readonly Section[], options: RenderOptions): SafeHtml =>
  markup`<a class="skip" href="#accounts">${say('report.accounts', {}, options)}</a>
    <header><h1>${say('heading.title', {}, options)}</h1></header>
    <nav aria-label="${say('html.contents', {}, options)}">
      <ul>
        ${sections.map(({ id, title }) => markup`<li><a href="#${id}">${say(title, {}, options)}</a></li>`)}
      </ul>
    </nav>
    <main>`

function* mapped<Value, Result>(values: Iterable<Value>, to: (value: Value) => Result): Iterable<Result> {
  for (const value of values) yield to(value)
}

function* render(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const sessionsOf = indexSessions(document)
  const accounts = document.accounts.toSorted(urgencyOrder)
  const rowOf = (account: CaseDocument['accounts'][number]): AccountRow => accountRow(account, sessionsOf, options)
  const sections = sectionsOf(document, accounts.slice(0, WITHOUT_SCRIPT).map(rowOf), options)
  yield head(options).markup
  yield contents(sections, options).markup
  yield summarySection(document, options).markup
  for (const { id, title, body } of sections)
    yield markup`
    <section id="${id}">
      <h2>${say(title, {}, options)}</h2>
      ${body}
    </section>`.markup
  yield '\n</main>\n<script type="application/json" id="data">'
  yield* dataBlock(mapped(accounts, rowOf), document, options)
  yield `</script>\n<script>${script}</script>\n</body></html>\n`
}

/** One self-contained page: readable without a script and on paper, searchable with one; loads and sends nothing. */
export const report = defineReport({
  id: 'html',
  title: 'Interactive report (HTML)',
  mediaType: 'text/html; charset=utf-8',
  parts: [],
  render,
})
