import { saySafely } from '../../i18n/complaint.ts'
import type { SayOptions } from '../../i18n/translate.ts'
import type { CaseDocument } from '../../model/case.ts'

/** "Not found" is an answer about a period of a log, and says which. */
export const notFoundLines = (name: string, { summary: { first, last } }: CaseDocument, wording: SayOptions): readonly string[] => [
  saySafely('account.not-found', { account: name }, wording),
  ...(first === null || last === null
    ? []
    : [saySafely('account.not-found-period', { from: { time: first }, to: { time: last } }, wording)]),
]
