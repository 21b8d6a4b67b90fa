import type { Outcome, Reason } from '../model/vocabulary.ts'

/** What one Entra sign-in error code says. `accountKnown`: the code proves that the account exists, or that it does not. */
export interface EntraError {
  /** Microsoft's own name: `LogonError` of the unified audit log carries it. */
  readonly name: string
  readonly outcome: Outcome
  readonly reason: Reason
  readonly accountKnown?: boolean
}
