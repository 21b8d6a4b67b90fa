import type { AccountSession } from '../cases/rows/sessions.ts'
import type { CaseAccount } from '../model/case.ts'

/** An account of the case, and what was done in it from addresses that the case knows to be the intruder's. */
export interface Return {
  readonly account: CaseAccount
  readonly sessions: readonly AccountSession[]
}
