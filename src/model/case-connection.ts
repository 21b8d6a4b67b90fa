import type { Action, Outcome } from './vocabulary.ts'

/** One event of a suspicious session as police and providers ask for it: the exact address, its port, to the second. */
export interface CaseConnection {
  readonly time: string
  readonly ip: string
  /** null: not in the log. */
  readonly port: number | null
  readonly account: string
  readonly action: Action
  readonly outcome: Outcome
}
