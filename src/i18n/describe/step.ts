import type { CaseReason, CaseStep } from '../../model/case.ts'
import { formatDuration, isoDurationMs } from '../quantity.ts'
import { say, sayFrom, type SayOptions } from '../translate.ts'
import { moment } from './moment.ts'

/** When a step is due: a span from confirmation, or a time once it is known. */
export const describeDue = (due: string, options: SayOptions): string => {
  const span = isoDurationMs(due)
  if (span === 0) return say('checklist.due-now', {}, options)
  if (!Number.isNaN(span)) return say('checklist.due-within', { span: formatDuration(span, options.lang) }, options)
  return Number.isNaN(Date.parse(due)) ? due : say('checklist.due-at', { at: moment(due, options.zone) }, options)
}

/** Whether a step can be undone, where that is a warning; empty when it can, or when nothing is undone. */
export const describeReversible = ({ reversible }: CaseStep, options: SayOptions): string =>
  reversible === 'no' || reversible === 'partly' ? say(`checklist.reversible-${reversible}`, {}, options) : ''

/** A reason in the reader's language; the text of the document where this version does not know its id. */
export const describeReason = (reason: CaseReason, options: SayOptions): string =>
  sayFrom('reason', reason.messageId, reason.data, options, reason.text)
