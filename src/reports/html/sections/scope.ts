import { moment } from '../../../i18n/describe/moment.ts'
import { formatCount } from '../../../i18n/quantity.ts'
import { say } from '../../../i18n/translate.ts'
import { markup, type SafeHtml } from '../../../kernel/safe-html.ts'
import type { CaseDocument, RenderOptions } from '../../../model/case.ts'
import { dataTable } from '../table.ts'

/** What was read and what could not run: the limits of everything above, and the hashes that tie it to the evidence. */
export const scopeSection = ({ run, tool }: CaseDocument, options: RenderOptions): SafeHtml => {
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
  return markup`${inputs}
    <ul>
      ${markup`<li>${say('report.rules-ran', { count: run.rules.ran.length }, options)}</li>`}${skipped}
    </ul>
    <p class="note">${say('report.analysed', { version: tool.version, at: moment(run.now, options.zone) }, options)}</p>`
}
