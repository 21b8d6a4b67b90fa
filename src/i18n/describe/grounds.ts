import type { CaseAccount } from '../../model/case.ts'
import type { SayOptions } from '../translate.ts'
import { describeUsual } from './session.ts'
import { describeReason } from './step.ts'

/** Accounts of which the same is said: a paragraph that is read fifteen times is not read. */
export interface Grounds {
  readonly accounts: readonly [CaseAccount, ...CaseAccount[]]
  readonly reasons: readonly string[]
  readonly usual: string
}

/** Puts accounts with one verdict, the same reasons and the same past together, where the first of them stands. */
export const groupByGrounds = (accounts: readonly CaseAccount[], options: SayOptions): readonly Grounds[] => {
  const groups = new Map<string, Grounds>()
  for (const account of accounts) {
    const reasons = account.reasons.map((reason) => describeReason(reason, options))
    const usual = describeUsual(account, options)
    const key = JSON.stringify([account.verdict, reasons, usual])
    const before = groups.get(key)
    groups.set(key, { accounts: before === undefined ? [account] : [...before.accounts, account], reasons, usual })
  }
  return [...groups.values()]
}
