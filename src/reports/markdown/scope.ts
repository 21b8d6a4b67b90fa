import { describeInputs } from '../../i18n/describe/input-quality.ts'
import { describeCaveats, describePreface } from '../../i18n/describe/summary.ts'
import { formatCount } from '../../i18n/quantity.ts'
import { isMessageId, say } from '../../i18n/translate.ts'
import { safeMarkdown, safeMarkdownCode } from '../../kernel/safe-text.ts'
import type { CaseDocument, RenderOptions } from '../../model/case.ts'
import { missingVictims } from './victims.ts'
import { bullets, heading, table } from './write.ts'
import { isAffected } from '../../model/vocabulary.ts'

/** 8: the period, what was noticed about the inputs, what could not be read, which rules could not run. */
export function* limitsSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const { summary, run } = document
  const notes = run.inputs.flatMap(({ path, notes: own }) =>
    // What has no sentence here is said among the caveats.
    own.flatMap(({ id, data }) => (isMessageId(`note.${id}`) ? [`${path}: ${say(`note.${id}`, data, options)}`] : [])),
  )
  const rejects = run.inputs.flatMap(({ path, rejects: own }) =>
    own.map(({ line, why }) => say('report.reject', { path, line: String(line), why: say(`reject.${why}`, {}, options) }, options)),
  )
  const skipped = run.rules.skipped.map(({ rule, format, why }) =>
    say('report.rule-skipped', { rule, format, lacks: why.split('+') }, options),
  )
  yield bullets(
    [
      ...describePreface(summary, options),
      ...describeCaveats(summary, options),
      ...notes,
      ...rejects,
      say('report.rules-ran', { count: run.rules.ran.length }, options),
      ...skipped,
    ].map(safeMarkdown),
  )
  yield* completeness(document, options)
}

/** Of 8: per input with gaps or a doubtful clock, the period and what was noticed. */
function* completeness(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const { told, others } = describeInputs(document, options)
  if (told.length === 0 && others <= 0) return
  yield heading(3, say('complete.heading', {}, options))
  for (const { path, period, remarks } of told) {
    yield `${safeMarkdownCode(path)} ${safeMarkdown(period)}\n\n`
    yield bullets(remarks.map(safeMarkdown))
  }
  if (others > 0) yield `${say(told.length === 0 ? 'complete.nothing' : 'complete.others', { count: others }, options)}\n\n`
}

/** 10: what nobody knows yet: unconfirmed verdicts, undeterminable accounts, actions not on record, reported accounts not found. */
export function* openSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const { accounts, afterLogin, victims } = document.summary
  const pending = document.accounts.filter((account) => isAffected(account) && account.decision.state === 'pending').length
  const open = [
    ['report.undecided', pending],
    ['report.undetermined', accounts.undetermined],
    ['report.unknown-actions', afterLogin.unknown],
    ['report.missing-victims', victims?.missing.length ?? 0],
  ] as const
  yield bullets(open.flatMap(([id, count]) => (count === 0 ? [] : [safeMarkdown(say(id, { count }, options))])))
  if (victims === null) return
  yield missingVictims(victims, options)
}

/** 11: every input with what became of its records, and the hash that `sha256sum` prints. */
export function* inputsSection(document: CaseDocument, options: RenderOptions): Iterable<string> {
  const columns = ['column.file', 'column.format', 'column.records', 'column.sha256'] as const
  yield table(
    columns.map((id) => say(id, {}, options)),
    document.run.inputs.map((input) => [
      safeMarkdownCode(input.path),
      safeMarkdown(input.format ?? ''),
      `${formatCount(input.records)} (${[input.used, input.ignored, input.rejected].map(formatCount).join(' / ')})`,
      input.sha256 === null ? '' : `\`${input.sha256}\``,
    ]),
  )
}
