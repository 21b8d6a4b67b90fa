import { describeVerdict } from '../../i18n/describe/verdict.ts'
import { affectedAccounts, caseSteps, classSteps } from '../../i18n/describe/reading-order.ts'
import { describeDue, describeReversible, describeState } from '../../i18n/describe/step.ts'
import { say, type SayOptions } from '../../i18n/translate.ts'
import { safeMarkdown, safeMarkdownCode, safeText } from '../../kernel/safe-text.ts'
import type { CaseDocument, CaseStep } from '../../model/case.ts'
import type { HarmClass } from '../../model/vocabulary.ts'
import { codeBlock, heading } from './write.ts'

const CLASSES: readonly HarmClass[] = ['C', 'B', 'A']
/** Accounts named under a step of a class; the list command gives all. */
const MOST_LISTED = 50
/** Accounts with a checklist of their own here: sixty thousand pages are no checklist, JSON has them all. */
const MOST_ACCOUNTS = 200

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ')

const commands = (step: CaseStep, options: SayOptions): string => {
  if (step.commands.length === 0) return ''
  const lines = step.commands.flatMap(({ command, permission, note }) => {
    const remarks = [permission === null ? null : say('checklist.permission', { permission }, options), note].filter(
      (text) => text !== null,
    )
    return [...(remarks.length === 0 ? [] : [`# ${safeText(remarks.join(' / '))}`]), safeText(command)]
  })
  return `\n${indent(codeBlock(lines))}`
}

/** The accounts of a step: the first of them, and where the others are. */
const firstListed = ({ list }: CaseStep, options: SayOptions): string => {
  const rest = list.length - MOST_LISTED
  const more = rest > 0 ? ` ${say('report.more', { count: rest }, options)}` : ''
  return `${list.slice(0, MOST_LISTED).map(safeMarkdownCode).join(' ')}${more}`
}

/** One step as a task-list item with its details. */
export const stepItem = (step: CaseStep, options: SayOptions, listed = firstListed): string => {
  const facts = [
    say(`phase.${step.phase}`, {}, options),
    say(`owner.${step.owner}`, {}, options),
    describeDue(step.due, options),
    describeReversible(step, options),
  ]
  const stated = describeState(step, options)
  const state = stated === '' ? '' : ` **${safeMarkdown(stated)}**`
  const details = (
    [
      ['checklist.why', step.why],
      ['checklist.impact', step.userImpact],
      ['checklist.residual', step.residualRisk],
      ['checklist.proof', step.proof],
    ] as const
  ).flatMap(([id, text]) => (text === null || text === '' ? [] : [`  - ${say(id, {}, options)}: ${safeMarkdown(text)}\n`]))
  const targets =
    step.list.length === 0
      ? ''
      : `  - ${say('checklist.targets', {}, options)}: ${say('checklist.list', { count: step.list.length }, options)} ${listed(step, options)}\n`
  const box = step.state === 'done' ? 'x' : ' '
  return (
    `- [${box}] ${safeMarkdown(step.text)} — ${facts
      .filter((part) => part !== '')
      .map(safeMarkdown)
      .join(' / ')}${state}\n${details.join('')}${targets}` +
    `  - ${say('checklist.record', {}, options)}: ${say('checklist.record-line', {}, options)}\n${commands(step, options)}`
  )
}

function* block(title: string, steps: readonly CaseStep[], options: SayOptions): Iterable<string> {
  if (steps.length === 0) return
  yield heading(3, title)
  for (const step of steps) yield stepItem(step, options)
  yield '\n'
}

/** 9: every step, for the case, for each class, and for each affected account, with its state. */
export function* responseSection(document: CaseDocument, options: SayOptions): Iterable<string> {
  const urgent = caseSteps(document).filter(({ priority }) => priority === 1)
  yield* block(say('checklist.now', {}, options), urgent, options)
  yield* block(
    say('checklist.case', {}, options),
    caseSteps(document).filter(({ priority }) => priority !== 1),
    options,
  )
  for (const name of CLASSES) {
    const title = say(
      'checklist.class',
      { class: name, words: say(`class.${name}`, {}, options), count: document.summary.classes[name] },
      options,
    )
    yield* block(title, classSteps(document, name), options)
  }
  const affected = affectedAccounts(document)
  for (const account of affected.slice(0, MOST_ACCOUNTS)) {
    const verdict = describeVerdict(account, options)
    yield* block(say('checklist.account', { account: account.account, verdict }, options), account.checklist, options)
  }
  if (affected.length > MOST_ACCOUNTS) yield `${say('checklist.pointer', { count: affected.length }, options)}\n\n`
}
