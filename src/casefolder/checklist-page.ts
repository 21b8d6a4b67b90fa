import { describeVerdict } from '../i18n/describe/verdict.ts'
import { caseSteps, classSteps } from '../i18n/describe/reading-order.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import type { CaseAccount, CaseDocument, CaseStep } from '../model/case.ts'
import type { HarmClass } from '../model/vocabulary.ts'
import { stepItem } from '../reports/markdown/response.ts'
import { heading } from '../reports/markdown/write.ts'
import { safeMarkdownCode } from '../kernel/safe-text.ts'
import { classOfAccount } from './decided.ts'
import { isCounted } from '../model/counted.ts'

/** Single pages in a class's file: sixty thousand pages are no checklist; one account's page is there on demand. */
const MOST_ACCOUNTS = 200
/** Accounts named under a step that does not concern the whole class. */
const MOST_LISTED = 20

function* steps(list: readonly CaseStep[], options: SayOptions, listed?: Parameters<typeof stepItem>[2]): Iterable<string> {
  for (const step of list) yield stepItem(step, options, listed)
  if (list.length > 0) yield '\n'
}

/** What is done once for the whole case, the bleeding first. */
export function* casePage(document: CaseDocument, options: SayOptions): Iterable<string> {
  const all = caseSteps(document)
  yield heading(1, say('checklist.case', {}, options))
  if (all.length === 0) yield `${say('report.none', {}, options)}\n`
  // A report that is due in weeks is urgent to begin, but it stops nothing.
  const isDuty = ({ phase, priority }: CaseStep): boolean => phase === 'notify' && priority === 1
  const parts = [
    ['checklist.now', all.filter((step) => step.priority === 1 && !isDuty(step))],
    ['checklist.duties', all.filter(isDuty)],
    ['checklist.later', all.filter(({ priority }) => priority !== 1)],
  ] as const
  for (const [id, list] of parts) {
    if (list.length === 0) continue
    yield heading(2, say(id, {}, options))
    yield* steps(list, options)
  }
}

function* accountPart(account: CaseAccount, level: number, options: SayOptions): Iterable<string> {
  const verdict = describeVerdict(account, options)
  const decided = account.decision.state === 'pending' ? '' : ` (${say(`decision.${account.decision.state}`, {}, options)})`
  yield heading(level, say('checklist.account', { account: account.account, verdict }, options) + decided)
  // The steps that were written before the decision would lock an owner out.
  if (account.decision.state === 'cleared') yield `${say('checklist.cleared', {}, options)}\n\n`
  else yield* steps(account.checklist, options)
}

/** One account's own checklist. */
export const accountPage = (accounts: readonly CaseAccount[], options: SayOptions): Iterable<string> =>
  accounts.flatMap((account) => [...accountPart(account, 1, options)])

/** A step's accounts by name only where they are not the class itself, which is a list of its own. */
const listedOf =
  (classSize: number) =>
  ({ id, list }: CaseStep, options: SayOptions): string => {
    if (list.length === classSize) return `(${say('checklist.whole-class', {}, options)})`
    const rest = list.length - MOST_LISTED
    const more = rest > 0 ? ` ${say('checklist.more-listed', { count: rest, step: id }, options)}` : ''
    return `${list.slice(0, MOST_LISTED).map(safeMarkdownCode).join(' ')}${more}`
  }

/** Where the class lies as a list, and the scripts that the case has for it. */
function* meansOf(name: HarmClass, scripts: readonly string[], options: SayOptions): Iterable<string> {
  yield `- ${say('checklist.class-list', { class: name }, options)}\n`
  if (scripts.length > 0) yield `- ${say('checklist.class-scripts', { files: scripts.join(', ') }, options)}\n`
  yield '\n'
}

/**
 * What is done for all accounts of a class at once, then the pages of its accounts. Cleared accounts have none. `scripts`: files of the
 * case folder for bulk work on this class.
 */
export function* classPage(document: CaseDocument, name: HarmClass, scripts: readonly string[], options: SayOptions): Iterable<string> {
  const accounts = document.accounts.filter((account) => isCounted(account) && classOfAccount(account) === name)
  const words = say(`class.${name}`, {}, options)
  yield heading(1, say('checklist.class', { class: name, words, count: accounts.length }, options))
  if (accounts.length === 0) yield `${say('report.none', {}, options)}\n`
  const together = classSteps(document, name)
  if (together.length > 0) yield* meansOf(name, scripts, options)
  yield* steps(together, options, listedOf(accounts.length))
  const withSteps = accounts.filter(({ checklist }) => checklist.length > 0)
  for (const account of withSteps.slice(0, MOST_ACCOUNTS)) yield* accountPart(account, 2, options)
  if (accounts.length > MOST_ACCOUNTS) yield `${say('checklist.more-pages', { count: accounts.length - MOST_ACCOUNTS }, options)}\n`
}
