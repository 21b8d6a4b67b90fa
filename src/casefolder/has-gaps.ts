import type { CaseDocument } from '../model/case.ts'

/** Caveats that tell of hours or records that no log holds. */
const GAPS: ReadonlySet<string> = new Set(['gap', 'gaps', 'missing-numbers'])

export const hasGaps = ({ caveats }: CaseDocument['summary']): boolean => caveats.some(({ id }) => GAPS.has(id))
