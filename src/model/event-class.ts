import type { Action, Outcome, Reason } from './vocabulary.ts'

/** What rules and cases dispatch on: interned once per distinct tuple. */
export interface EventClass {
  readonly action: Action
  readonly outcome: Outcome
  readonly reason: Reason | undefined
  readonly accountKnown: boolean | undefined
  readonly mfaMethod: string | undefined
  readonly protocol: string | undefined
  readonly code: string | undefined
  readonly providerRisk: string | undefined
  /** Format id. */
  readonly format: string
}
