import type { CaseDocument } from '../../model/case.ts'

export const isRedactionCaveat = ({ id }: { readonly id: string }): boolean => id.startsWith('redacted')

/** A redacted document says so itself, so that whatever is made of it can. */
export const isRedacted = ({ summary }: CaseDocument): boolean => summary.caveats.some(isRedactionCaveat)
