import { moment } from '../i18n/describe/moment.ts'
import { describeReason, describeState } from '../i18n/describe/step.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import type { MessageId } from '../i18n/catalogue.ts'
import { safeMarkdown, safeMarkdownCode } from '../kernel/safe-text.ts'
import type { CaseFinding } from '../model/case.ts'
import { bullets, heading } from '../reports/markdown/write.ts'
import type { AccountChange, CaseChanges } from './changes.ts'

const standing = (of: AccountChange['after'], options: SayOptions): string => {
  if (of === null) return say('changes.not-listed', {}, options)
  return say(`verdict-short.${of.verdict}`, {}, options) + (of.class === null ? '' : ` ${of.class}`)
}

const accountLine = ({ account, before, after, why, reasons }: AccountChange, options: SayOptions): string => {
  const line = `${safeMarkdownCode(account.account)} ${standing(before, options)} → ${standing(after, options)}: ${say(`changes.${why}`, {}, options)}`
  const grounds = reasons.map((reason) => `  - ${safeMarkdown(describeReason(reason, options))}`)
  return [line, ...grounds].join('\n')
}

const findingLine = ({ id, rule, account, source, first, text }: CaseFinding, options: SayOptions): string => {
  const whose = [account, source].flatMap((part) => (part === null ? [] : [safeMarkdownCode(part)]))
  return [`\`${id}\``, rule, ...whose, moment(first, options.zone), safeMarkdown(text)].join(' ')
}

/** `changes.md`: what is new, changed or withdrawn since the revision before, and why. */
export function* changesPage(
  changes: CaseChanges,
  { before, after, carried }: { readonly before: number; readonly after: number; readonly carried: boolean },
  options: SayOptions,
): Iterable<string> {
  yield heading(1, say('changes.title', { before: `${before}`, after: `${after}` }, options))
  if (carried) yield `${say('changes.carried', {}, options)}\n\n`
  yield heading(2, say('changes.accounts', { count: changes.accounts.length }, options))
  yield bullets(changes.accounts.map((change) => accountLine(change, options)))
  const { done, waiting, contradicted } = changes.steps
  yield heading(2, say('changes.steps', { done, waiting, contradicted: contradicted.length }, options))
  yield bullets(
    contradicted.map(({ account, step }) =>
      [safeMarkdownCode(account.account), `\`${step.id}\``, safeMarkdown(step.text), safeMarkdown(describeState(step, options))].join(' '),
    ),
  )
  const parts: readonly (readonly [MessageId, readonly CaseFinding[]])[] = [
    ['changes.added', changes.added],
    ['changes.revised', changes.revised],
    ['changes.withdrawn', changes.withdrawn],
  ]
  for (const [id, findings] of parts) {
    yield heading(2, say(id, { count: findings.length }, options))
    yield bullets(findings.map((finding) => findingLine(finding, options)))
  }
}
