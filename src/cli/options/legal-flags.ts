import { complain } from '../../i18n/complaint.ts'
import type { Legal } from '../../model/case-folder.ts'
import { LAW_IDS } from '../../recovery/law/law-ids.ts'
import { parseChoice, parseMoment } from './values.ts'

export interface LegalFlags {
  readonly law?: readonly string[]
  readonly awareAt?: string
  readonly awareBy?: string
}

/** Laws to look at, and when which department came to know: a date without a department, or the other way round, is no start of a term. */
export const readLegal = ({ law, awareAt, awareBy }: LegalFlags, zone: string): Legal | undefined => {
  if (law === undefined && awareAt === undefined && awareBy === undefined) return undefined
  if (awareAt !== undefined && awareBy === undefined) throw complain('complaint.aware-both', { given: '--aware-at', missing: '--aware-by' })
  if (awareBy !== undefined && awareAt === undefined) throw complain('complaint.aware-both', { given: '--aware-by', missing: '--aware-at' })
  if (awareAt !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(awareAt.trim())) throw complain('complaint.aware-time', { value: awareAt })
  return {
    laws: [...new Set((law ?? []).map((id) => parseChoice(id, '--law', LAW_IDS)))],
    awareAt: awareAt === undefined ? null : new Date(parseMoment(awareAt, '--aware-at', zone) / 1000).toISOString(),
    department: awareBy ?? null,
  }
}
