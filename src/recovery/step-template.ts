import type { Action, Owner, Phase } from '../model/vocabulary.ts'
import type { Bilingual } from './bilingual.ts'
import type { ProviderAct } from './define-provider.ts'

/** One step as data. Its id is `base` or `base.variant`; order rules speak of bases. */
export interface StepTemplate {
  readonly phase: Phase
  readonly owner: Owner
  readonly priority: 1 | 2 | 3
  /** ISO 8601 duration from the moment the finding is confirmed. */
  readonly due: string
  readonly text: Bilingual
  readonly why: Bilingual
  readonly proof: Bilingual
  readonly reversible: 'yes' | 'no' | 'partly' | null
  readonly userImpact?: Bilingual
  readonly residual?: Bilingual
  /** Acts whose commands belong to this step, in this order. */
  readonly acts?: readonly ProviderAct[]
  /** A later event of the account with one of these actions proves the step. */
  readonly proofActions?: readonly Action[]
  /** Acts of other steps: what proves them has such an action, and proves nothing of this step. */
  readonly provenElsewhere?: readonly ProviderAct[]
}
