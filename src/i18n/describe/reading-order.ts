import type { CaseAccount, CaseDocument, CaseSession, CaseStep } from '../../model/case.ts'
import { isAffected, SEVERITIES, VERDICTS } from '../../model/vocabulary.ts'
import { compareTexts } from '../../kernel/text-order.ts'

/** Worst first: by verdict, then severity, then time of the first suspicious event, then id. */
export const urgencyOrder = (left: CaseAccount, right: CaseAccount): number =>
  VERDICTS.indexOf(left.verdict) - VERDICTS.indexOf(right.verdict) ||
  SEVERITIES.indexOf(right.severity) - SEVERITIES.indexOf(left.severity) ||
  compareTexts(left.firstSuspicious ?? '~', right.firstSuspicious ?? '~') ||
  compareTexts(left.account, right.account)

/** Affected accounts, worst first. */
export const affectedAccounts = (document: CaseDocument): CaseAccount[] => document.accounts.filter(isAffected).sort(urgencyOrder)

/** Accounts nobody got into as far as the log tells, but whose grounds must be read: password known, or undeterminable. */
export const notableAccounts = (document: CaseDocument): CaseAccount[] =>
  document.accounts
    .filter((account) => !isAffected(account) && (account.verdict === 'undetermined' || account.flags.includes('passwordKnown')))
    .sort(urgencyOrder)

/** The `most` riskiest sessions, in time order. */
export const riskiestSessions = (document: CaseDocument, most: number): CaseSession[] =>
  document.sessions
    .toSorted((left, right) => right.risk - left.risk || compareTexts(left.start, right.start) || compareTexts(left.id, right.id))
    .slice(0, most)
    .sort((left, right) => compareTexts(left.start, right.start) || compareTexts(left.id, right.id))

/** The verdict of each account, by id. */
export const verdictsByAccount = (document: CaseDocument): ReadonlyMap<string, CaseAccount['verdict']> =>
  new Map(document.accounts.map(({ account, verdict }) => [account, verdict]))

/** By id, the first name of an account that is called otherwise: an id that a directory made says nothing to people. */
export const firstNames = (document: CaseDocument): ReadonlyMap<string, string> =>
  new Map(
    document.accounts.flatMap(({ account, names }) =>
      names
        .filter((name) => name !== account)
        .slice(0, 1)
        .map((name) => [account, name] as const),
    ),
  )

/** Case-level steps, in the order of the document. */
export const caseSteps = (document: CaseDocument): CaseStep[] => document.steps.filter(({ scope }) => scope === 'case')

/** Steps for a whole class of accounts, in the order of the document. */
export const classSteps = (document: CaseDocument, name: CaseStep['class']): CaseStep[] =>
  document.steps.filter((step) => step.scope === 'class' && step.class === name)
