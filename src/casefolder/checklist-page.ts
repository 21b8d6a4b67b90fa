import { describeVerdict } from '../i18n/describe/verdict.ts'
import { caseSteps, classSteps } from '../i18n/describe/reading-order.ts'
import { say, type SayOptions } from '../i18n/translate.ts'
import type { CaseAccount, CaseDocument, CaseStep } from '../model/case.ts'
import type { HarmClass } from '../model/vocabulary.ts'
import { stepItem } from '../reports/markdown/response.ts'
import { heading } from '../reports/markdown/write.ts'
import { classOfAccount, isCounted } from './decided.ts'

/** Single pages in a class's file: sixty thousand pages are no checklist; one account's page is there on demand. */
const MOST_ACCOUNTS = 200

function* steps(list: readonly CaseStep[], options: SayOptions): Iterable<string> {
  for (const step of list) yield stepItem(step, options)
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
  yield* steps(account.checklist, options)
}

/** One account's own checklist. */
export const accountPage = (accounts: readonly CaseAccount[], options: SayOptions): Iterable<string> =>
  accounts.flatMap((account) => [...accountPart(account, 1, options)])

/** What is done for all accounts of a class at once, then the pages of its accounts. Cleared accounts have none. */
export function* classPage(document: CaseDocument, name: HarmClass, options: SayOptions): Iterable<string> {
  const accounts = document.accounts.filter((account) => isCounted(account) && classOfAccount(account) === name)
  const words = say(`class.${name}`, {}, options)
  yield heading(1, say('checklist.class', { class: name, words, count: accounts.length }, options))
  if (accounts.length === 0) yield `${say('report.none', {}, options)}\n`
  const together = classSteps(document, name)
  yield* steps(together, options)
  const withSteps = accounts.filter(({ checklist }) => checklist.length > 0)
  for (const account of withSteps.slice(0, MOST_ACCOUNTS)) yield* accountPart(account, 2, options)
  if (accounts.length > MOST_ACCOUNTS) yield `${say('checklist.more-pages', { count: accounts.length - MOST_ACCOUNTS }, options)}\n`
}
