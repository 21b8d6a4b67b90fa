import { isStillActive } from '../kernel/still-active.ts'
import type { CaseStep } from '../model/case.ts'
import { accountSteps } from './account-steps.ts'
import { caseSteps } from './case-steps.ts'
import { classSteps } from './class-steps.ts'
import type { RecoveryAccount, RecoveryInput, RecoveryOptions } from './recovery-input.ts'

export interface Checklists {
  /** The ordered steps of one account, made when asked for; empty where there is nothing to do for it. */
  readonly accountSteps: (account: RecoveryAccount) => readonly CaseStep[]
  readonly caseSteps: readonly CaseStep[]
  /** By class A, B, C beyond five affected accounts, otherwise empty. */
  readonly classSteps: readonly CaseStep[]
}

/** Checklists of a case: pure, deterministic, commands printed and never run. */
export const buildChecklists = (given: RecoveryInput, options: RecoveryOptions): Checklists => {
  const now = (account: RecoveryAccount): RecoveryAccount => ({
    ...account,
    active: account.active ?? isStillActive(account.lastSuspicious, given.period.last),
  })
  const input = { ...given, accounts: given.accounts.map(now) }
  return {
    accountSteps: (account) => accountSteps(now(account), input, options),
    caseSteps: caseSteps(input, options),
    classSteps: classSteps(input, options),
  }
}
