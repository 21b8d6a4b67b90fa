import { describeInputs } from '../../../i18n/describe/input-quality.ts'
import { moment } from '../../../i18n/describe/moment.ts'
import { formatCount } from '../../../i18n/quantity.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../../model/case.ts'
import { dataTable } from '../table.ts'

const completeness = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const { told, others } = describeInputs(document, options)
  if (told.length === 0 && others <= 0) return markup``
  const items = told.map(
    ({ path, period, remarks }) =>
      markup`<li><code>${path}</code> ${period}<ul>${remarks.map((remark) => markup`<li>${remark}</li>`)}</ul></li>`,
  )
  const rest =
    others > 0 ? markup`<p>${say(told.length === 0 ? 'complete.nothing' : 'complete.others', { count: others }, options)}</p>` : markup``
  return markup`<h3>${say('complete.heading', {}, options)}</h3><ul>${items}</ul>${rest}`
}

/** What was read and what could not run: the limits of everything above, and the hashes that tie it to the evidence. */
export const scopeSection = (document: CaseDocument, options: RenderOptions): SafeHtml => {
  const { run, tool } = document
  const inputs = dataTable(
    (['column.file', 'column.format', 'column.records', 'column.period', 'column.sha256'] as const).map((id) => say(id, {}, options)),
    run.inputs.map(({ path, format, records, used, ignored, rejected, first, last, sha256 }) => [
      path,
      format ?? '',
      `${formatCount(records)} (${formatCount(used)} / ${formatCount(ignored)} / ${formatCount(rejected)})`,
      first === null || last === null ? '' : `${moment(first, options.zone)} – ${moment(last, options.zone)}`,
      markup`<code>${sha256 ?? ''}</code>`,
    ]),
  )
  const skipped = run.rules.skipped.map(
    ({ rule, format, why }) => markup`<li>${say('report.rule-skipped', { rule, format, lacks: why.split('+') }, options)}</li>`,
  )
  return markup`${inputs}${completeness(document, options)}
    <ul>
      ${markup`<li>${say('report.rules-ran', { count: run.rules.ran.length }, options)}</li>`}${skipped}
    </ul>
    <p class="note">${say('report.analysed', { version: tool.version, time: moment(run.now, options.zone) }, options)}</p>`
}
