import type { HarmClass, Owner, Phase, StepState } from './vocabulary.ts'

export interface EvidenceRef {
  /** Event id as logged, otherwise `digest:` + the SHA-256 of the decoded fields (first 32 hex). */
  readonly record: string
  readonly where: { readonly input: number; readonly line: number; readonly offset: number; readonly length: number }
}

export interface CaseStep {
  readonly id: string
  readonly scope: 'case' | 'class' | 'account'
  readonly class: HarmClass | null
  readonly phase: Phase
  readonly owner: Owner
  /** 1 is most urgent. */
  readonly priority: 1 | 2 | 3
  /** ISO 8601 duration from the moment the finding is confirmed, or a time once `--aware-at` is given. */
  readonly due: string
  readonly text: string
  readonly why: string
  /** Exact commands with the target filled in; printed, never run. */
  readonly commands: readonly { readonly command: string; readonly permission: string | null; readonly note: string | null }[]
  readonly reversible: 'yes' | 'no' | 'partly' | null
  readonly userImpact: string | null
  readonly residualRisk: string | null
  /** The log event that proves it was done. */
  readonly proof: string | null
  readonly state: StepState
  readonly stateBy: EvidenceRef | null
  /** Time of that record. */
  readonly stateAt?: string
  /** What contradicts the step, where it is not the attacker's source. */
  readonly stateWhy?: 'login-after-block' | undefined
  /** How long what was issued before may go on working once the step is done (ISO 8601). */
  readonly residualFor?: string
  /** In state waiting: when that ends. */
  readonly waitingUntil?: string | undefined
  /** A step for several accounts: how far it is with them. */
  readonly progress?: { readonly of: number; readonly done: number; readonly waiting: number; readonly contradicted: number }
  /** Accounts that a class-level step is for, as logged; empty otherwise. */
  readonly list: readonly string[]
}
