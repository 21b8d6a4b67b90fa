import type { CaseSummary } from '../../model/case.ts'

/** Where a log records no success, nothing shows which of the ids that were tried anybody ever got in with: each counts, none is known. */
export const tellsMembers = ({ caveats }: Pick<CaseSummary, 'caveats'>): boolean => !caveats.some(({ id }) => id === 'no-successes')
