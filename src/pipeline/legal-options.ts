import type { Legal } from '../model/case-folder.ts'
import type { RecoveryOptions } from '../recovery/recovery-input.ts'

/** What recovery needs to know of the legal side. */
export const legalOptions = (legal: Legal | undefined): Pick<RecoveryOptions, 'awareAt' | 'laws'> => ({
  ...(legal === undefined ? {} : { laws: legal.laws }),
  ...(legal?.awareAt == null ? {} : { awareAt: legal.awareAt }),
})

/** What is not said this time stays as it was said before. */
export const joinLegal = (now: Legal | undefined, before: Legal | undefined): Legal => ({
  laws: [...new Set([...(before?.laws ?? []), ...(now?.laws ?? [])])],
  awareAt: now?.awareAt ?? before?.awareAt ?? null,
  department: now?.department ?? before?.department ?? null,
})
