import type { Verdict } from './vocabulary.ts'

/** How the accounts that customers reported compare with what the case found by itself. */
export interface CaseVictims {
  /** Accounts reported, each once. */
  readonly given: number
  /** Of them judged compromised or suspected. */
  readonly found: number
  /** Of them present in the logs at all. */
  readonly inLog: number
  /** Words of `why`: i18n `why.<id>`. `near`: the account that was probably meant. */
  readonly missing: readonly {
    readonly account: string
    readonly why:
      | 'outside-period'
      | 'not-in-log'
      | 'name-differs'
      | 'spreadsheet-damage'
      | 'no-suspicious-login'
      | 'findings-only'
      | 'attempts-only'
      | 'stopped'
      | 'undetermined'
    readonly near: string | null
  }[]
  /** What successful logins of the reported accounts have in common and others mostly have not, most telling first. */
  readonly shared: readonly {
    readonly kind: 'source' | 'device' | 'minute' | 'network' | 'client' | 'agent'
    /** A minute is its beginning. */
    readonly value: string
    /** Reported accounts with it, of those that got in. */
    readonly victims: number
    readonly victimsOf: number
    /** All other accounts with it, of all others that got in. */
    readonly others: number
    readonly othersOf: number
    /** How many times as frequent among the reported; null where nobody else has it. */
    readonly ratio: number | null
    /** The others, judged ones first. */
    readonly accounts: readonly { readonly account: string; readonly provider: string; readonly verdict: Verdict | null }[]
    readonly moreAccounts: number
  }[]
}
