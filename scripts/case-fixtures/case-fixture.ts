/** What an account of a case must come out as. */
export interface TrueVerdict {
  readonly verdict: 'compromised' | 'suspected' | 'undetermined' | 'targeted'
  readonly class: 'A' | 'B' | 'C' | null
  readonly flags: readonly string[]
}

/** The answer that a case's report is measured against. */
export interface Truth {
  /** One sentence: what happened. */
  readonly about: string
  /** How the case is read; everything else is the default. */
  readonly options?: { readonly map?: string; readonly zone?: string }
  /** Every account that is compromised, suspected or undetermined, or whose password is known. No other may be. */
  readonly accounts: Readonly<Record<string, TrueVerdict>>
  /** Accounts listed as merely tried, those of `accounts` included. */
  readonly targeted: number
  /** Undetermined accounts, where there are too many to name. */
  readonly undetermined?: number
  /** Innocent look-alikes that must not be listed at all. */
  readonly notListed: readonly string[]
  /** Texts that no output may show. */
  readonly canaries?: readonly string[]
  readonly headline?: string
}

/** One case: the logs as a responder gets them, and what beside them is needed to read and to judge them. */
export interface CaseFixture {
  readonly name: string
  /** Logs by file name: the whole of the case's folder, so that it can be scanned as it is. */
  readonly files: Readonly<Record<string, string>>
  /** Mapping in YAML, where the log needs one. */
  readonly mapping?: string
  readonly truth: Truth
}
