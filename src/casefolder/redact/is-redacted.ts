import type { CaseDocument } from '../../model/case.ts'

/** A redacted document says so itself, so that whatever is made of it can. */
export const isRedacted = ({ summary }: CaseDocument): boolean => summary.caveats.some(({ id }) => id.startsWith('redacted'))
