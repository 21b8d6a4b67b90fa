import { customerNotices } from './customer.ts'
import { executiveBrief } from './executive-brief.ts'
import { legalClocks } from './legal-clocks.ts'
import { police } from './police.ts'
import { publication } from './publication.ts'
import { regulatorForm } from './regulator-form.ts'
import { support } from './support.ts'
import type { DraftTemplate } from './template.ts'

/** The drafts of `06_documents/`, in the order in which they are needed. */
export const DRAFTS: readonly DraftTemplate[] = [
  executiveBrief,
  legalClocks,
  regulatorForm,
  ...customerNotices,
  publication,
  support,
  police,
]
