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

/** What police and providers look up is a handful of connections of an address, the earliest; all of them stand in the log. */
export const MOST_CONNECTIONS = 50
